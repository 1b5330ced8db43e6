import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { possibleNumbers } from './possible-numbers.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  possibleNumbers(sampleContents(change), facts, CHECK_DEFAULTS);

describe('numbers that can be true', () => {
  const AREAS = ['areaSquareMeters', 'effectiveAreaSquareMeters'] as const;
  const PERSONS = ['declaredCapacity', 'blockedCapacity', 'capacityOverride'] as const;

  it.each([...AREAS, ...PERSONS])('%s is not negative, not endless, and may be unknown or 0', (field) => {
    expect(told({ [field]: -1 })).toMatchObject([
      { class: 'IMPOSSIBLE', field, code: 'NEGATIVE', params: { value: -1 } },
    ]);
    expect(told({ [field]: Number.NaN })).toMatchObject([
      { field, code: 'NOT_A_NUMBER', params: { value: 'NaN' } },
    ]);
    expect(told({ [field]: Infinity })).toMatchObject([{ field, code: 'NOT_A_NUMBER' }]);
    expect(told({ [field]: null })).toEqual([]);
    expect(told({ [field]: 0 })).toEqual([]);
  });

  it.each(PERSONS)('%s counts whole persons, at most two million', (field) => {
    expect(told({ [field]: 1.5 })).toMatchObject([{ field, code: 'NOT_WHOLE', params: { value: 1.5 } }]);
    expect(told({ [field]: 2_000_000 })).toEqual([]);
    expect(told({ [field]: 2_000_001 })).toMatchObject([
      { field, code: 'TOO_LARGE', params: { value: 2_000_001, limit: 2_000_000 } },
    ]);
  });

  it.each(AREAS)('%s may be a fraction, at most 100 km²', (field) => {
    expect(told({ [field]: 31.76 })).toEqual([]);
    expect(told({ [field]: 100_000_000 })).toEqual([]);
    expect(told({ [field]: 100_000_001 })).toMatchObject([{ field, code: 'TOO_LARGE' }]);
  });

  it('names the facility whose quantity cannot be', () => {
    const facility = (quantity: number | null) =>
      ({ type: 'WATER', quantity, state: 'WORKING', maintainer: null }) as const;
    const facilities = [
      facility(null),
      facility(-2),
      facility(2.5),
      facility(1_000_001),
      facility(1_000_000),
    ];
    expect(told({ facilities }).map(({ field, code }) => [field, code])).toEqual([
      ['facilities.1.quantity', 'NEGATIVE'],
      ['facilities.2.quantity', 'NOT_WHOLE'],
      ['facilities.3.quantity', 'TOO_LARGE'],
    ]);
  });
});
