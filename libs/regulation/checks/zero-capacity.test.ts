import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { zeroCapacity } from './zero-capacity.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  zeroCapacity(sampleContents(change), facts, CHECK_DEFAULTS);

describe('room for nobody', () => {
  it('is advice', () => {
    expect(told({ declaredCapacity: 0 })).toMatchObject([
      { class: 'ADVICE', field: 'declaredCapacity', code: 'ZERO_CAPACITY' },
    ]);
  });

  it.each([1, null])('%p is no matter', (declaredCapacity) => {
    expect(told({ declaredCapacity })).toEqual([]);
  });
});
