import { describe, expect, it } from '@jest/globals';
import { availableCapacity, usableCapacity } from './usable-capacity.ts';

const room = (
  declaredCapacity: number | null,
  blockedCapacity: number | null,
  capacityOverride: number | null,
) => ({
  declaredCapacity,
  blockedCapacity,
  capacityOverride,
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
    expect(usableCapacity(contents, computed)).toBe(usable);
  });

  it('needs no computed number', () => {
    expect(usableCapacity(room(10, 3, null))).toBe(7);
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
