import type { Finding } from '../refusal.ts';
import { impossible, type Check } from './check.ts';

/** Persons and quantities are whole; nothing is negative; nothing is larger than can be. */
export const possibleNumbers: Check = (
  contents,
  _facts,
  { mostPersons, mostSquareMeters, mostQuantity, mostMeters, mostYuan },
) => [
  ...judge('areaSquareMeters', contents.areaSquareMeters, mostSquareMeters, false),
  ...judge('effectiveAreaSquareMeters', contents.effectiveAreaSquareMeters, mostSquareMeters, false),
  ...judge('declaredCapacity', contents.declaredCapacity, mostPersons, true),
  ...judge('blockedCapacity', contents.blockedCapacity, mostPersons, true),
  ...judge('capacityOverride', contents.capacityOverride, mostPersons, true),
  ...contents.facilities.flatMap(({ quantity }, index) =>
    judge(`facilities.${index}.quantity`, quantity, mostQuantity, true),
  ),
  ...contents.zones.flatMap(({ areaSquareMeters }, index) =>
    judge(`zones.${index}.areaSquareMeters`, areaSquareMeters, mostSquareMeters, false),
  ),
  ...contents.exposures.flatMap(({ distanceMeters }, index) =>
    judge(`exposures.${index}.distanceMeters`, distanceMeters, mostMeters, false),
  ),
  ...contents.contributions.flatMap(({ valueYuan }, index) =>
    judge(`contributions.${index}.valueYuan`, valueYuan, mostYuan, false),
  ),
  ...aboveZero(
    'capacityBasis.squareMetersPerPerson',
    contents.capacityBasis?.squareMetersPerPerson ?? null,
    mostSquareMeters,
  ),
];

/** A divisor: nought would hold a city on a doormat. */
function aboveZero(field: string, value: number | null, limit: number): Finding[] {
  return value === 0
    ? [impossible('possible-numbers', field, 'NOT_ABOVE_ZERO', { value })]
    : judge(field, value, limit, false);
}

function judge(field: string, value: number | null, limit: number, whole: boolean): Finding[] {
  if (value === null) return [];
  if (!Number.isFinite(value))
    return [impossible('possible-numbers', field, 'NOT_A_NUMBER', { value: String(value) })];
  if (value < 0) return [impossible('possible-numbers', field, 'NEGATIVE', { value })];
  if (value > limit) return [impossible('possible-numbers', field, 'TOO_LARGE', { value, limit })];
  if (whole && !Number.isInteger(value))
    return [impossible('possible-numbers', field, 'NOT_WHOLE', { value })];
  return [];
}
