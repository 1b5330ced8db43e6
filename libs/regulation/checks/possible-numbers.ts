import type { Finding } from '../refusal.ts';
import { impossible, type Check } from './check.ts';

/** Persons and quantities are whole; nothing is negative; nothing is larger than can be. */
export const possibleNumbers: Check = (contents, _facts, { mostPersons, mostSquareMeters, mostQuantity }) => [
  ...judge('areaSquareMeters', contents.areaSquareMeters, mostSquareMeters, false),
  ...judge('effectiveAreaSquareMeters', contents.effectiveAreaSquareMeters, mostSquareMeters, false),
  ...judge('declaredCapacity', contents.declaredCapacity, mostPersons, true),
  ...judge('blockedCapacity', contents.blockedCapacity, mostPersons, true),
  ...judge('capacityOverride', contents.capacityOverride, mostPersons, true),
  ...contents.facilities.flatMap(({ quantity }, index) =>
    judge(`facilities.${index}.quantity`, quantity, mostQuantity, true),
  ),
];

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
