import { expect, test } from '@jest/globals';
import { REFUSAL_MESSAGES, type RefusalCode } from '#regulation/refusal-messages';
import { sayFinding } from './report-words.ts';

const said = (code: RefusalCode, language: 'zh-CN' | 'en' = 'en') =>
  sayFinding({ code, field: 'standards', params: {} }, language);

test('an article is named within the sentence, not at its end', () => {
  expect(said('NO_STANDARD_NAMED')).toEqual({
    message: 'The works are accepted, and no standard is named that they follow (Art. 13).',
    cure: 'Better add it.',
  });
});

test.each(Object.keys(REFUSAL_MESSAGES) as RefusalCode[])('%s is parted between sentences', (code) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { message, cure } = said(code, language);
    expect(message).toMatch(/[.。]$/u);
    expect(message).not.toMatch(/\b(?:Arts?|No|e\.g|i\.e)\.$/u);
    for (const part of [message, cure]) {
      expect(part.match(/[(（]/gu)?.length).toBe(part.match(/[)）]/gu)?.length);
    }
  }
});
