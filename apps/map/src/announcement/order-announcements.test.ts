import { expect, it } from '@jest/globals';
import type { Announced } from './announcement.types.ts';
import { bannerOf, orderAnnouncements, wordsIn } from './order-announcements.ts';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const HOUR = 3_600_000;

function said(identifier: string, hoursAgo: number, more: Partial<Announced> = {}): Announced {
  return {
    identifier,
    occasion: 'ACTIVATION',
    exercise: false,
    activationNumber: identifier.slice(0, 1),
    live: true,
    endedAt: null,
    hazard: 'EARTHQUAKE',
    announcedAt: new Date(NOON - hoursAgo * HOUR).toISOString(),
    texts: [],
    ...more,
  };
}

const named = (announcements: readonly Announced[]) => announcements.map(({ identifier }) => identifier);

it('puts what is in force first, then the newest', () => {
  const told = [said('A1', 9), said('B1', 2, { live: false }), said('C1', 5), said('D1', 1, { live: false })];
  expect(named(orderAnnouncements(told))).toEqual(['C1', 'A1', 'D1', 'B1']);
});

it('says the last word of each real activation on the first screen, never more than two lines', () => {
  const told = [
    said('A1', 9),
    said('A2', 3, { occasion: 'AMENDMENT' }),
    said('B1', 5),
    said('C1', 6),
    said('D1', 1, { exercise: true }),
  ];
  const { urgent, more, exercises, ended } = bannerOf(told, NOON);
  expect([named(urgent), more, named(exercises), named(ended)]).toEqual([['A2', 'B1'], 1, [], []]);
});

it('says exercises only while nothing real is in force', () => {
  const drill = said('D1', 1, { exercise: true });
  const { urgent, more, exercises } = bannerOf([drill, said('A1', 9, { live: false })], NOON);
  expect([named(urgent), more, named(exercises)]).toEqual([[], 0, ['D1']]);
});

it('tells for a day that a real activation has ended, while none is in force', () => {
  const end = said('A2', 23, { occasion: 'CLOSING', live: false });
  const before = said('A1', 30, { live: false });
  expect(named(bannerOf([end, before], NOON).ended)).toEqual(['A2']);
  expect(named(bannerOf([end, before], NOON + HOUR).ended)).toEqual([]);
  expect(named(bannerOf([end, before, said('B1', 40)], NOON).ended)).toEqual([]);
  expect(named(bannerOf([{ ...end, exercise: true }], NOON).ended)).toEqual([]);
});

it('speaks the other language where one is missing', () => {
  const chinese = { language: 'zh-CN' as const };
  expect(wordsIn([chinese], 'en')).toBe(chinese);
  expect(wordsIn([], 'en')).toBeUndefined();
});
