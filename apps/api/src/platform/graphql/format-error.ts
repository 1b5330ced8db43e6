import type { Language } from '#regulation/labels';
import { wordRefusal } from '#regulation/wording';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ActRefused, Forbidden, Unauthenticated } from '../refused.ts';

/** Told once for every bug, with its request where there is one: the number the person reads out and the log carries. */
export type ReportBug = (error: unknown, requestId?: string) => string;

const SAID: Record<'UNAUTHENTICATED' | 'FORBIDDEN' | 'BUG' | 'UNSTORABLE', Record<Language, string>> = {
  UNAUTHENTICATED: {
    'zh-CN': '尚未登录，或登录已过期。请重新登录。',
    en: 'You are not signed in, or your session has ended. Sign in again.',
  },
  FORBIDDEN: {
    'zh-CN': '您的职责不包括这项内容。请联系本地应急管理部门或系统管理员。',
    en: 'This is not within your office. Ask the local emergency-management department or the administrator.',
  },
  UNSTORABLE: {
    'zh-CN': '内容中有无法保存的字符。请删去后重新输入。',
    en: 'The text holds a character that cannot be stored. Remove it and type it again.',
  },
  BUG: {
    'zh-CN': '系统出错，未作任何更改。请稍后重试；如仍出错，请报告此编号：',
    en: 'Something broke on our side and nothing was changed. Try again; if it stays, report this number: ',
  },
};

/** Turns what was thrown into what a client is told: four families, everything else masked. */
export function formatError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  language: Language,
  reportBug: ReportBug,
): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const error = isMalformedId(cause) ? NO_SUCH_ID : cause;
  const where = formatted.path ? { path: formatted.path } : {};
  if (error instanceof ActRefused) {
    const refusals = error.refusals.map((refusal) => ({
      ...refusal,
      message: wordRefusal(refusal, language),
    }));
    return {
      message: refusals.map((refusal) => refusal.message).join('\n'),
      ...where,
      extensions: { code: 'ACT_REFUSED', refusals },
    };
  }
  if (error instanceof Unauthenticated) {
    return { message: SAID.UNAUTHENTICATED[language], ...where, extensions: { code: 'UNAUTHENTICATED' } };
  }
  if (error instanceof Forbidden) {
    return { message: SAID.FORBIDDEN[language], ...where, extensions: { code: 'FORBIDDEN' } };
  }
  if (isUnstorableText(error)) {
    return { message: SAID.UNSTORABLE[language], ...where, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_FAULTS.has(code)) {
    return { message: formatted.message, ...where, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (code === 'TOO_MANY_REQUESTS')
    return { message: formatted.message, extensions: formatted.extensions ?? {} };
  const id = reportBug(error);
  return { message: SAID.BUG[language] + id, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}

/** An id that is no UUID can name nothing: the database says so, and so do we. */
const NO_SUCH_ID = new ActRefused([
  { rule: 'subject-exists', article: null, field: 'id', code: 'NOT_FOUND', params: {} },
]);

/** PostgreSQL keeps no zero bytes and no lone halves of characters, wherever in a request they come. */
function isUnstorableText(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === '22021' || code === '22P05';
}

function isMalformedId(error: unknown): boolean {
  return error instanceof Error && /invalid input syntax for type uuid/.test(error.message);
}

const CLIENT_FAULTS = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
