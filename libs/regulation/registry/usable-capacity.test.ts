import { describe, expect, it } from '@jest/globals';
import type { SiteContents } from '../site/contents.ts';
import { availableCapacity, roomToday, usableCapacity } from './usable-capacity.ts';

const room = (
  declaredCapacity: number | null,
  blockedCapacity: number | null,
  capacityOverride: number | null,
) => ({
  declaredCapacity,
  blockedCapacity,
  capacityOverride,
});

/** One lodging zone that holds this many persons, or none drawn. */
const holding = (persons: number | null): Pick<SiteContents, 'zones' | 'capacityBasis'> => ({
  zones: persons === null ? [] : [{ type: 'LODGING', name: null, areaSquareMeters: persons * 2, ring: null }],
  capacityBasis: { standard: 'GB 51143-2015', dated: null, squareMetersPerPerson: 2 },
});

describe('usable room', () => {
  it.each([
    [room(1000, null, null), null, 1000],
    [room(1000, 200, null), null, 800],
    [room(1000, 200, null), 600, 400],
    [room(500, 0, null), 600, 500],
    [room(100, 300, null), null, 0],
    [room(1000, 200, 700), 600, 700],
    [room(null, 200, 700), null, 700],
    [room(1000, null, 0), null, 0],
    [room(null, 200, null), 600, null],
    [room(0, null, null), null, 0],
  ])('%j, computed %p: %p', (contents, computed, usable) => {
    expect(usableCapacity({ ...contents, ...holding(computed) })).toBe(usable);
  });
});

describe('room left', () => {
  it.each([
    [100, 30, 70],
    [100, 130, -30],
    [100, 0, 100],
    [null, 30, null],
    [100, null, null],
  ])('%p less %p is %p', (usable, occupied, left) => {
    expect(availableCapacity(usable, occupied)).toBe(left);
  });
});

describe('room today', () => {
  it('is less by the part out of use, never below 0, and unknown where the room is', () => {
    expect([roomToday(600, 0), roomToday(600, 250), roomToday(600, 900), roomToday(null, 250)]).toEqual([
      600,
      350,
      0,
      null,
    ]);
  });
});
