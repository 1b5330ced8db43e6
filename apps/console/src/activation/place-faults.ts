import { readDegrees } from '#geography/coordinates';
import type { Refusal } from '../api/problem.ts';
import { wordFault } from '../filing/word-faults.ts';
import type { PlaceDraft } from './decision-draft.ts';
import { numberFaults } from './number-faults.ts';

/** What of the temporary places cannot be sent: told at the box, before the server is asked. */
export function placeFaults(places: readonly PlaceDraft[]): Refusal[] {
  return places.flatMap((place, index) => [
    ...(['longitude', 'latitude'] as const).flatMap((axis) => {
      const { fault } = readDegrees(place[axis], axis);
      return fault ? [wordFault({ field: `temporaryPlaces.${index}.${axis}`, coordinate: fault })] : [];
    }),
    ...numberFaults({ [`temporaryPlaces.${index}.capacity`]: place.capacity }),
  ]);
}
