import type { Language } from '#regulation/labels';
import type { GraphQLFormattedError } from 'graphql';

/** What somebody is told who asks too often: in both languages, for whoever reads it. */
export function tooManyRequests(seconds: number, language: Language): GraphQLFormattedError {
  const messages: Record<Language, string> = {
    'zh-CN': `请求过于频繁，请 ${seconds} 秒后再试。`,
    en: `Too many requests. Try again in ${seconds} seconds.`,
  };
  return {
    message: messages[language],
    extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: seconds, messages },
  };
}
