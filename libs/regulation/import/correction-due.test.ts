import { describe, expect, it } from '@jest/globals';
import { correctionDue } from './correction-due.ts';

describe('the due date of a correction list', () => {
  it('counts calendar days over months, years and leap days', () => {
    expect(correctionDue('2026-11-21')).toBe('2027-05-20');
    expect(correctionDue('2028-02-28', 1)).toBe('2028-02-29');
    expect(correctionDue('2026-12-31', 1)).toBe('2027-01-01');
  });
});
