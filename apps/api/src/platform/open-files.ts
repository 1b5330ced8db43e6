import type { FastifyReply, FastifyRequest } from 'fastify';

/** Anybody may use it from any page; whoever keeps it asks whether it is still true. */
export function openHeaders(reply: FastifyReply, etag: string, mediaType: string): void {
  void reply.headers({
    etag,
    'content-type': mediaType,
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** Whether the client holds this very version. */
export function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
