import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { isWellFormed, shapeForm } from './shape-form.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { Pair, Ring } from '../site/contents.ts';

const SQUARE: Ring = [
  [111.2, 34.77],
  [111.201, 34.77],
  [111.201, 34.771],
  [111.2, 34.771],
  [111.2, 34.77],
];
const zone = (ring: Ring) => ({ type: 'WATER' as const, name: null, areaSquareMeters: null, ring });

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  shapeForm(sampleContents(change), facts, CHECK_DEFAULTS);

describe('a shape', () => {
  it('is a closed ring with three corners or more', () => {
    expect(
      told({ boundary: { parts: [SQUARE, SQUARE], sourceCrs: 'WGS84' }, zones: [zone(SQUARE)] }),
    ).toEqual([]);
    expect(
      told({
        zones: [
          zone([
            [111.2, 34.77],
            [111.21, 34.77],
            [111.2, 34.78],
            [111.2, 34.77],
          ]),
        ],
      }),
    ).toEqual([]);
    expect(told({ zones: [{ ...zone([]), ring: null }] })).toEqual([]);
  });

  it.each([
    [[], 'TOO_FEW_POINTS', { count: 0 }],
    [SQUARE.slice(0, 2).concat(SQUARE.slice(0, 1)), 'TOO_FEW_POINTS', { count: 2 }],
    [SQUARE.slice(0, 4), 'NOT_CLOSED', {}],
    [[...SQUARE.slice(0, 4), [111.2, 34.7701]], 'NOT_CLOSED', {}],
    [[...SQUARE.slice(0, 4), [111.2001, 34.77]], 'NOT_CLOSED', {}],
    [[[0, 34.77], ...SQUARE], 'ZERO_COORDINATE', {}],
    [[[111.2, 0], ...SQUARE], 'ZERO_COORDINATE', {}],
    [[[181, 34.77], ...SQUARE], 'OUT_OF_RANGE', { longitude: 181, latitude: 34.77 }],
    [[[111.2, -91], ...SQUARE], 'OUT_OF_RANGE', { longitude: 111.2, latitude: -91 }],
    [[[Number.NaN, 34.77], ...SQUARE], 'NOT_A_NUMBER', { value: 'NaN' }],
    [[[111.2], ...SQUARE], 'NOT_A_NUMBER', { value: '1' }],
    [[[111.2, 34.77, 5], ...SQUARE], 'NOT_A_NUMBER', { value: '3' }],
  ])('%j is none: %s', (ring, code, params) => {
    expect(told({ zones: [zone(SQUARE), zone(ring as Ring)] })).toEqual([
      expect.objectContaining({ class: 'IMPOSSIBLE', field: 'zones.1.ring', code, params }),
    ]);
    expect(isWellFormed(ring as Ring)).toBe(false);
  });

  it('has no more points than a map can show', () => {
    const many = Array.from({ length: 1000 }, (_, index): Pair => [111.2 + index / 1e6, 34.77]);
    expect(told({ boundary: { parts: [[...many, [111.2, 34.77]]], sourceCrs: 'WGS84' } })).toMatchObject([
      { field: 'boundary.parts.0', code: 'TOO_MANY', params: { limit: 1000, count: 1001 } },
    ]);
    expect(
      told({ boundary: { parts: [[...many.slice(1), [111.200_001, 34.77]]], sourceCrs: 'WGS84' } }),
    ).toEqual([]);
  });
});

describe('a way in and the place of the drawing', () => {
  it('are points on earth', () => {
    const entrance = { name: '东门', longitude: 111.2, latitude: 91, barrierFree: 'UNKNOWN' as const };
    expect(told({ entrances: [{ ...entrance, latitude: 34.7 }, entrance] })).toMatchObject([
      { field: 'entrances.1', code: 'OUT_OF_RANGE' },
    ]);
  });

  it.each([
    [{ west: 111.2, south: 34.7, east: 111.3, north: 34.8 }, []],
    [{ west: 111.2, south: 34.7, east: 111.2, north: 34.8 }, ['EMPTY_BOX']],
    [{ west: 111.2, south: 34.8, east: 111.3, north: 34.8 }, ['EMPTY_BOX']],
    [{ west: 111.2, south: 34.7, east: 200, north: 34.8 }, ['OUT_OF_RANGE']],
    [{ west: 0, south: 34.7, east: 111.3, north: 34.8 }, ['ZERO_COORDINATE']],
  ])('%j: %j', (zonePlanPlacement, codes) => {
    expect(told({ zonePlanPlacement }).map(({ code }) => code)).toEqual(codes);
  });
});
