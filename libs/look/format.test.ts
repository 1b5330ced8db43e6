import { describe, expect, it } from '@jest/globals';
import {
  formatAge,
  formatDay,
  formatDistance,
  formatInstant,
  formatNumber,
  formatWalk,
  walkingMinutes,
} from './format.ts';

describe('distance', () => {
  it.each([
    [null, '未知', 'unknown'],
    [0, '不到 10 米', 'under 10 m'],
    [4.9, '不到 10 米', 'under 10 m'],
    [14, '10 米', '10 m'],
    [236, '240 米', '240 m'],
    [994.9, '990 米', '990 m'],
    [995, '1 公里', '1 km'],
    [1249, '1.2 公里', '1.2 km'],
    [38_861, '38.9 公里', '38.9 km'],
    [223_799, '224 公里', '224 km'],
    [2_588_210, '2,588 公里', '2,588 km'],
  ])('%d m: %s, %s', (meters, chinese, english) => {
    expect(formatDistance(meters, 'zh-CN')).toBe(chinese);
    expect(formatDistance(meters, 'en')).toBe(english);
  });
});

describe('walking', () => {
  it.each([
    [0, 1, '步行约 1 分钟', 'about 1 min on foot'],
    [80, 1, '步行约 1 分钟', 'about 1 min on foot'],
    [81, 2, '步行约 2 分钟', 'about 2 min on foot'],
    [4_800, 60, '步行约 1 小时', 'about 1 h on foot'],
    [5_000, 63, '步行约 1 小时 3 分钟', 'about 1 h 3 min on foot'],
  ])('%d m takes %d minutes', (meters, minutes, chinese, english) => {
    expect(walkingMinutes(meters)).toBe(minutes);
    expect(formatWalk(meters, 'zh-CN')).toBe(chinese);
    expect(formatWalk(meters, 'en')).toBe(english);
  });
});

describe('age', () => {
  const now = new Date('2026-11-21T08:00:00Z');
  it.each([
    ['2026-11-21T08:02:00Z', '刚刚', 'just now'],
    ['2026-11-21T07:59:01Z', '刚刚', 'just now'],
    ['2026-11-21T07:56:30Z', '3 分钟前', '3 min ago'],
    ['2026-11-21T07:00:01Z', '59 分钟前', '59 min ago'],
    ['2026-11-21T07:00:00Z', '1 小时前', '1 h ago'],
    ['2026-11-20T08:00:00Z', '1 天前', '1 day ago'],
    ['2026-10-23T08:00:00Z', '29 天前', '29 days ago'],
    ['2026-10-22T08:00:00Z', '2026年10月22日 16:00', '22 Oct 2026, 16:00'],
    ['2026-11-21T16:30:00Z', '2026年11月22日 00:30', '22 Nov 2026, 00:30'],
  ])('%s: %s, %s', (at, chinese, english) => {
    expect(formatAge(new Date(at), now, 'zh-CN')).toBe(chinese);
    expect(formatAge(new Date(at), now, 'en')).toBe(english);
  });

  it('tells an instant in the time of China', () => {
    expect(formatInstant(now, 'zh-CN')).toBe('2026年11月21日 16:00');
    expect(formatDay(new Date('2026-11-20T16:00:00Z'), 'zh-CN')).toBe('2026年11月21日');
    expect(formatDay(new Date('2026-11-20T16:00:00Z'), 'en')).toBe('21 Nov 2026');
  });
});

describe('numbers', () => {
  it('marks thousands and keeps the unknown apart from nought', () => {
    expect(formatNumber(24_000, 'zh-CN')).toBe('24,000');
    expect(formatNumber(0, 'en')).toBe('0');
    expect(formatNumber(null, 'zh-CN')).toBe('未知');
    expect(formatNumber(1234.56, 'en', 1)).toBe('1,234.6');
  });
});
