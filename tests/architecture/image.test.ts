import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Instructions of a Dockerfile, continued lines joined, comments left out. */
function instructions(text: string): [word: string, rest: string][] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1).replaceAll(/\s+/g, ' ')]);
}

describe('docker/Dockerfile', () => {
  const all = instructions(read('docker/Dockerfile'));
  const last = all.slice(all.findLastIndex(([word]) => word === 'FROM'));
  const of = (word: string, where = last) =>
    where.filter(([found]) => found === word).map(([, rest]) => rest);

  test('stands on one release of Node 24, named to the last digit', () => {
    expect(of('ARG', all)).toEqual([expect.stringMatching(/^NODE_IMAGE=node:24\.\d+\.\d+-\w+-slim$/)]);
    expect(of('FROM', all).map((from) => from.split(' ')[0])).toEqual(['${NODE_IMAGE}', '${NODE_IMAGE}']);
  });

  test('is put together by the script that CI runs', () => {
    expect(of('RUN', all)).toContain('docker/assemble.sh /shelter-registry');
    expect(of('COPY')).toEqual(['--from=assembled /shelter-registry .']);
    expect(read('.ci/run')).toMatch(/docker\/assemble\.sh "\$assembled"/);
    expect(read('.ci/run')).toMatch(/tests\/try-assembled\.mjs "\$assembled"/);
  });

  test('runs as an ordinary user by number, writes into /data alone, and without a demo', () => {
    expect(of('USER')).toEqual(['1000:1000']);
    expect(of('VOLUME')).toEqual(['/data']);
    expect(of('ENV').join(' ')).toMatch(/NODE_ENV=production .*DATA_DIR=\/data .*DEMO=0/);
    expect(of('ADD', all)).toEqual([]);
    expect(read('docker/Dockerfile')).not.toMatch(/:latest|PASSWORD|SECRET|TOKEN/);
  });

  test('says when it is ready, and hands the signal to stop to Node itself', () => {
    expect(of('HEALTHCHECK')).toEqual([expect.stringMatching(/--start-period=.*CMD \["node", .*\/readyz/)]);
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    // A bounded heap is collected early: the import of a country's list peaked at 654 MB without, at 388 MB with it.
    expect(scripts.start).toContain('--max-old-space-size=1024');
    expect(of('CMD').map((command) => JSON.parse(command) as unknown)).toEqual([scripts.start.split(' ')]);
    expect(of('ENTRYPOINT')).toEqual([]);
  });

  test('is given what the build reads, and neither data nor secrets', () => {
    const lines = read('.dockerignore').split('\n');
    expect(lines).toContain('*');
    const allowed = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const builtFrom = [
      ...read('apps/api/prepare.mjs').matchAll(/'((?:apps|libs|nest|tsconfig|package)[^']*)'/g),
    ]
      .map(([, path = '']) => path.split('/')[0] ?? '')
      .filter((path) => path !== '');
    expect(builtFrom.length).toBeGreaterThan(5);
    for (const path of new Set(builtFrom)) expect(allowed).toContain(path);
    for (const path of ['docker', 'docker/secrets', 'node_modules', 'dist', '.data', '.git', 'tests'])
      expect(allowed).not.toContain(path);
  });
});

interface Service {
  readonly image: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

describe('docker/compose.yaml, one machine', () => {
  const text = read('docker/compose.yaml');
  const { services, secrets, volumes } = parse(text) as Compose;
  const { app, database } = services;

  test('is the server and its database, and the server waits for it', () => {
    expect(Object.keys(services)).toEqual(['app', 'database']);
    expect(app?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(database?.image).toMatch(/^postgis\/postgis:\d+-\d/);
    expect(database?.ports).toBeUndefined();
  });

  test.each(Object.entries(services))(
    '%s comes back by itself, has time to stop, and changes only its data',
    (_name, service) => {
      expect(service.restart).toBe('unless-stopped');
      expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(15);
      expect(service.read_only).toBe(true);
      expect(service.tmpfs).toContain('/tmp');
      expect(service.security_opt).toContain('no-new-privileges:true');
      for (const volume of service.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
      expect(service.volumes?.length).toBeGreaterThan(0);
    },
  );

  test('has no password of its own: a file the operator makes, which Git never sees', () => {
    expect(app?.secrets).toEqual(['database-password']);
    expect(database?.secrets).toEqual(['database-password']);
    expect(secrets).toEqual({ 'database-password': { file: './secrets/database-password' } });
    expect(read('.gitignore')).toMatch(/^docker\/secrets\/$/m);
    const settings = [app, database].flatMap((service) => Object.entries(service?.environment ?? {}));
    for (const [name, value] of settings) {
      if (/PASSWORD|TOKEN/.test(name)) expect(value).toMatch(/^\/run\/secrets\//);
      expect(value).not.toMatch(/:\/\/[^/@]*:[^/@]*@/);
    }
    expect(app?.environment?.['DEMO']).toBe('0');
    expect(app?.cap_drop).toEqual(['ALL']);
  });
});
