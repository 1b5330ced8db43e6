import { describe, expect, test } from '@jest/globals';
import { noticeRefusals, type ToldRebuild } from './notice.ts';

const told = (changes: Partial<ToldRebuild> = {}): ToldRebuild => ({
  scope: '看台改建，新增厕所',
  startsOn: '2026-12-01',
  endsOn: '2027-03-31',
  effect: 'LIMITED',
  placesOut: 300,
  papers: 0,
  onBehalf: false,
  ...changes,
});
const codes = (changes: Partial<ToldRebuild>) =>
  noticeRefusals(told(changes)).map(({ field, code, article }) => [field, code, article]);

describe('a notice of a rebuild (Art. 21)', () => {
  test('a whole one is taken, also with places not known, on one day, or with every place out', () => {
    expect(noticeRefusals(told())).toEqual([]);
    expect(noticeRefusals(told({ placesOut: null }))).toEqual([]);
    expect(noticeRefusals(told({ endsOn: '2026-12-01' }))).toEqual([]);
    expect(noticeRefusals(told({ effect: 'UNAVAILABLE', placesOut: null }))).toEqual([]);
    expect(noticeRefusals(told({ effect: 'NONE', placesOut: 0 }))).toEqual([]);
    expect(noticeRefusals(told({ placesOut: 10_000_000, scope: '改'.repeat(2_000), papers: 20 }))).toEqual(
      [],
    );
  });

  test('what is wrong is told all at once', () => {
    expect(codes({ scope: '  ', startsOn: '2026-02-29', endsOn: 'soon', placesOut: -1, papers: 21 })).toEqual(
      [
        ['rebuildScope', 'MISSING', 21],
        ['startsOn', 'NO_SUCH_DATE', 21],
        ['endsOn', 'NO_SUCH_DATE', 21],
        ['placesOut', 'NEGATIVE', 21],
        ['rebuildPapers', 'TOO_MANY', 21],
      ],
    );
  });

  test('it does not end before it begins, and days that do not exist are not compared', () => {
    expect(codes({ endsOn: '2026-11-30' })).toEqual([['endsOn', 'ENDS_BEFORE', 21]]);
    expect(noticeRefusals(told({ endsOn: '2026-11-30' }))[0]?.params).toEqual({ earlier: '2026-12-01' });
    expect(codes({ startsOn: '2026-13-01', endsOn: '2026-01-01' })).toEqual([
      ['startsOn', 'NO_SUCH_DATE', 21],
    ]);
    expect(codes({ startsOn: '', endsOn: ' ' })).toEqual([
      ['startsOn', 'MISSING', 21],
      ['endsOn', 'MISSING', 21],
    ]);
  });

  test('places are out of use in a part only, and are a number people could have', () => {
    expect(codes({ effect: 'NONE', placesOut: 1 })).toEqual([['placesOut', 'PLACES_OF_A_PART', 21]]);
    expect(codes({ effect: 'UNAVAILABLE', placesOut: 1 })).toEqual([['placesOut', 'PLACES_OF_A_PART', 21]]);
    expect(codes({ placesOut: 10_000_001 })).toEqual([['placesOut', 'TOO_LARGE', 21]]);
  });

  test('a text too long names limit and length; an odd date is cut', () => {
    expect(noticeRefusals(told({ scope: '改'.repeat(2_001) }))[0]).toMatchObject({
      code: 'TOO_LONG',
      params: { limit: 2_000, length: 2_001 },
    });
    const [odd] = noticeRefusals(told({ endsOn: 'x'.repeat(100) }));
    expect(odd?.params['value']).toBe('x'.repeat(40));
    expect(noticeRefusals(told({ papers: 21 }))[0]?.params).toEqual({ limit: 20, count: 21 });
  });

  test('staff who key it attach the paper the unit signed: practice, not law', () => {
    expect(codes({ onBehalf: true })).toEqual([['rebuildPapers', 'SIGNED_PAPER_MISSING', null]]);
    expect(codes({ onBehalf: true, papers: 1 })).toEqual([]);
  });
});
