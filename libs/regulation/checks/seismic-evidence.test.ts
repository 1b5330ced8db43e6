import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { seismicEvidence } from './seismic-evidence.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  seismicEvidence(sampleContents(change), facts, CHECK_DEFAULTS);

describe('seismic evidence', () => {
  it.each(['INDOOR', 'MIXED'] as const)('is asked of %s sites, as advice', (spaceType) => {
    for (const seismicEvidence of [null, '', ' ']) {
      expect(told({ spaceType, seismicEvidence })).toMatchObject([
        { class: 'ADVICE', article: null, field: 'seismicEvidence', code: 'NO_SEISMIC_EVIDENCE' },
      ]);
    }
    expect(told({ spaceType, seismicEvidence: '7 度设防' })).toEqual([]);
  });

  it.each(['OUTDOOR', 'UNKNOWN'] as const)('is not asked of %s sites', (spaceType) => {
    expect(told({ spaceType, seismicEvidence: null })).toEqual([]);
  });
});
