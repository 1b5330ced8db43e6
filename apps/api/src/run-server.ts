import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { createApp } from './create-app.ts';
import { greeting } from './greeting.ts';
import { keepSealing } from './ledger/keep-sealing.ts';
import { keepBeginningOutages } from './upkeep/begin-outages.ts';
import { openOffice, type OpenOffice } from './open-office.ts';
import { readConfig } from './platform/config/config.ts';
import { sweepIncoming } from './platform/files/store-file.ts';
import { FrontDoor } from './platform/health/front-door.ts';
import { portFailure } from './platform/health/port-failure.ts';
import { keepLive } from './platform/live/keep-live.ts';
import { Live } from './platform/live/live.ts';
import { explainFailure } from './platform/logging/explain-failure.ts';
import { registerPages } from './platform/pages/static-pages.ts';
import { loadDemo } from './seed/demo/load-demo.ts';

const EVERYWHERE = '0.0.0.0';
/** The whole farewell stays under five seconds: service managers kill what takes longer. */
const ANSWERS_MS = 1_500;
const FAREWELL_MS = 4_800;
const SHELL_WATCH_MS = 500;
const BUILT_PAGES = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the server until it is told to stop. Throws, with the cure in words, when it cannot start. */
export async function runServer(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  // The port first: a second start should fail at once, not after the database was opened.
  const door = await FrontDoor.listen(config.port, EVERYWHERE).catch(async (error: unknown) => {
    throw await portFailure(error, config.port);
  });
  const stopping = stopSignal(env);
  const office = await openOffice(config, 'server');
  const tell = (words: string) => process.stderr.write(`${words}\n`);
  for (const notice of office.notices) tell(notice);

  const app = await createApp(office, { serverFactory: door.serverFactory });
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await registerPages(fastify, BUILT_PAGES);
  await app.init();
  await fastify.ready();
  const lost = databaseLost(office, tell);
  const stopSealing = keepSealing(office, (error) =>
    fastify.log.error({ err: error }, 'the ledger was not sealed'),
  );
  const stopOutages = keepBeginningOutages(office, (error) =>
    fastify.log.error({ err: error }, 'what is out of use from today was not marked'),
  );
  const live = app.get(Live);
  const stopLive = keepLive(office, live, (error) =>
    fastify.log.error({ err: error }, 'changes were not told'),
  );
  await sweepIncoming(office);
  door.letIn();

  const demo = config.demo ? await loadDemo(office, env['DEMO_PASSWORD']) : null;
  process.stdout.write(greeting({ config, port: door.port, demo }));

  const failed = await Promise.race([stopping.then(() => false), lost.then(() => true)]);
  await live.close();
  await door.close(ANSWERS_MS);
  await stopLive();
  await stopOutages();
  if (!failed) await stopSealing();
  await app.close();
  await office.close().catch((error: unknown) => tell(explainFailure(error)));
  process.exit(failed ? 1 : 0);
}

/** Resolves at the first wish to stop; a second one is not discussed. */
async function stopSignal(env: NodeJS.ProcessEnv): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = () => {
      resolve();
      setTimeout(() => process.exit(1), FAREWELL_MS).unref();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        stop();
        process.once(signal, () => process.exit(1));
      });
    }
    // npm hands a signal to the shell between it and us, which dies of it without a word.
    if (env['npm_lifecycle_event'] === undefined) return;
    const shell = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === shell) return;
      clearInterval(watch);
      stop();
    }, SHELL_WATCH_MS);
    watch.unref();
  });
}

/** Tells every loss of the database; resolves when it does not come back. */
async function databaseLost(office: OpenOffice, tell: (words: string) => void): Promise<void> {
  await new Promise<void>((resolve) =>
    office.onLost(({ reason, restarting }) => {
      tell(restarting ? `${reason} It is being started again.` : `${reason} The server stops.`);
      if (!restarting) resolve();
    }),
  );
}
