import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.ts';
import { recogniseOfficer } from './identity/current-officer.ts';
import { preferredLanguage } from './platform/graphql/language.ts';
import { logger } from './platform/logging/logger.ts';
import type { Office } from './platform/office.ts';
import { currentRequest } from './platform/request.ts';

const MAX_BODY_BYTES = 1_000_000;

/** The server without its static pages: what tests talk to and what main serves. */
export async function createApp(
  office: Office,
  schemaFile: string | true = true,
): Promise<NestFastifyApplication> {
  const log = logger(office.config.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    disableRequestLogging: true,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: office.config.behindProxy,
    genReqId: () => randomUUID(),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  await fastify.register(fastifyCookie);
  await fastify.register(helmet, HELMET);
  // Not earlier: reading the body leaves the asynchronous context that onRequest began.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const language = preferredLanguage(request.headers['accept-language']);
    currentRequest.run({ id: request.id, language }, done);
  });
  fastify.addHook('preHandler', async (request) => {
    if (request.url.startsWith('/graphql') || request.url.startsWith('/files'))
      await recogniseOfficer(office, request);
  });
  const reportBug = (error: unknown): string => {
    const id = currentRequest.getStore()?.id ?? randomUUID();
    log.error({ err: error, reqId: id }, 'bug');
    return id;
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(office, reportBug, schemaFile),
    adapter,
    {
      logger: ['error', 'warn'],
      abortOnError: false,
    },
  );
  return app;
}

/** Pages load nothing from elsewhere; HSTS is the HTTPS proxy's to set. */
const HELMET = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
};
