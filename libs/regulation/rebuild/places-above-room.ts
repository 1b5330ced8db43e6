import type { Finding } from '../refusal.ts';
import { advice } from '../checks/check.ts';

/** More places out during the work than the shelter has: told, and counted as all of them. Unknown room says nothing. */
export function placesAboveRoom(placesOut: number | null, usable: number | null): Finding[] {
  if (placesOut === null || usable === null || placesOut <= usable) return [];
  return [
    advice(
      'places-above-room',
      'practice: what is out of use is part of what there is',
      'placesOut',
      'PLACES_ABOVE_ROOM',
      { placesOut, room: usable },
    ),
  ];
}
