import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../health/metrics.ts';

/** The root field of the GraphQL operation that a request turned out to be. */
export const OPERATION = Symbol('operation');

declare module 'fastify' {
  interface FastifyRequest {
    [OPERATION]?: string;
  }
}

/** What machines ask every few seconds: told only to whoever debugs. */
const PROBES = new Set(['GET /healthz', 'GET /readyz', 'GET /metrics']);

/** Measures every answer and logs it by route, never by address: what somebody asked for may be where they are. */
export function logRequests(fastify: FastifyInstance, log: FastifyBaseLogger, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const operation = operationOf(request);
    const ms = reply.elapsedTime;
    metrics.request(operation, reply.statusCode, ms / 1_000);
    log[PROBES.has(operation) ? 'debug' : 'info'](
      { reqId: request.id, operation, status: reply.statusCode, ms: Math.round(ms * 10) / 10 },
      'request',
    );
    done();
  });
}

function operationOf(request: FastifyRequest): string {
  return request[OPERATION] ?? `${request.method} ${request.routeOptions.url ?? '(no such page)'}`;
}
