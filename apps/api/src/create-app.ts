import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import { AppModule } from './app.module.ts';
import { FILE_READERS, GAUGES, READY_WHEN } from './app.contributions.ts';
import {
  bearerToken,
  OFFICER,
  recogniseOfficer,
  SESSION_COOKIE,
  tokenOf,
} from './identity/current-officer.ts';
import { officerOf, officersStillSignedIn } from './identity/sessions.ts';
import { registerFileRoutes } from './platform/files/file-routes.ts';
import { registerPaperRoutes } from './papers/paper-routes.ts';
import { registerImportRoutes } from './import/import-routes.ts';
import { registerExportRoutes } from './registry/export/export-routes.ts';
import type { ReportBug } from './platform/graphql/format-error.ts';
import { registerHealthRoutes } from './platform/health/health-routes.ts';
import { Metrics } from './platform/health/metrics.ts';
import { ReadinessCheck } from './platform/health/readiness.ts';
import { limitRequests } from './platform/limits/request-limit.ts';
import { Live } from './platform/live/live.ts';
import { logRequests } from './platform/logging/log-requests.ts';
import { logger } from './platform/logging/logger.ts';
import { nestLog } from './platform/logging/nest-log.ts';
import type { Office } from './platform/office.ts';
import { registerGraphiql } from './platform/pages/graphiql.ts';

const MAX_BODY_BYTES = 1_000_000;

export interface AppOptions {
  /** Where to write the schema; default: nowhere. */
  readonly schemaFile?: string;
  /** The server to answer behind; default: one of its own. */
  readonly serverFactory?: (app: RequestListener) => Server;
}

/** The server without its static pages: what tests talk to and what main serves. */
export async function createApp(office: Office, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const log = logger(office.config.logLevel);
  const { serverFactory } = options;
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    // Only a proxy near us is believed about who it speaks for; the leftmost address is anybody's to invent.
    trustProxy: office.config.behindProxy ? 'loopback, linklocal, uniquelocal' : false,
    genReqId: () => randomUUID(),
    ...(serverFactory ? { serverFactory } : {}),
  });
  const reportBug: ReportBug = (error, id = randomUUID()) => {
    log.error({ err: error, reqId: id }, 'bug');
    return id;
  };
  const fastify: FastifyInstance = adapter.getInstance();
  await fastify.register(fastifyCookie);
  await fastify.register(helmet, HELMET);
  registerGraphiql(fastify);
  limitRequests(fastify, {
    anonymousPerMinute: office.config.anonymousPerMinute,
    signedIn: (request) => tokenOf(request) !== undefined,
  });
  fastify.addHook('preHandler', async (request) => {
    // The route, not the address as written: %67raphql is graphql too.
    const route = request.routeOptions.url ?? '';
    if (['/graphql', '/files', '/exports', '/papers'].some((start) => route.startsWith(start)))
      await recogniseOfficer(office, request);
  });
  const live = new Live(office, {
    actorOf: (request) => request[OFFICER] ?? null,
    recognise: async ({ cookie }, authorization) => {
      const token = bearerToken(authorization) ?? fastify.parseCookie(cookie ?? '')[SESSION_COOKIE];
      return token ? officerOf(office, token) : null;
    },
    stillSignedIn: (sessionIds) => officersStillSignedIn(office, sessionIds),
  });
  const metrics = new Metrics(office, [
    ...GAUGES,
    {
      name: 'live_subscribers',
      help: 'Subscriptions open on this process',
      read: () => Promise.resolve(live.subscribers),
    },
  ]);
  logRequests(fastify, log, metrics);
  registerHealthRoutes(fastify, new ReadinessCheck(office, READY_WHEN), metrics, office.config.metricsToken);
  registerFileRoutes(
    fastify,
    office,
    { actorOf: (request) => request[OFFICER] ?? null, readers: FILE_READERS },
    reportBug,
  );
  registerExportRoutes(fastify, office, (request) => request[OFFICER] ?? null, reportBug);
  registerPaperRoutes(fastify, office, (request) => request[OFFICER] ?? null, reportBug);
  registerImportRoutes(fastify, office, (request) => request[OFFICER] ?? null, reportBug);
  return NestFactory.create<NestFastifyApplication>(
    AppModule.of(office, live, reportBug, options.schemaFile ?? true),
    adapter,
    { logger: nestLog(log), abortOnError: false },
  );
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
