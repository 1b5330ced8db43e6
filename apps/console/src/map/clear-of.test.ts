import { describe, expect, test } from '@jest/globals';
import { clearOf } from './clear-of.ts';

const MAP = { x: 352, y: 600 };
const ZOOM = { left: 310, top: 520, width: 32, height: 70 };
const SCALE = { left: 8, top: 570, width: 100, height: 20 };
const label = (x: number, y: number) => ({ x, y, width: 60, height: 20 });
const put = (x: number, y: number) => Object.values(clearOf(label(x, y), MAP, [ZOOM, SCALE]));

describe('a name on a map', () => {
  test('stays where it is while there is room', () => {
    expect(put(176, 300)).toEqual([176, 300]);
    expect(put(34, 14)).toEqual([34, 14]);
  });

  test.each([
    [345, 300, 318, 300],
    [-10, 300, 34, 300],
    [176, -5, 176, 14],
    [176, 605, 176, 586],
  ])('at %s, %s comes in from the edge that would cut it', (x, y, toX, toY) => {
    expect(put(x, y)).toEqual([toX, toY]);
  });

  test('goes beside the buttons and the scale', () => {
    expect(put(300, 550)).toEqual([276, 550]);
    expect(put(345, 550)).toEqual([276, 550]);
    expect(put(60, 575)).toEqual([142, 575]);
  });

  test('names nothing that the map does not show', () => {
    expect(put(400, 300)).toEqual([400, 300]);
    expect(put(176, 700)).toEqual([176, 700]);
  });
});
