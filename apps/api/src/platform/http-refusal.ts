import type { Refusal } from '#regulation/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatError, type ReportBug } from './graphql/format-error.ts';
import { preferredLanguage } from './graphql/language.ts';
import { sendFault } from './pages/fault-page.ts';
import { ActRefused, Forbidden, Unauthenticated } from './refused.ts';

const STATUS: Partial<Record<Refusal['code'], number>> = {
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  TOO_BUSY: 503,
};

/** Answers what was thrown outside GraphQL in the shape GraphQL answers it: `{ errors: [{ message, extensions }] }`. */
export function sendRefusal(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  reportBug: ReportBug,
): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const said = formatError({ message: '' }, error, language, (bug) => reportBug(bug, request.id));
  sendFault(request, reply.code(statusOf(error)), language, [said]);
}

function statusOf(error: unknown): number {
  if (error instanceof Unauthenticated) return 401;
  if (error instanceof Forbidden) return 403;
  if (error instanceof ActRefused) return STATUS[error.refusals[0]?.code ?? 'NOT_FOUND'] ?? 422;
  return 500;
}
