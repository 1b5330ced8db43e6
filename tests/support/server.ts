import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/app.entities.ts';
import { createApp } from '../../apps/api/src/create-app.ts';
import { MIGRATIONS } from '../../apps/api/src/migrations/all-migrations.ts';
import { OpenOffice, prepareDatabase } from '../../apps/api/src/open-office.ts';
import { readConfig } from '../../apps/api/src/platform/config/config.ts';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.ts';
import { Live } from '../../apps/api/src/platform/live/live.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import { testDatabase, type DatabaseKind } from './databases.ts';
import { TestClock } from './test-clock.ts';

/** What a GraphQL request was answered, as a client sees it. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly refusals?: readonly {
        code: string;
        field: string | null;
        article: number | null;
        message: string;
      }[];
    };
  }[];
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly language?: 'zh-CN' | 'en';
}

/** The whole API on a port of its own, over a fresh migrated database with reference data. */
export class TestServer {
  constructor(
    readonly url: string,
    readonly office: OpenOffice,
    readonly clock: TestClock,
    readonly dataDir: string,
    /** Live updates: they take their turns when a test says so (`live.turn()`), never by themselves. */
    readonly live: Live,
    readonly close: () => Promise<void>,
  ) {}

  /** Sends one GraphQL operation. */
  async call<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    { token, language = 'zh-CN' }: CallOptions = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data | null; errors?: Answer<Data>['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** `call`, for what must succeed. */
  async do<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    options: CallOptions = {},
  ): Promise<Data> {
    const { data, errors } = await this.call<Data>(query, variables, options);
    if (data === null || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The codes an operation is refused with; empty when it succeeds. */
  async refusals(
    query: string,
    variables: Record<string, unknown> = {},
    options: CallOptions = {},
  ): Promise<string[]> {
    const { errors } = await this.call(query, variables, options);
    return errors.flatMap(
      ({ extensions }) => extensions.refusals?.map(({ code }) => code) ?? [extensions.code],
    );
  }
}

/** Starts the API in this process on a database of the kind; close it when done. */
export async function startServer(kind: DatabaseKind, env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const database = await testDatabase(
    kind,
    async (open) => {
      const dataSource = createDataSource(open, ENTITIES, MIGRATIONS);
      await dataSource.initialize();
      await prepareDatabase(dataSource);
      await dataSource.destroy();
    },
    await templateKey(),
  );
  const dataSource = createDataSource(database, ENTITIES, MIGRATIONS);
  await dataSource.initialize();
  return serveOver(database, dataSource, await mkdtemp(join(tmpdir(), 'shelter-test-')), env);
}

/** Starts the API over a database and a data folder that are there already; both go when it is closed. */
export async function serveOver(
  database: OpenDatabase,
  dataSource: DataSource,
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<TestServer> {
  const clock = new TestClock();
  const config = readConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent', PORT: '0', ...env });
  const office = new OpenOffice(config, clock, dataSource, database);
  const app = await createApp(office);
  await app.listen(0, '127.0.0.1');
  return new TestServer(await app.getUrl(), office, clock, dataDir, app.get(Live), async () => {
    await app.close();
    await office.close();
    await rm(dataDir, { recursive: true, force: true });
  });
}

/** Stands for the schema and the reference data: both are in the template. */
async function templateKey(): Promise<string> {
  const hash = createHash('sha256');
  const root = join(import.meta.dirname, '../..');
  for (const folder of ['apps/api/src/migrations', 'apps/api/src/seed', 'libs/geography/boundaries']) {
    for (const file of (await readdir(join(root, folder), { withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )) {
      hash.update(file.name).update(await readFile(join(root, folder, file.name)));
    }
  }
  return hash.digest('hex');
}
