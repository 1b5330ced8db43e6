import { describe, expect, it } from '@jest/globals';
import {
  MOST_POST_MEMBERS,
  postSizeRefusals,
  MOST_TARGET_MINUTES,
  rosterDateRefusals,
  standingTextRefusals,
  targetRefusals,
} from './standing-order.ts';

const codes = (refusals: readonly { code: string; field: string | null }[]) =>
  refusals.map(({ code, field }) => `${code} ${field}`);

describe('the standing order', () => {
  it('seats so many and no more', () => {
    expect(postSizeRefusals(MOST_POST_MEMBERS)).toEqual([]);
    expect(codes(postSizeRefusals(MOST_POST_MEMBERS + 1))).toEqual(['TOO_MANY members']);
  });

  it('has names that are there and are not endless', () => {
    expect(standingTextRefusals('memberName', '王主任')).toEqual([]);
    expect(codes(standingTextRefusals('memberName', '  '))).toEqual(['EMPTY memberName']);
    expect(codes(standingTextRefusals('planTitle', '长'.repeat(1000)))).toEqual(['TOO_LONG planTitle']);
  });

  it.each([
    ['2026-01-01', null, []],
    ['2026-01-01', '2026-01-02', []],
    ['2026-01-01', '2026-01-01', ['ROSTER_DATES_REVERSED inForceUntil']],
    ['2026-01-02', '2026-01-01', ['ROSTER_DATES_REVERSED inForceUntil']],
    ['2026-02-29', null, ['NO_SUCH_DATE inForceFrom']],
    ['2028-02-29', '2028-02-30', ['NO_SUCH_DATE inForceUntil']],
    ['gestern', '', ['NO_SUCH_DATE inForceFrom', 'NO_SUCH_DATE inForceUntil']],
  ])('from %s until %s: %j', (from, until, expected) => {
    expect(codes(rosterDateRefusals(from, until))).toEqual(expected);
  });

  it.each([
    [null, []],
    [1, []],
    [MOST_TARGET_MINUTES, []],
    [0, ['TOO_SMALL minutes']],
    [-5, ['TOO_SMALL minutes']],
    [MOST_TARGET_MINUTES + 1, ['TOO_LARGE minutes']],
  ])('a target of %s: %j', (minutes, expected) => {
    expect(codes(targetRefusals(minutes))).toEqual(expected);
  });
});
