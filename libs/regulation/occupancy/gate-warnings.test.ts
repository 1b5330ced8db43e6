import { describe, expect, it } from '@jest/globals';
import { alreadyInsideWarning, answeredFor, fullWarning, moreOutThanInWarning } from './gate-warnings.ts';

describe('warnings at the gate', () => {
  it('full: the last place is given, one more is warned of, unknown room admits', () => {
    expect(fullWarning(10, 7, 3)).toEqual([]);
    expect(fullWarning(10, 7, 4)).toEqual([
      expect.objectContaining({ code: 'FULL_WARNING', params: { usable: 10, inside: 7, persons: 4 } }),
    ]);
    expect(fullWarning(null, 7, 400)).toEqual([]);
    expect(fullWarning(0, 0, 1)).toHaveLength(1);
  });

  it('twice, and more out than in, with their numbers', () => {
    expect(alreadyInsideWarning(null)).toEqual([]);
    expect(alreadyInsideWarning({ code: '411202X0001', persons: 2 })[0]?.params).toEqual({
      code: '411202X0001',
      persons: 2,
    });
    expect(moreOutThanInWarning(3, 3)).toEqual([]);
    expect(moreOutThanInWarning(3, 4)[0]?.code).toBe('MORE_OUT_THAN_IN');
  });

  it('are answered by a reason, not by blanks', () => {
    expect([null, '', ' \n', '暴雨，老人'].map(answeredFor)).toEqual([false, false, false, true]);
  });
});
