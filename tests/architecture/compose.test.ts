import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, '../../docker');
const FILES = readdirSync(FOLDER).filter((file) => /^compose\b.*\.yaml$/.test(file));

describe.each(FILES)('docker/%s', (file) => {
  const compose = parse(readFileSync(join(FOLDER, file), 'utf8')) as Compose;
  const services = Object.entries(compose.services);

  test.each(services)('%s listens on this machine only', (_name, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test.each(services)('%s says when it is ready', (_name, { healthcheck }) => {
    expect(healthcheck?.test.length).toBeGreaterThan(1);
  });

  test.each(services)('%s is pinned to a release', (_name, { image }) => {
    expect(image).toMatch(/:\d/);
  });
});

test('the development database survives its container', () => {
  const compose = parse(readFileSync(join(FOLDER, 'compose.development.yaml'), 'utf8')) as Compose;
  const [volume] = compose.services['database']?.volumes ?? [];
  expect(volume).toBe('database:/var/lib/postgresql/data');
  expect(compose.volumes).toHaveProperty('database');
});
