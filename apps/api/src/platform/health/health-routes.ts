import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';
import type { ReadinessCheck } from './readiness.ts';

/** `/healthz` asks nobody, `/readyz` asks the database, `/metrics` tells Prometheus. */
export function registerHealthRoutes(
  fastify: FastifyInstance,
  readiness: ReadinessCheck,
  metrics: Metrics,
): void {
  fastify.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );
  fastify.get('/readyz', async (_request, reply) => {
    const answer = await readiness.ask();
    return reply
      .code(answer.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
  fastify.get('/metrics', async (_request, reply) => {
    const text = await metrics.registry.metrics();
    return reply
      .header('content-type', metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  });
}
