import { describe, expect, it } from '@jest/globals';
import { reasonRefusals, remarkRefusals, returnRefusals } from './review.ts';

describe('a return', () => {
  it('gives at least one reason', () => {
    expect(returnRefusals([])).toEqual([
      { rule: 'filing/review', article: null, field: 'reasons', code: 'REASON_MISSING', params: {} },
    ]);
  });

  it('names fields that exist, and is a letter, not a form', () => {
    const of = (field: string | null) => returnRefusals([{ field, text: '请核对' }]);
    expect([of('facilities.0.quantity'), of(null)]).toEqual([[], []]);
    expect(of('x'.repeat(60))).toMatchObject([
      {
        field: 'reasons.0.field',
        code: 'UNKNOWN_VALUE',
        params: { value: 'x'.repeat(40), allowed: 'name, position, …' },
      },
    ]);
    const reason = { field: null, text: '请核对' };
    expect(returnRefusals(Array.from({ length: 100 }, () => reason))).toEqual([]);
    expect(returnRefusals(Array.from({ length: 101 }, () => reason))).toMatchObject([
      { field: 'reasons', code: 'TOO_MANY', params: { limit: 100, count: 101 } },
    ]);
  });

  it('says every reason in words, not too many', () => {
    const reasons = [
      { field: 'name', text: '名称不符' },
      { field: null, text: ' ' },
      { field: null, text: 'x'.repeat(2_001) },
    ];
    expect(returnRefusals(reasons)).toMatchObject([
      { field: 'reasons.1', code: 'REASON_MISSING' },
      { field: 'reasons.2', code: 'REASON_TOO_LONG', params: { limit: 2_000, length: 2_001 } },
    ]);
    expect(returnRefusals([{ field: null, text: 'x'.repeat(2_000) }])).toEqual([]);
  });
});

it('a single reason is judged alike', () => {
  expect(reasonRefusals('')).toMatchObject([{ field: 'reason', code: 'REASON_MISSING' }]);
  expect(reasonRefusals('公园施工')).toEqual([]);
});

it('words that may go along need not', () => {
  for (const nothing of [null, '', ' \n ']) expect(remarkRefusals(nothing, 'note')).toEqual([]);
  expect(remarkRefusals('x'.repeat(2_000), 'note')).toEqual([]);
  expect(remarkRefusals('x'.repeat(2_001), 'note')).toMatchObject([
    { field: 'note', code: 'REASON_TOO_LONG', article: null, params: { limit: 2_000, length: 2_001 } },
  ]);
});
