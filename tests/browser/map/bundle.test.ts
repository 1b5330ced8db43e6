import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const BUILT = join(import.meta.dirname, '../../../dist/map');
const FIRST_LOAD_KB = 120;
/** With the map, which a phone loads when somebody wants it. */
const EVERYTHING_KB = 150;

const assets = readdirSync(join(BUILT, 'assets')).filter((name) => /\.(js|css)$/u.test(name));
const page = readFileSync(join(BUILT, 'index.html'), 'utf8');

it('loads at most 120 KB of script and style before the first answer, gzipped', () => {
  const first = assets.filter((name) => page.includes(name));
  expect(first.length).toBeGreaterThanOrEqual(2);
  expect(kilobytes(first)).toBeLessThanOrEqual(FIRST_LOAD_KB);
});

it('stays small with the map', () => {
  expect(kilobytes(assets)).toBeLessThanOrEqual(EVERYTHING_KB);
});

it('speaks the language of phones of 2019', () => {
  const modern = /\?\?=|\|\|=|[\w)\]]\?\.[A-Za-z_[(]|structuredClone\(|AbortSignal\.timeout/u;
  expect(assets.filter((name) => name.endsWith('.js') && modern.test(read(name)))).toEqual([]);
});

it('has no address of another host but those of the map applications', () => {
  const hosts = assets.flatMap((name) =>
    [...read(name).matchAll(/https?:\/\/([\w.-]+)/gu)].map(([, host]) => host),
  );
  const known = ['uri.amap.com', 'api.map.baidu.com', 'apis.map.qq.com', 'maps.apple.com', 'www.w3.org'];
  // Vue names its own pages in messages that never show; nothing is loaded from them.
  const named = ['vuejs.org', 'leafletjs.com', 'github.com'];
  expect([...new Set(hosts)].filter((host) => ![...known, ...named].includes(host ?? ''))).toEqual([]);
});

function read(name: string): string {
  return readFileSync(join(BUILT, 'assets', name), 'utf8');
}

function kilobytes(names: string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) / 1024;
}
