import type { Language } from '#regulation/public-labels';
import { REASON_MESSAGES, type ReasonCode } from '#regulation/publication/reason-messages';
import { wordReason } from '#regulation/publication/word-reason';
import type { PassedOver } from '../answer/answer.types.ts';

/** Reasons in the person's language, by their codes; a code this page does not know yet keeps the server's words. */
export function wordReasons(reasons: PassedOver['reasons'], language: Language): string {
  return reasons
    .map(({ code, params, message }) =>
      isKnown(code) ? wordReason({ code, params: params ?? {} }, language) : message,
    )
    .join(language === 'en' ? ' ' : '');
}

function isKnown(code: string): code is ReasonCode {
  return Object.hasOwn(REASON_MESSAGES, code);
}
