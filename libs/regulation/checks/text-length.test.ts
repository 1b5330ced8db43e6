import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { textLength } from './text-length.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  textLength(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the length of texts and lists', () => {
  it.each([
    ['name', 100],
    ['division', 100],
    ['address', 300],
    ['landmark', 200],
    ['publicPhone', 40],
    ['seismicEvidence', 1_000],
    ['remarks', 2_000],
  ] as const)('%s holds %d characters', (field, limit) => {
    expect(told({ [field]: '园'.repeat(limit) })).toEqual([]);
    expect(told({ [field]: '园'.repeat(limit + 1) })).toMatchObject([
      { class: 'IMPOSSIBLE', field, code: 'TOO_LONG', params: { limit, length: limit + 1 } },
    ]);
  });

  it('counts inside lists and the contact', () => {
    const long = 'x'.repeat(101);
    const change = {
      aliases: ['short', long],
      facilities: [{ type: 'WATER', quantity: null, state: 'WORKING', maintainer: long }] as const,
      contact: { name: long, phone: long, phone24h: long },
      suitability: [{ hazard: 'FIRE', suitability: 'SUITABLE', assessedBy: long, assessedOn: null }] as const,
    };
    const fields = told({
      ...change,
      facilities: [...change.facilities],
      suitability: [...change.suitability],
    });
    expect(fields.map(({ field }) => field)).toEqual([
      'aliases.1',
      'facilities.0.maintainer',
      'contact.name',
      'contact.phone',
      'contact.phone24h',
      'suitability.0.assessedBy',
    ]);
  });

  it.each([
    ['aliases', 20],
    ['otherPaperFileIds', 50],
  ] as const)('%s holds %d entries', (field, limit) => {
    expect(told({ [field]: Array.from({ length: limit }, (_, index) => `a${index}`) })).toEqual([]);
    expect(told({ [field]: Array.from({ length: limit + 1 }, (_, index) => `a${index}`) })).toMatchObject([
      { field, code: 'TOO_MANY', params: { limit, count: limit + 1 } },
    ]);
  });

  it('bounds facilities and hazards too', () => {
    const facility = { type: 'WATER', quantity: 1, state: 'WORKING', maintainer: null } as const;
    const verdict = { hazard: 'FIRE', suitability: 'SUITABLE', assessedBy: null, assessedOn: null } as const;
    expect(told({ facilities: Array.from({ length: 201 }, () => facility) })).toMatchObject([
      { field: 'facilities' },
    ]);
    expect(told({ suitability: Array.from({ length: 21 }, () => verdict) })).toMatchObject([
      { field: 'suitability' },
    ]);
  });
});
