import { describe, expect, it } from '@jest/globals';
import { resemblance } from './near-duplicate.ts';

describe('two places near each other', () => {
  it.each([
    ['湖滨公园应急避难场所', '湖滨公园', 300, 'SAME_NAME'],
    ['湖滨公园应急避难场所', '湖滨公园（临时）避难场所', 0, 'SAME_NAME'],
    ['ＡＢ Park', 'ab park emergency shelter', 10, 'SAME_NAME'],
    ['湖滨公园', '三门峡市湖滨公园', 120, 'NAME_WITHIN_NAME'],
    ['实验小学操场', '实验小学', 300, 'NAME_WITHIN_NAME'],
    ['实验小学', '市民广场', 30, 'SAME_PLACE'],
    ['应急避难场所', '避难场所', 30, 'SAME_PLACE'],
    ['园', '湖滨公园', 31, null],
    ['湖滨公园', '园', 31, null],
    ['实验小学', '市民广场', 31, null],
    ['应急避难场所', '避难场所', 31, null],
    ['湖滨公园', '湖滨公园', 301, null],
  ])('%s and %s, %p m: %s', (name, other, meters, told) => {
    expect(resemblance(name, { name: other, meters })).toBe(told);
  });

  it('are judged by the distances of the city', () => {
    const config = { nearMeters: 10, samePlaceMeters: 5 };
    expect(resemblance('甲广场', { name: '甲广场', meters: 11 }, config)).toBeNull();
    expect(resemblance('甲广场', { name: '甲广场', meters: 10 }, config)).toBe('SAME_NAME');
    expect(resemblance('甲广场', { name: '乙学校', meters: 6 }, config)).toBeNull();
    expect(resemblance('甲广场', { name: '乙学校', meters: 5 }, config)).toBe('SAME_PLACE');
  });
});
