import { describe, expect, it } from '@jest/globals';
import { headCountDifference, newStayCounts, occupiedOf } from './occupied.ts';

describe('persons inside', () => {
  it('are unknown until anybody counted, the sum after that, and never fewer than none', () => {
    expect(occupiedOf(null)).toBeNull();
    expect(occupiedOf({ staying: 0, counted: 0 })).toBe(0);
    expect(occupiedOf({ staying: 7, counted: -2 })).toBe(5);
    expect(occupiedOf({ staying: 1, counted: -3 })).toBe(0);
  });

  it('are not changed by a head count, whose difference is shown', () => {
    expect(headCountDifference(120, 117)).toBe(3);
    expect(headCountDifference(110, 117)).toBe(-7);
    expect(headCountDifference(110, null)).toBeNull();
  });

  it('are where the latest gate time says', () => {
    expect(newStayCounts(2, 1)).toBe(true);
    expect(newStayCounts(1, 1)).toBe(true);
    expect(newStayCounts(1, 2)).toBe(false);
  });
});
