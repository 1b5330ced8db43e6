import { describe, expect, test } from '@jest/globals';
import { isNothing, problemOfFaults, type Problem } from './problem.ts';

const refused = (...refusals: { code: string; field: string | null }[]): Problem =>
  problemOfFaults([
    {
      message: '',
      extensions: {
        code: 'ACT_REFUSED',
        refusals: refusals.map((refusal) => ({ ...refusal, article: null, message: '' })),
      },
    },
  ]);

describe('an asking for one thing', () => {
  test('finds nothing where its number can be none', () => {
    expect(isNothing(refused({ code: 'NOT_FOUND', field: 'id' }))).toBe(true);
  });

  test('is refused where something else is not there, or wrong besides', () => {
    expect(isNothing(refused({ code: 'NOT_FOUND', field: 'unitId' }))).toBe(false);
    const both = refused({ code: 'NOT_FOUND', field: 'id' }, { code: 'OUT_OF_STAGE', field: null });
    expect(isNothing(both)).toBe(false);
  });

  test('says what went wrong when no answer came', () => {
    expect(isNothing(problemOfFaults([]))).toBe(false);
  });
});
