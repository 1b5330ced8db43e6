import { describe, expect, test } from '@jest/globals';
import type { Ring } from '#regulation/site/contents';
import { faultsOf } from './shape-faults.ts';

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const bowTie: Ring = [
  [111, 34],
  [111.002, 34.002],
  [111.002, 34],
  [111, 34.002],
  [111, 34],
];
const zone = (ring: Ring | null) => ({ type: 'LODGING' as const, name: '', areaSquareMeters: '', ring });
const site = (...rings: (Ring | null)[]) => ({
  boundary: { parts: [square(111, 34, 0.002)], sourceCrs: 'WGS84' as const },
  zones: rings.map(zone),
});
const inside = square(111.0005, 34.0005, 0.0005);
const over = square(111.0018, 34.0005, 0.0005);

describe('what is marked on the map', () => {
  test('a zone beyond the boundary, and where a line crosses itself', () => {
    expect(faultsOf(site(inside, null), null)).toEqual([]);
    expect(faultsOf(site(inside, over), null)).toEqual([{ key: 'zones.1.ring', kind: 'OVER', at: null }]);
    const crossed = { ...site(over), boundary: { parts: [bowTie], sourceCrs: 'WGS84' as const } };
    expect(faultsOf(crossed, null)).toEqual([
      { key: 'boundary.parts.0', kind: 'CROSSING', at: { longitude: 111.001, latitude: 34.001 } },
    ]);
  });

  test('a shape as it is dragged, instead of how it was', () => {
    const dragged = { key: 'zones.0.ring', ring: over, isDrawn: false };
    expect(faultsOf(site(inside), dragged)).toEqual([{ key: 'zones.0.ring', kind: 'OVER', at: null }]);
    expect(faultsOf(site(over), { ...dragged, ring: inside })).toEqual([]);
  });

  test('what is being drawn, by its line so far', () => {
    const drawn = (key: string, ring: Ring) => faultsOf(site(over), { key, ring, isDrawn: true });
    const [first, second, third] = bowTie as [Ring[0], Ring[0], Ring[0]];
    expect(drawn('zones.0.ring', [first, second, third] as Ring)).toEqual([]);
    expect(drawn('zones.0.ring', bowTie.slice(0, 4))).toEqual([
      { key: null, kind: 'CROSSING', at: { longitude: 111.001, latitude: 34.001 } },
    ]);
    expect(drawn('zones.1.ring', over.slice(0, 2))).toEqual([
      { key: 'zones.0.ring', kind: 'OVER', at: null },
      { key: null, kind: 'OVER', at: null },
    ]);
  });
});
