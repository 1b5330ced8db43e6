import { expect, it } from '@jest/globals';
import { findingRefusals, type ToldFinding } from './findings.ts';

const finding = (changes: Partial<ToldFinding>): ToldFinding => ({
  grade: 'GENERAL',
  text: '应急照明不亮',
  effect: null,
  evidence: [],
  ...changes,
});
const told = (...findings: ToldFinding[]) =>
  findingRefusals(findings).map(({ field, code }) => `${field} ${code}`);

it('accepts a finding in words', () => {
  expect(told(finding({}))).toEqual([]);
  expect(told(finding({ grade: 'MAJOR', effect: 'UNAVAILABLE' }))).toEqual([]);
});

it('tells every gap of every finding at once', () =>
  expect(
    told(
      finding({ text: '  ' }),
      finding({ grade: 'MAJOR', text: '长'.repeat(2_001), evidence: [{ maker: null, proves: '' }] }),
    ),
  ).toEqual([
    'findings.0.text MISSING',
    'findings.1.text TOO_LONG',
    'findings.1.effect MISSING',
    'findings.1.evidence.0.proves MISSING',
  ]));

it('is bounded', () =>
  expect(told(...Array.from({ length: 51 }, () => finding({})))).toEqual(['findings TOO_MANY']));
