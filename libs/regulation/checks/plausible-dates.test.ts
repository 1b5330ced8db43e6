import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { plausibleDates } from './plausible-dates.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  plausibleDates(sampleContents(change), facts, CHECK_DEFAULTS);

describe('plausible dates', () => {
  it('may be today, not tomorrow', () => {
    expect(told({ acceptedOn: '2026-03-01' })).toEqual([]);
    expect(told({ acceptedOn: '2026-03-02' })).toMatchObject([
      {
        class: 'ADVICE',
        article: null,
        field: 'acceptedOn',
        code: 'DATE_IN_FUTURE',
        params: { value: '2026-03-02' },
      },
    ]);
  });

  it('hand over on or after the acceptance', () => {
    expect(told({ acceptedOn: '2024-05-01', handedOverOn: '2024-05-01' })).toEqual([]);
    expect(told({ acceptedOn: '2024-05-01', handedOverOn: '2024-04-30' })).toMatchObject([
      { field: 'handedOverOn', code: 'DATES_REVERSED', params: { earlier: '2024-05-01' } },
    ]);
    expect(told({ acceptedOn: null, handedOverOn: '2024-04-30' })).toEqual([]);
    expect(told({ acceptedOn: '2024-05-01', handedOverOn: null })).toEqual([]);
  });

  it('leave dates that do not exist to their own rule', () => {
    expect(told({ handedOverOn: '2099-13-01' })).toEqual([]);
    expect(told({ acceptedOn: '2024-13-40', handedOverOn: '2024-05-01' })).toEqual([]);
    expect(told({ acceptedOn: '2024-05-01', handedOverOn: '2024-02-30' })).toEqual([]);
  });
});
