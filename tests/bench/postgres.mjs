// A PostgreSQL cluster to measure on: the one TEST_DATABASE_URL names, or one of our own for as long as the bench runs.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';

/** A fresh database in a cluster; `close` drops it, and stops the cluster when it is ours. */
export async function freshDatabase() {
  const cluster = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: () => undefined }
    : await ownCluster();
  const name = `shelter_bench_${process.pid}`;
  await administer(cluster.url, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: async () => {
      await administer(cluster.url, `drop database if exists ${name} with (force)`);
      cluster.stop();
    },
  };
}

/** Runs SQL, several statements if need be. */
export async function administer(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function ownCluster() {
  const bin = installed();
  const folder = mkdtempSync(join(tmpdir(), 'shelter-bench-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  asPostgres(join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c shared_buffers=512MB`;
  asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start']);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      asPostgres(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installed() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const bin = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
  if (bin) return bin;
  throw new Error(
    'No PostgreSQL here. Install postgresql and postgis, or set TEST_DATABASE_URL to a cluster.',
  );
}

/** The server refuses to run as root, so root runs it as the user postgres. */
function asPostgres(program, args) {
  const words =
    process.getuid?.() === 0
      ? ['su', ['postgres', '-s', '/bin/sh', '-c', [program, ...args.map(quoted)].join(' ')]]
      : [program, args];
  const { status, stderr } = spawnSync(words[0], words[1], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
