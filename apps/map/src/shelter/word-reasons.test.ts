import { expect, it } from '@jest/globals';
import { wordReasons } from './word-reasons.ts';

it('says reasons by their codes, in the language of the page, whatever the server said', () => {
  const reasons = [
    { code: 'UNSUITABLE_FOR_HAZARD', params: { hazard: 'FLOOD' }, message: 'said by the server' },
    { code: 'DAMAGED', params: null, message: 'said by the server' },
  ];
  expect(wordReasons(reasons, 'zh-CN')).toBe('不适用于洪水。场所已受损，请勿前往。');
  expect(wordReasons(reasons, 'en')).toBe(
    'Not suitable for this hazard: Flood. This shelter is damaged. Do not go there.',
  );
});

it('keeps the server’s words for a code that came after this page', () => {
  expect(wordReasons([{ code: 'NEW_REASON', params: {}, message: '新的原因。' }], 'zh-CN')).toBe(
    '新的原因。',
  );
  expect(wordReasons([{ code: 'toString', params: {}, message: '原话。' }], 'zh-CN')).toBe('原话。');
});
