import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate } from '../civil-date.ts';
import { FILING_STAGES } from '../enumerations.ts';
import { lastDayLate, REVIEW_WORKING_DAYS, reviewDeadline } from './review-deadline.ts';

const TERM = { workingDays: REVIEW_WORKING_DAYS };
const noon = (day: CivilDate) => new Date(`${day}T12:00:00+08:00`);
const submitted = (day: CivilDate) => ({ stage: 'SUBMITTED', submittedAt: noon(day) }) as const;

describe('the deadline of a review', () => {
  it('counts working days from the day after it was handed in', () => {
    // Tuesday 10 March 2026; ten working days later it is Tuesday 24 March.
    expect(reviewDeadline(submitted('2026-03-10'), noon('2026-03-10'), TERM)).toEqual({
      dueOn: '2026-03-24',
      light: 'ON_TIME',
    });
    expect(reviewDeadline(submitted('2026-03-10'), noon('2026-03-10'), { workingDays: 3 })?.dueOn).toBe(
      '2026-03-13',
    );
  });

  it('knows the holidays it is told of', () => {
    const calendar = { holidays: ['2026-03-11'], workdays: ['2026-03-14'] };
    const dueOn = (workingDays: number) =>
      reviewDeadline(submitted('2026-03-10'), noon('2026-03-10'), { workingDays, calendar })?.dueOn;
    expect([dueOn(1), dueOn(3)]).toEqual(['2026-03-12', '2026-03-14']);
    expect(lastDayLate('2026-03-13', { workingDays: 1, calendar })).toBe('2026-03-11');
  });

  it.each([
    ['2026-03-20', 'ON_TIME'],
    ['2026-03-21', 'DUE_SOON'],
    ['2026-03-24', 'DUE_SOON'],
    ['2026-03-25', 'LATE'],
    ['2026-04-06', 'LATE'],
    ['2026-04-07', 'VERY_LATE'],
  ] as const)('shows on %s that it is %s', (today, light) => {
    expect(reviewDeadline(submitted('2026-03-10'), noon(today), TERM)?.light).toBe(light);
  });

  it('belongs to the civil day of China, late in the evening too', () => {
    const lateInTheEvening = new Date('2026-03-10T23:30:00+08:00');
    const filing = { stage: 'SUBMITTED', submittedAt: lateInTheEvening } as const;
    expect(reviewDeadline(filing, lateInTheEvening, TERM)?.dueOn).toBe('2026-03-24');
  });

  it('there is none while nobody has to decide, nor when nobody knows the day', () => {
    const others = FILING_STAGES.filter((stage) => stage !== 'SUBMITTED');
    for (const stage of others) {
      expect(reviewDeadline({ stage, submittedAt: noon('2026-03-10') }, noon('2026-03-10'), TERM)).toBeNull();
    }
    expect(reviewDeadline({ stage: 'SUBMITTED', submittedAt: null }, noon('2026-03-10'), TERM)).toBeNull();
  });

  it('the last late day divides the late from the others', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-12-01', n));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 120 }),
        (today, workingDays, ago) => {
          const handedIn = addDays(today, -ago);
          const light = reviewDeadline(submitted(handedIn), noon(today), { workingDays })?.light ?? '';
          expect(handedIn <= lastDayLate(today, { workingDays })).toBe(['LATE', 'VERY_LATE'].includes(light));
        },
      ),
    );
  });
});
