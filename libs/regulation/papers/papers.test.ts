import { describe, expect, it } from '@jest/globals';
import { FILING_STAGES } from '../enumerations.ts';
import { paperName } from './labels.ts';
import { filingPapers, PAPER_KINDS, shelterPapers } from './papers.ts';

const NUMBER = '411202-2026-1';

describe('the papers of a filing', () => {
  it.each(FILING_STAGES)('has its form in stage %s', (stage) => {
    expect(filingPapers({ stage, number: null, returns: 0 })).toEqual(['FILING_FORM']);
  });

  it('has a letter from the first return on, whatever came after', () => {
    for (const stage of FILING_STAGES)
      expect(filingPapers({ stage, number: null, returns: 2 })).toEqual(['FILING_FORM', 'RETURN_LETTER']);
  });

  it('has a certificate only with a number, and keeps it when a later version takes its place', () => {
    const certified = FILING_STAGES.filter((stage) =>
      filingPapers({ stage, number: NUMBER, returns: 0 }).includes('CERTIFICATE'),
    );
    expect(certified).toEqual(['FILED', 'SUPERSEDED']);
    expect(filingPapers({ stage: 'FILED', number: null, returns: 0 })).toEqual(['FILING_FORM']);
  });
});

describe('the papers of a shelter', () => {
  it('has an extract always, a plan sheet only with a drawing', () => {
    expect(shelterPapers({ zonePlanFileId: null })).toEqual(['REGISTRY_EXTRACT']);
    expect(shelterPapers({ zonePlanFileId: 'x' })).toEqual(['REGISTRY_EXTRACT', 'ZONE_PLAN_SHEET']);
  });
});

it('names every paper in both languages, each by a name of its own', () => {
  for (const language of ['zh-CN', 'en'] as const)
    expect(new Set(PAPER_KINDS.map((kind) => paperName(kind, language))).size).toBe(PAPER_KINDS.length);
  expect(paperName('RETURN_LETTER', 'zh-CN')).toBe('退回（补正）告知书');
});
