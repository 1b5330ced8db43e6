import { describe, expect, it } from '@jest/globals';
import { firstYearOwed, yearlyClock, type YearlyFacts } from './yearly-clock.ts';

const clock = (facts: Partial<YearlyFacts>) =>
  yearlyClock({ filedOn: '2023-05-01', endedOn: null, doneYears: [], today: '2026-03-10', ...facts });

describe('the first year owed', () => {
  it.each([
    ['2024-09-30', 2024],
    ['2024-10-01', 2025],
    ['2024-12-31', 2025],
    ['2024-02-29', 2024],
    // In force from 24 January 2022, whenever it was filed.
    ['2009-11-11', 2022],
    ['2022-01-24', 2022],
  ])('filed on %s: %d', (filedOn, year) => expect(firstYearOwed(filedOn)).toBe(year));

  it('is none before the shelter is on file', () => expect(firstYearOwed(null)).toBeNull());

  it('follows the city when it draws the line elsewhere', () =>
    expect(firstYearOwed('2024-07-01', { owedIfFiledBefore: '07-01' })).toBe(2025));
});

describe('the yearly clock', () => {
  it('is due until 31 December and overdue from 1 January', () => {
    const doneYears = [2023, 2024];
    expect(clock({ doneYears, today: '2025-12-31' })).toEqual({
      state: 'DUE',
      dueOn: '2025-12-31',
      missedYears: [],
    });
    expect(clock({ doneYears, today: '2026-01-01' })).toEqual({
      state: 'OVERDUE',
      dueOn: '2025-12-31',
      missedYears: [2025],
    });
  });

  it('is fulfilled once in the year, and then due at the end of the next', () => {
    expect(clock({ doneYears: [2023, 2024, 2025, 2026] })).toEqual({
      state: 'FULFILLED',
      dueOn: '2027-12-31',
      missedYears: [],
    });
  });

  it('keeps missed years in sight after they were followed by better ones', () => {
    expect(clock({ doneYears: [2024, 2026] })).toMatchObject({
      state: 'FULFILLED',
      missedYears: [2023, 2025],
    });
    expect(clock({ doneYears: [2025] })).toMatchObject({ state: 'DUE', missedYears: [2023, 2024] });
  });

  it('counts lateness from the earliest year still to be made good', () =>
    expect(clock({ doneYears: [2023] })).toMatchObject({ state: 'OVERDUE', dueOn: '2024-12-31' }));

  it('asks nothing in the year of filing when that was late in it', () => {
    expect(clock({ filedOn: '2025-10-01', today: '2025-11-01' })).toEqual({
      state: 'NOT_OWED',
      dueOn: '2026-12-31',
      missedYears: [],
    });
    // Done all the same: it is said.
    expect(clock({ filedOn: '2025-10-01', today: '2025-11-01', doneYears: [2025] }).state).toBe('FULFILLED');
  });

  it('stops with the deregistration; what was missed before stays', () =>
    expect(clock({ endedOn: '2025-06-01', doneYears: [2023] })).toEqual({
      state: 'NOT_OWED',
      dueOn: null,
      missedYears: [2024],
    }));

  it('asks nothing of what is not on file', () =>
    expect(clock({ filedOn: null })).toEqual({ state: 'NOT_OWED', dueOn: null, missedYears: [] }));

  it('never accuses anybody of the years before the Measures', () =>
    expect(clock({ filedOn: '2015-01-01', today: '2023-06-01' }).missedYears).toEqual([2022]));
});
