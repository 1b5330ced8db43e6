import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { consultationRecord } from './consultation.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  consultationRecord(sampleContents(change), facts, CHECK_DEFAULTS);

const record = (askedOn: string | null, answeredOn: string | null, opinion: string | null = null) => ({
  consultation: { askedBy: null, askedOn, answeredBy: null, answeredOn, opinion },
});

describe('the consultation of Art. 11', () => {
  it('waits for its answer', () => {
    expect(told(record('2025-01-02', null))).toMatchObject([
      {
        class: 'ADVICE',
        field: 'consultation.answeredOn',
        code: 'NOT_ANSWERED',
        params: { asked: '2025-01-02' },
      },
    ]);
    expect(told(record('2025-01-02', null, '  '))).toHaveLength(1);
    expect(told(record('2025-01-02', null, '同意'))).toEqual([]);
  });

  it('is answered after it was asked', () => {
    expect(told(record('2025-01-02', '2025-01-01'))).toMatchObject([
      { class: 'ADVICE', code: 'ANSWERED_BEFORE_ASKED', params: { asked: '2025-01-02' } },
    ]);
    expect(told(record('2025-01-02', '2025-01-02'))).toEqual([]);
  });

  it('is not asked for', () => {
    expect(told()).toEqual([]);
    expect(told(record(null, '2025-01-02'))).toEqual([]);
  });
});
