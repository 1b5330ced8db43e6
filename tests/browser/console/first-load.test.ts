import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join(import.meta.dirname, '../../../dist/console');
const LIMIT_BYTES = 350_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** A chunk and all it needs before it can run. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return seen;
  seen.add(name);
  for (const needed of chunk.imports ?? []) withImports(needed, seen);
  return seen;
}

function gzipBytes(names: Iterable<string>): number {
  const files = [...names].flatMap((name) => manifest[name]?.file ?? []);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
}

const [entry] = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);

test.each(['SignInPage', 'WorkPage', 'RegistryPage', 'FilingPage'])(
  'the first load of %s stays small',
  (page) => {
    const route = Object.keys(manifest).find((name) => name.endsWith(`${page}.vue`));
    const needed = new Set([...withImports(entry ?? ''), ...withImports(route ?? '')]);
    expect(needed.size).toBeGreaterThan(1);
    expect(gzipBytes(needed)).toBeLessThanOrEqual(LIMIT_BYTES);
  },
);

test('the map waits until a page shows one', () => {
  const map = Object.keys(manifest).find((name) => name.endsWith('ShelterMap.vue'));
  expect(map).toBeDefined();
  expect([...withImports(entry ?? '')]).not.toContain(map);
});
