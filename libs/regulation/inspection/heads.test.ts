import { describe, expect, it } from '@jest/globals';
import { INSPECTION_HEADS, type HeadResult, type InspectionHead } from '../enumerations.ts';
import { allHeads, fulfilsYear, headRefusals, looksAtFacilities, type HeadNote } from './heads.ts';

const said = (head: InspectionHead, result: HeadResult = 'IN_ORDER'): HeadNote => ({
  head,
  result,
  note: null,
});
const EVERY = INSPECTION_HEADS.map((head) => said(head));
const codes = (...given: Parameters<typeof headRefusals>) => headRefusals(...given).map(({ code }) => code);

describe('the seven heads', () => {
  it('are all there, in the order of the law; silence is "not inspected"', () => {
    expect(allHeads([said('FACILITIES')], []).map(({ head, result }) => [head, result])).toEqual([
      ['PLAN', 'NOT_INSPECTED'],
      ['ORGANISATION', 'NOT_INSPECTED'],
      ['FACILITIES', 'IN_ORDER'],
      ['SUPPLIES', 'NOT_INSPECTED'],
      ['FUNDS', 'NOT_INSPECTED'],
      ['EDUCATION_AND_DRILL', 'NOT_INSPECTED'],
      ['OTHER', 'NOT_INSPECTED'],
    ]);
  });

  it('a finding makes its head one with a finding, whatever was ticked', () => {
    const heads = allHeads(
      [said('SUPPLIES'), said('FACILITIES', 'NOT_INSPECTED')],
      ['FACILITIES', 'SUPPLIES'],
    );
    expect(heads.filter(({ result }) => result === 'FINDING').map(({ head }) => head)).toEqual([
      'FACILITIES',
      'SUPPLIES',
    ]);
  });

  it('are all judged in a supervision, each missing one is named', () => {
    expect(codes('SUPERVISION', EVERY, [])).toEqual([]);
    const refusals = headRefusals(
      'SUPERVISION',
      [said('FACILITIES'), said('PLAN', 'NOT_INSPECTED')],
      ['FUNDS'],
    );
    expect(refusals.map(({ params }) => params['head'])).toEqual([
      'PLAN',
      'ORGANISATION',
      'SUPPLIES',
      'EDUCATION_AND_DRILL',
      'OTHER',
    ]);
    expect(refusals.every(({ article }) => article === 27)).toBe(true);
  });

  it('may mostly wait in a self-inspection, but not all of them', () => {
    expect(codes('SELF_ANNUAL', [said('SUPPLIES')], [])).toEqual([]);
    expect(codes('SELF_ANNUAL', [], ['OTHER'])).toEqual([]);
    expect(codes('SELF_ANNUAL', [said('PLAN', 'NOT_INSPECTED')], [])).toEqual(['NOTHING_CHOSEN']);
  });

  it('are told once each, briefly, and what was found is said', () => {
    expect(codes('SELF_ANNUAL', [said('PLAN'), said('PLAN')], [])).toEqual(['TWICE']);
    expect(codes('SELF_ANNUAL', [said('PLAN', 'FINDING')], [])).toEqual(['FINDING_UNSAID']);
    expect(codes('SELF_ANNUAL', [{ ...said('PLAN'), note: 'x'.repeat(2_001) }], [])).toEqual(['TOO_LONG']);
  });
});

describe('what an inspection fulfils', () => {
  it('is the year, when the unit looked at its facilities', () => {
    expect(fulfilsYear('SELF_ANNUAL', allHeads([said('FACILITIES')], []))).toBe(true);
    expect(fulfilsYear('SELF_ANNUAL', allHeads([], ['FACILITIES']))).toBe(true);
    expect(fulfilsYear('SELF_ANNUAL', allHeads([said('SUPPLIES')], []))).toBe(false);
    expect(fulfilsYear('SUPERVISION', EVERY)).toBe(false);
    expect(looksAtFacilities(EVERY)).toBe(true);
  });
});
