import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computedCapacity } from './computed-capacity.ts';
import type { SiteContents } from './contents.ts';
import type { ZoneType } from './words.ts';

const zone = (type: ZoneType, areaSquareMeters: number | null) => ({
  type,
  name: null,
  areaSquareMeters,
  ring: null,
});
const by = (squareMetersPerPerson: number | null): SiteContents['capacityBasis'] => ({
  standard: 'GB 51143-2015',
  dated: '2015-12-03',
  squareMetersPerPerson,
});

describe('the computed capacity', () => {
  it('counts whole persons, zone by zone, where people stay', () => {
    const zones = [zone('WATER', 500), zone('LODGING', 10), zone('ASSEMBLY', 3.9)];
    expect(computedCapacity({ zones, capacityBasis: by(2) })).toEqual({
      persons: 6,
      squareMetersPerPerson: 2,
      zones: [
        { place: 1, squareMeters: 10, persons: 5 },
        { place: 2, squareMeters: 3.9, persons: 1 },
      ],
    });
  });

  it.each([
    ['no standard', [zone('LODGING', 10)], null],
    ['no number in it', [zone('LODGING', 10)], by(null)],
    ['nought in it', [zone('LODGING', 10)], by(0)],
    ['less than nought', [zone('LODGING', 10)], by(-1)],
    ['no zone to stay in', [zone('WATER', 10)], by(2)],
    ['one of them unmeasured', [zone('LODGING', 10), zone('ASSEMBLY', null)], by(2)],
  ])('is unknown with %s', (_why, zones, capacityBasis) => {
    expect(computedCapacity({ zones, capacityBasis })).toBeNull();
  });

  it('holds nobody on less than nothing', () => {
    expect(computedCapacity({ zones: [zone('LODGING', -10)], capacityBasis: by(2) })?.persons).toBe(0);
  });

  it('gives everybody the room, and has none left for one more', () => {
    const share = fc.integer({ min: 1, max: 200 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), share, (persons, each) => {
        // As many times the share is as many persons, whatever binary fractions make of it.
        const zones = [zone('LODGING', persons * each)];
        expect(computedCapacity({ zones, capacityBasis: by(each) })?.persons).toBe(persons);
      }),
    );
  });
});
