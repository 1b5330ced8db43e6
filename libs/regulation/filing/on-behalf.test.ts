import { describe, expect, it } from '@jest/globals';
import { onBehalfFindings } from './on-behalf.ts';

describe('keyed on behalf of a unit', () => {
  it('names the unit and shows the signed paper', () => {
    expect(onBehalfFindings({ onBehalf: true, unitId: null, signedPaperFileId: null })).toMatchObject([
      {
        class: 'LAW',
        rule: 'filing/on-behalf',
        source: expect.stringMatching(/^practice: /),
        field: 'unitId',
      },
      { class: 'LAW', article: null, field: 'signedPaperFileId', code: 'SIGNED_PAPER_MISSING' },
    ]);
    expect(onBehalfFindings({ onBehalf: true, unitId: 'u', signedPaperFileId: 'f' })).toEqual([]);
  });

  it('asks nothing of the unit itself', () => {
    expect(onBehalfFindings({ onBehalf: false, unitId: null, signedPaperFileId: null })).toEqual([]);
  });
});
