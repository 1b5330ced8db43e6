import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { looksLikePhone, phoneForm } from './phone-form.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  phoneForm(sampleContents(change), facts, CHECK_DEFAULTS);

describe('phones', () => {
  it.each([
    '13800000000',
    '+86 138 0000 0000',
    '86-13800000000',
    '0398-2812345',
    '(0398) 2812345',
    '0371-66668888',
    '010-66668888转123',
    '2812345',
    '02-87654321',
    '400-800-1234',
    '800 810 1234',
    '110',
    '12345',
    '+81 3 1234 5678',
    '１３８００００００００',
  ])('%s looks like one', (phone) => {
    expect(looksLikePhone(phone)).toBe(true);
  });

  it.each([
    '1380000000',
    '138000000000',
    '12800000000',
    '03-585****',
    '0398',
    'abc',
    '1',
    '123456',
    '+12345',
    'x13800000000',
    '13800000000x',
    '00398-2812345678',
  ])('%s does not', (phone) => {
    expect(looksLikePhone(phone)).toBe(false);
  });

  it('are judged one by one, the number kept out of the finding', () => {
    const findings = told({ contact: { name: '王', phone: '0398', phone24h: '12' }, publicPhone: '没有' });
    expect(findings.map(({ field }) => field)).toEqual(['contact.phone', 'contact.phone24h', 'publicPhone']);
    expect(findings[0]).toMatchObject({ class: 'ADVICE', article: null, code: 'PHONE_FORM', params: {} });
  });

  it('may be missing: that is for Art. 14 to say', () => {
    expect(told({ contact: { name: null, phone: null, phone24h: ' ' }, publicPhone: '' })).toEqual([]);
  });
});
