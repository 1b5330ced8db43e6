import type { EventInput, ShelterToOpenInput, TemporaryPlaceInput } from './activation-inputs.types.ts';
import type { ShelterToOpen } from './open-shelters.ts';
import type { NewEvent } from './record-event.ts';
import type { TemporaryPlace } from './take-temporary-places.ts';

/** The event as the use case takes it; what was left out is null, never a guess. */
export function newEvent(input: EventInput): NewEvent {
  return {
    key: input.key ?? null,
    name: input.name,
    hazard: input.hazard,
    level: input.level ?? null,
    exercise: input.exercise ?? false,
    jurisdictionCodes: input.jurisdictionCodes,
    area: (input.area ?? []).map((ring) => ring.map((corner) => ({ ...corner, crs: corner.crs ?? null }))),
    peopleAffected: input.peopleAffected ?? null,
    occurredAt: input.occurredAt ?? null,
  };
}

export function toOpen(shelters: readonly ShelterToOpenInput[] | null | undefined): ShelterToOpen[] {
  return (shelters ?? []).map(({ shelterId, overrideReason }) => ({
    shelterId,
    overrideReason: overrideReason ?? null,
  }));
}

export function placesOf(places: readonly TemporaryPlaceInput[] | null | undefined): TemporaryPlace[] {
  return (places ?? []).map((place) => ({
    name: place.name,
    longitude: place.longitude,
    latitude: place.latitude,
    crs: place.crs ?? 'WGS84',
    address: place.address ?? null,
    capacity: place.capacity ?? null,
    phone: place.phone ?? null,
    unitId: place.unitId ?? null,
  }));
}
