import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { existingDates } from './existing-dates.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  existingDates(sampleContents(change), facts, CHECK_DEFAULTS);

describe('dates', () => {
  it.each(['acceptedOn', 'handedOverOn'] as const)('%s must exist', (field) => {
    expect(told({ [field]: '2023-02-29' })).toMatchObject([
      { class: 'IMPOSSIBLE', field, code: 'NO_SUCH_DATE', params: { value: '2023-02-29' } },
    ]);
    expect(told({ [field]: '2024-02-29' })).toEqual([]);
    expect(told({ [field]: null })).toEqual([]);
  });

  it('are looked at inside the list of hazards, and echoed cut short', () => {
    const verdict = { hazard: 'FIRE', suitability: 'SUITABLE', assessedBy: null } as const;
    const suitability = [
      { ...verdict, assessedOn: '2024-01-01' },
      { ...verdict, assessedOn: 'x'.repeat(99) },
    ];
    expect(told({ suitability })).toMatchObject([
      { field: 'suitability.1.assessedOn', params: { value: `${'x'.repeat(40)}…` } },
    ]);
  });
});
