import { describe, expect, it } from '@jest/globals';
import { FILING_KINDS, FILING_STAGES } from '../enumerations.ts';
import { changeFindings, OPEN_CHANGE_STAGES, type ChangeFacts } from './change.ts';

const facts = (changes: Partial<ChangeFacts> = {}): ChangeFacts => ({
  kind: 'CHANGE',
  baseVersion: 2,
  onFileVersion: 2,
  deregistered: null,
  differing: ['address'],
  ...changes,
});
const codes = (changes: Partial<ChangeFacts>) => changeFindings(facts(changes)).map(({ code }) => code);

describe('a change of what is on file', () => {
  it('says nothing of one that was begun on what is on file and changes it', () => {
    expect(changeFindings(facts())).toEqual([]);
  });

  it.each([
    [1, 2, ['BASE_VERSION_PASSED']],
    [2, 2, []],
    [null, 2, []],
  ])('begun on version %p while %d is on file: %j', (baseVersion, onFileVersion, expected) => {
    expect(codes({ baseVersion, onFileVersion })).toEqual(expected);
  });

  it('advises, as practice, and names both versions', () => {
    expect(changeFindings(facts({ baseVersion: 1, onFileVersion: 4, differing: [] }))).toEqual([
      {
        class: 'ADVICE',
        rule: 'filing/base-version',
        article: null,
        source: 'practice: a reviewer compares with what is on file',
        field: null,
        code: 'BASE_VERSION_PASSED',
        params: { base: 1, now: 4 },
      },
      expect.objectContaining({
        class: 'ADVICE',
        rule: 'filing/something-changes',
        code: 'NOTHING_CHANGES',
        params: {},
      }),
    ]);
  });

  it('stops one of a shelter that has left the register, change or as-built version, and names it', () => {
    expect(changeFindings(facts({ deregistered: '411202C0001' }))).toMatchObject([
      { class: 'IMPOSSIBLE', article: null, code: 'SHELTER_DEREGISTERED', params: { code: '411202C0001' } },
    ]);
    expect(codes({ kind: 'RECONSTRUCTION', deregistered: '411202C0001' })).toEqual(['SHELTER_DEREGISTERED']);
  });

  it('is asked of no other kind of filing, and not before something is on file', () => {
    for (const kind of FILING_KINDS.filter((other) => !['CHANGE', 'RECONSTRUCTION'].includes(other))) {
      expect(codes({ kind, baseVersion: 1, differing: [] })).toEqual([]);
    }
    expect(codes({ onFileVersion: null, baseVersion: null, differing: [] })).toEqual([]);
  });

  it('is asked in the same way of the as-built version of a rebuild (Art. 21)', () => {
    expect(codes({ kind: 'RECONSTRUCTION', baseVersion: 1 })).toEqual(['BASE_VERSION_PASSED']);
  });

  it('is under way until it is decided or taken back', () => {
    const over = FILING_STAGES.filter((stage) => !OPEN_CHANGE_STAGES.includes(stage));
    expect(over).toEqual(['FILED', 'SUPERSEDED', 'WITHDRAWN']);
  });
});
