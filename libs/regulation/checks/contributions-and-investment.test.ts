import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { contributionsAndInvestment } from './contributions-and-investment.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  contributionsAndInvestment(sampleContents(change), facts, CHECK_DEFAULTS);

const contributions = [
  { kind: 'DONATION' as const, donor: '某公司', given: null, valueYuan: null, receivedOn: null },
];

describe('contributions (Art. 6)', () => {
  it('are not the money of the government alone', () => {
    expect(told({ investment: 'GOVERNMENT', contributions })).toMatchObject([
      {
        class: 'ADVICE',
        field: 'investment',
        code: 'CONTRIBUTION_UNLIKE_INVESTMENT',
        params: { investment: 'GOVERNMENT' },
      },
    ]);
    expect(told({ investment: 'MIXED', contributions })).toEqual([]);
    expect(told({ investment: 'GOVERNMENT' })).toEqual([]);
  });
});
