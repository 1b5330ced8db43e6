import { describe, expect, it } from '@jest/globals';
import { CLOCK_AHEAD_MS, reportTime } from './report-time.ts';

const DECIDED = 1_000_000_000;
const RECEIVED = DECIDED + 3_600_000;

describe('when a report happened', () => {
  it.each([
    ['not told: when it was received', null, { at: RECEIVED, clockOff: false }],
    ['a while ago', RECEIVED - 60_000, { at: RECEIVED - 60_000, clockOff: false }],
    ['at the decision itself', DECIDED, { at: DECIDED, clockOff: false }],
    ['before the decision', DECIDED - 1, { at: RECEIVED, clockOff: true }],
    ['a little ahead', RECEIVED + CLOCK_AHEAD_MS, { at: RECEIVED, clockOff: false }],
    ['an hour ahead', RECEIVED + 3_600_000, { at: RECEIVED, clockOff: true }],
    ['just too far ahead', RECEIVED + CLOCK_AHEAD_MS + 1, { at: RECEIVED, clockOff: true }],
  ])('%s', (_what, told, time) => {
    expect(reportTime(told, RECEIVED, DECIDED)).toEqual(time);
  });
});
