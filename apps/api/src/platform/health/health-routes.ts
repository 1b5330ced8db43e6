import type { FastifyInstance } from 'fastify';
import { preferredLanguage } from '../graphql/language.ts';
import { mayReadMetrics } from './metrics-guard.ts';
import type { Metrics } from './metrics.ts';
import type { ReadinessCheck } from './readiness.ts';

const NOT_FOR_YOU = {
  'zh-CN': '运行指标仅供本机读取；其他地址须提供 METRICS_TOKEN。',
  en: 'Measurements are read from this machine, or with the METRICS_TOKEN it was given.',
};

/** `/healthz` asks nobody, `/readyz` asks the database, `/metrics` tells Prometheus and nobody else. */
export function registerHealthRoutes(
  fastify: FastifyInstance,
  readiness: ReadinessCheck,
  metrics: Metrics,
  metricsToken: string | undefined,
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
  fastify.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) {
      const message = NOT_FOR_YOU[preferredLanguage(request.headers['accept-language'])];
      const extensions = { code: 'FORBIDDEN', messages: NOT_FOR_YOU };
      return reply.code(403).send({ errors: [{ message, extensions }] });
    }
    const text = await metrics.registry.metrics();
    return reply
      .header('content-type', metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  });
}
