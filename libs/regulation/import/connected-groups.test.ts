import { describe, expect, it } from '@jest/globals';
import { groupsOf } from './connected-groups.ts';

const STEPS = { stepKilometers: 100, steppingStone: 3 };
const village = (longitude: number, latitude: number, count: number) =>
  Array.from({ length: count }, () => ({ longitude, latitude }));
const groups = (...points: { longitude: number; latitude: number }[][]) => {
  const found = groupsOf(points.flat(), STEPS);
  let index = 0;
  return points.map((same) => {
    const group = found.of(index);
    index += same.length;
    return [group === found.largest, found.size(group)];
  });
};

describe('groups of places', () => {
  it('hang together step by step', () => {
    expect(groups(village(121.1, 25.1, 5), village(121.1, 25.9, 3), village(121.1, 26.7, 3))).toEqual([
      [true, 11],
      [true, 11],
      [true, 11],
    ]);
  });

  it('break where a step is too long', () => {
    expect(groups(village(121.1, 25.1, 5), village(121.1, 26.1, 3))).toEqual([
      [true, 5],
      [false, 3],
    ]);
  });

  it('are joined, not extended, by a place with too few', () => {
    expect(groups(village(121.1, 25.1, 5), village(121.1, 25.9, 2), village(121.1, 26.7, 2))).toEqual([
      [true, 7],
      [true, 7],
      [false, 2],
    ]);
  });

  it.each([
    [-0.2, 0],
    [0.2, 0],
    [0, -0.2],
    [0, 0.2],
    [-0.2, -0.2],
    [0.2, 0.2],
  ])('count neighbours across the edge of a cell, %d east and %d north', (east, north) => {
    const edge = [...village(121.1, 25.9, 2), ...village(121.1 + east, 25.9 + north, 1)];
    expect(groups(village(121.1, 25.1, 5), edge, village(121.1, 26.7, 3))[2]).toEqual([true, 11]);
  });

  it('keeps two lone places apart', () => {
    expect(groups(village(121.1, 25.1, 5), village(131.1, 25.1, 1), village(141.1, 25.1, 2))).toEqual([
      [true, 5],
      [false, 1],
      [false, 2],
    ]);
  });
});
