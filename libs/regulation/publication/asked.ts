import { CHECK_DEFAULTS } from '../checks/check.ts';
import type { Refusal } from '../refusal.ts';
import { NEAREST_DEFAULTS, type NearestConfig } from './eligibility.ts';

/** What somebody who looks for a shelter says; degrees in whichever datum, persons, number of results. */
export interface Asked {
  longitude: number;
  latitude: number;
  partySize: number;
  first: number;
}

/** More people than this do not walk together; a larger number is a slip of the finger. */
const MOST_PEOPLE = 10_000;

/** What cannot be meant, all at once: each names its field, and its words say the cure. */
export function askedRefusals(asked: Asked, config: NearestConfig = NEAREST_DEFAULTS): Refusal[] {
  return [
    ...placeRefusals(asked),
    ...wholeNumberRefusals('partySize', asked.partySize, MOST_PEOPLE),
    ...wholeNumberRefusals('first', asked.first, config.firstMost),
  ];
}

function placeRefusals({ longitude, latitude }: Asked): Refusal[] {
  const offTheEarth = Math.abs(longitude) > 180 || Math.abs(latitude) > 90;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
    return [refusal('near', 'NOT_A_NUMBER', { value: `${longitude}, ${latitude}` })];
  // A receiver without a fix says 0, and no shelter lies on either line.
  if (longitude === 0 || latitude === 0) return [refusal('near', 'ZERO_COORDINATE', {})];
  if (looksSwapped(longitude, latitude)) return [refusal('near', 'SWAPPED', { longitude, latitude })];
  return offTheEarth ? [refusal('near', 'OUT_OF_RANGE', { longitude, latitude })] : [];
}

/** Read this way the pair lies off the earth or outside the region, read the other way on it. */
function looksSwapped(longitude: number, latitude: number): boolean {
  if (Math.abs(latitude) > 90) return Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  return !inRegion(longitude, latitude) && inRegion(latitude, longitude);
}

function inRegion(longitude: number, latitude: number): boolean {
  const { west, south, east, north } = CHECK_DEFAULTS.region;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function wholeNumberRefusals(field: string, value: number, most: number): Refusal[] {
  if (!Number.isInteger(value)) return [refusal(field, 'NOT_WHOLE', { value })];
  if (value < 1) return [refusal(field, 'TOO_SMALL', { value, limit: 1 })];
  return value > most ? [refusal(field, 'TOO_LARGE', { value, limit: most })] : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'publication/asked', article: null, field, code, params };
}
