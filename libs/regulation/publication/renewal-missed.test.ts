import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDateOf } from '../civil-date.ts';
import { EDITION_DEFAULTS, isEditionOverdue, nextEditionDue } from './edition.ts';
import { renewalMissed } from './renewal-missed.ts';

const at = (text: string) => Date.parse(text);

describe('what residents are told of a late edition', () => {
  it('is the day it was due by, from the day after, by the calendar of the city', () => {
    expect(renewalMissed('2026-06-10', at('2026-06-10T23:59:59+08:00'))).toBeNull();
    expect(renewalMissed('2026-06-10', at('2026-06-11T00:00:00+08:00'))).toBe('2026-06-10');
    expect(renewalMissed('2026-06-10', at('2026-01-01T00:00:00Z'))).toBeNull();
  });

  it('is nothing before the first edition, and where an older server said nothing', () => {
    for (const untold of [null, undefined, '', 'soon', '2026-02-30'])
      expect(renewalMissed(untold, at('2030-01-01T00:00:00Z'))).toBeNull();
    expect(renewalMissed('2026-06-10', Number.NaN)).toBeNull();
  });

  it('never differs from what staff are told, once there is an edition', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 24 }),
        (days, editionMonths) => {
          const [lastOn, config] = ['2026-01-31', { ...EDITION_DEFAULTS, editionMonths }];
          const now = new Date(`${addDays(lastOn, days)}T12:00:00+08:00`);
          const told = renewalMissed(nextEditionDue(lastOn, config), now.getTime());
          expect(told !== null).toBe(isEditionOverdue(lastOn, civilDateOf(now), config));
        },
      ),
    );
  });
});
