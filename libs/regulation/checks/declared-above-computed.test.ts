import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { declaredAboveComputed } from './declared-above-computed.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  declaredAboveComputed(sampleContents(change), facts, CHECK_DEFAULTS);

describe('declared above computed', () => {
  it('is worth a word', () => {
    expect(told({ declaredCapacity: 101 }, sampleFacts({ computedCapacity: 100 }))).toMatchObject([
      {
        class: 'ADVICE',
        article: null,
        field: 'declaredCapacity',
        code: 'ABOVE_COMPUTED',
        params: { declared: 101, computed: 100 },
      },
    ]);
  });

  it.each([
    [100, 100],
    [100, null],
    [100, undefined],
    [null, 100],
  ])('is silent about %p against %p', (declaredCapacity, computed) => {
    const facts = computed === undefined ? sampleFacts() : sampleFacts({ computedCapacity: computed });
    expect(told({ declaredCapacity }, facts)).toEqual([]);
  });
});
