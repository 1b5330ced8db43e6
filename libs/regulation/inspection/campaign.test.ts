import { describe, expect, it } from '@jest/globals';
import { campaignClock, campaignRefusals, type ToldCampaign } from './campaign.ts';

const TODAY = '2026-03-10';
const told = (changes: Partial<ToldCampaign>, isOrder = true) =>
  campaignRefusals(
    {
      title: '2026 年汛前检查',
      startsOn: '2026-04-01',
      endsOn: '2026-05-31',
      departments: 2,
      note: null,
      ...changes,
    },
    TODAY,
    isOrder,
  ).map(({ field, code }) => `${field} ${code}`);

describe('a campaign', () => {
  it('has a name, a time and departments', () => {
    expect(told({})).toEqual([]);
    expect(told({ startsOn: '2026-01-01', endsOn: TODAY })).toEqual([]);
    expect(told({ title: ' ', startsOn: '2026-02-29', endsOn: '明年', departments: 0 })).toEqual([
      'title MISSING',
      'startsOn NO_SUCH_DATE',
      'endsOn NO_SUCH_DATE',
      'departmentIds NOTHING_CHOSEN',
    ]);
  });

  it('ends after it begins, and not in the past', () =>
    expect(told({ startsOn: '2026-03-09', endsOn: '2026-03-08' })).toEqual([
      'endsOn ENDS_BEFORE',
      'endsOn DEADLINE_PAST',
    ]));

  it('is bounded', () =>
    expect(told({ title: 'x'.repeat(101), note: 'x'.repeat(2_001), departments: 31 })).toEqual([
      'title TOO_LONG',
      'note TOO_LONG',
      'departmentIds TOO_MANY',
    ]));

  it('asked for, it leaves the departments to whoever orders it', () =>
    expect(told({ departments: 0 }, false)).toEqual([]));
});

it.each([
  [null, 'DUE', null],
  ['2026-01-15', 'FULFILLED', '2027-12-31'],
  ['2025-12-31', 'DUE', '2026-12-31'],
  ['2024-06-01', 'OVERDUE', '2025-12-31'],
])('the last campaign was ordered on %s: %s', (last, state, dueOn) =>
  expect(campaignClock(last, TODAY)).toEqual({ state, dueOn }),
);
