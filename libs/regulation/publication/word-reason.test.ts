import { describe, expect, it } from '@jest/globals';
import { PASS_OVER_RULES } from './eligibility.ts';
import { LABEL_MESSAGES, REASON_MESSAGES } from './reason-messages.ts';
import { wordLabel, wordReason } from './word-reason.ts';

describe('reasons in words', () => {
  it('exist for every row of the table, in both languages', () => {
    expect(PASS_OVER_RULES.map(({ code }) => code)).toEqual(Object.keys(REASON_MESSAGES));
    for (const [chinese, english] of Object.values(REASON_MESSAGES)) {
      expect(chinese).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(english).toMatch(/^[\x20-\x7e]+\.$/);
    }
  });

  it('are filled with what is the matter, in the language asked for', () => {
    const unsuitable = { code: 'UNSUITABLE_FOR_HAZARD', params: { hazard: 'FLOOD' } } as const;
    expect(wordReason(unsuitable, 'zh-CN')).toBe('不适用于洪水。');
    expect(wordReason(unsuitable, 'en')).toBe('Not suitable for this hazard: Flood.');
    expect(wordReason({ code: 'NOT_OPEN', params: { status: 'CLOSED' } }, 'zh-CN')).toBe(
      '尚未开放（已关闭）。',
    );
    expect(wordReason({ code: 'NO_ROOM', params: { partySize: 4 } }, 'en')).toBe(
      'Not enough room for 4 people.',
    );
  });
});

it.each(Object.entries(LABEL_MESSAGES))('%s is labelled in both languages', (label, [chinese, english]) => {
  expect(chinese).toMatch(/[\u4e00-\u9fff]/);
  expect(english).toMatch(/^[\x20-\x7e]+$/);
  expect(wordLabel(label as keyof typeof LABEL_MESSAGES, 'zh-CN')).toBe(chinese);
  expect(wordLabel(label as keyof typeof LABEL_MESSAGES, 'en')).toBe(english);
});
