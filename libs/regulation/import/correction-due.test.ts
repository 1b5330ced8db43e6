import { describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENTS } from '../registry/contents.ts';
import { correctionDue, owedCorrection } from './correction-due.ts';

describe('the due date of a correction list', () => {
  it('counts calendar days over months, years and leap days', () => {
    expect(correctionDue('2026-11-21')).toBe('2027-05-20');
    expect(correctionDue('2028-02-28', 1)).toBe('2028-02-29');
    expect(correctionDue('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('what a migrated record still owes', () => {
  const contents = { ...EMPTY_CONTENTS, name: '虹桥公园', declaredCapacity: 300 };
  const owed = (today: string) => owedCorrection({ contents, dueOn: '2027-05-20' }, today);

  it('names every gap, and how the day stands: the day itself is in time', () => {
    expect(owed('2026-11-21')).toMatchObject({ daysLeft: 180, light: 'ON_TIME', dueOn: '2027-05-20' });
    expect(owed('2026-11-21')?.gaps).toContain('zonePlanFileId');
    expect(owed('2026-11-21')?.gaps).not.toContain('declaredCapacity');
    expect(owed('2027-05-20')).toMatchObject({ daysLeft: 0, light: 'DUE_SOON' });
    expect(owed('2027-05-21')).toMatchObject({ daysLeft: -1, light: 'LATE' });
    expect(owed('2027-06-19')).toMatchObject({ daysLeft: -30, light: 'VERY_LATE' });
  });

  it('nothing where no day was given', () => {
    expect(owedCorrection({ contents, dueOn: null }, '2026-11-21')).toBeNull();
  });
});
