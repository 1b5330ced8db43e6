import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../refusal.ts';
import { firstOfEachCell } from './first-of-each-cell.ts';

/** A finding as 'CLASS field CODE'. */
const finding = (told: string): Finding => {
  const [kind, field, code] = told.split(' ') as [Finding['class'], string, Finding['code']];
  return { class: kind, rule: 'import/row', article: null, field, code, params: {} };
};
const left = (read: readonly string[], checks: readonly string[]) =>
  firstOfEachCell(read.map(finding), checks.map(finding)).map(
    ({ class: kind, field, code }) => `${kind} ${field} ${code}`,
  );

describe('the findings of a cell', () => {
  it.each([
    ['a formula is not empty besides', 'IMPOSSIBLE name FORMULA_CELL', 'IMPOSSIBLE name EMPTY'],
    ['nor missing', 'IMPOSSIBLE name FORMULA_CELL', 'LAW name MISSING'],
    ['half a position is not missing', 'IMPOSSIBLE position.latitude EMPTY', 'LAW position MISSING'],
    [
      'a hazard nobody knows was assessed',
      'IMPOSSIBLE suitability UNKNOWN_VALUE',
      'ADVICE suitability HAZARDS_NOT_ASSESSED',
    ],
    ['lost characters are told once', 'ADVICE name LOST_CHARACTERS', 'ADVICE name LOST_CHARACTERS'],
    [
      'room nobody counted is told once',
      'ADVICE declaredCapacity ZERO_CAPACITY',
      'LAW declaredCapacity MISSING',
    ],
  ])('%s', (_what, read, check) => {
    expect(left([read], [check])).toEqual([]);
  });

  it('an empty name is told as that', () => {
    expect(left([], ['LAW name MISSING', 'IMPOSSIBLE name EMPTY'])).toEqual(['IMPOSSIBLE name EMPTY']);
  });

  it('what cannot be true raises no advice', () => {
    const checks = ['IMPOSSIBLE declaredCapacity TOO_LARGE', 'ADVICE declaredCapacity ABOVE_COMPUTED'];
    expect(left([], checks)).toEqual(checks.slice(0, 1));
  });

  it('other cells keep theirs, and so does a cell with several things to mend', () => {
    const checks = [
      'LAW position MISSING',
      'IMPOSSIBLE name TOO_LONG',
      'IMPOSSIBLE name CONTROL_CHARACTER',
      'ADVICE contact.phone PHONE_FORM',
    ];
    expect(left(['ADVICE position.sourceCrs CRS_ASSUMED', 'IMPOSSIBLE grade UNKNOWN_VALUE'], checks)).toEqual(
      checks,
    );
  });
});
