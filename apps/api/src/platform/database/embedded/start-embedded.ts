import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { HOST, NAME, USER } from './address.ts';
import { DURABLE, DurableFolder } from './durable-folder.ts';
import { layFoundation } from './lay-foundation.ts';
import { packedPostgis } from './packed-postgis.ts';
import { WireServer } from './wire-server.ts';

/** An open transaction holds up everybody, so none may stand idle longer. */
const PATIENCE_MS = 60_000;

/** Where the data comes from and how the database is reached; everything has a default. */
export interface EmbeddedOptions {
  /** Folder of the data, made when absent; without it the data lives in memory. */
  readonly folder?: string;
  /** A dump to start from (only with an empty folder, or in memory). */
  readonly template?: Blob;
  /** Default: any free port. */
  readonly port?: number;
  /** Default: a random one. */
  readonly password?: string;
  /** How long a transaction may stand idle, in milliseconds. */
  readonly patienceMs?: number;
  /** Called when the engine broke down; nothing more will work. */
  readonly onBroken?: (error: unknown) => void;
}

/** A running embedded database; any PostgreSQL client connects with the first five. */
export interface Embedded {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Connections open now. */
  readonly clients: number;
  /** Resolves when the last client has gone. */
  empty(): Promise<void>;
  /** The whole data folder, compressed; only while nobody writes. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

/** Opens PostgreSQL compiled to WebAssembly, with PostGIS and pg_trgm, behind a loopback port. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  if (options.folder !== undefined) {
    if (options.template === undefined) await layFoundation(options.folder);
    mkdirSync(options.folder, { recursive: true });
  }
  const engine = await PGlite.create({
    ...(options.folder === undefined ? {} : { fs: new DurableFolder(options.folder), startParams: DURABLE }),
    ...(options.template === undefined ? {} : { loadDataDir: options.template }),
    extensions: { postgis: packedPostgis, pg_trgm },
  });
  await engine.exec('create extension if not exists postgis; create extension if not exists pg_trgm');
  const password = options.password ?? randomBytes(24).toString('base64url');
  const server = await WireServer.start(engine, {
    host: HOST,
    port: options.port ?? 0,
    password,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    onBroken: options.onBroken ?? (() => undefined),
  });
  return {
    host: HOST,
    port: server.port,
    database: NAME,
    user: USER,
    password,
    get clients() {
      return server.clients;
    },
    empty: () => server.empty(),
    dump: () => engine.dumpDataDir('gzip'),
    close: async () => {
      await server.stop();
      await engine.close();
    },
  };
}
