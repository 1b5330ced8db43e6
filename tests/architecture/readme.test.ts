import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Variables the server reads, by what its sources ask the environment for. */
const READ_BY_NPM_AND_TESTS = ['CHROMIUM_PATH'];

describe.each(['README.md', '.github/CONTRIBUTING.md'])('%s', (page) => {
  const text = read(page);
  const matches = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

  test('names commands that exist', () => {
    const named = matches(/npm run (?:-s )?([a-z:]+)/g);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test('names compose files and services that exist', () => {
    const commands = [...text.matchAll(/docker compose -f (\S+)([^\n`]*)/g)];
    expect(commands.length).toBeGreaterThan(0);
    for (const [, file = '', rest = ''] of commands) {
      const { services } = parse(read(file)) as { services: Record<string, unknown> };
      const service = /(?:exec|stop|start|cp|run)\b.*?\b(app|database)\b/.exec(rest)?.[1];
      if (/\b(exec|stop|start|cp|run)\b/.test(rest)) expect(Object.keys(services)).toContain(service);
    }
  });

  test('names files that exist', () => {
    const paths = matches(/`((?:apps|libs|tests|docker|\.ci|\.github)\/[\w./-]+)`/g);
    for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  });
});

test('README.md tells of every variable that an operator sets', () => {
  const config = read('apps/api/src/platform/config/config.ts');
  const asked = [...config.matchAll(/(?:env\['|env, ')([A-Z_]+)'/g)].map(([, name = '']) => name);
  const told = [...read('README.md').matchAll(/^\| (`[A-Z_`, ]+`)/gm)].flatMap(([, cell = '']) =>
    cell.replaceAll('`', '').split(', '),
  );
  const known = [...asked, ...READ_BY_NPM_AND_TESTS].sort();
  expect(told.sort()).toEqual(known.filter((name, index) => known.indexOf(name) === index));
});
