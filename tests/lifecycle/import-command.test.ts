import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer } from '../support/built-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'dist/apps/api/src/cli/import.js');
const TAIWAN = join(ROOT, 'tests/fixtures/import/tw-nfa.csv');

interface Ended {
  readonly code: number | null;
  readonly last: string;
  readonly told: string;
}

/** npm run import, as npm runs it. `killAt`: what it must have said before it is killed. */
async function run(dataDir: string, args: readonly string[], killAt?: RegExp): Promise<Ended> {
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...env } = process.env;
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env: { ...env, DATA_DIR: dataDir, DEMO: '1', DEMO_PASSWORD: 'demo-password-for-tests' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (killAt?.test(told)) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, last: out.trimEnd().split('\n').at(-1) ?? '', told };
}

describe('npm run import', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shelter-import-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('on an empty folder: demo city, divisions, one edition; the last line is the result', async () => {
    const wish = ['--as', 'city', '--profile', 'tw-nfa', '--create-jurisdictions', '--publish'];
    const { code, last, told } = await run(dataDir, [TAIWAN, ...wish]);
    expect([code, told]).toEqual([
      0,
      expect.stringMatching(/8 \/ 8 rows \(100 %\)[^]*published with 6 of 6/),
    ]);
    const result = JSON.parse(last) as Record<string, unknown>;
    expect(result).toMatchObject({ read: 8, imported: 6, refused: 2, held: 1 });
    expect(Object.keys(result)).toEqual(['read', 'imported', 'refused', 'held', 'report']);
    expect(existsSync(String(result['report']))).toBe(true);
    expect(await readFile(String(result['report']), 'utf8')).toMatch(
      /^\ufeffrow,column,class,code,message,cure\r\n/,
    );
  }, 180_000);

  test('what cannot be read ends with 2, who may not with 1; nothing is printed as a result', async () => {
    const empty = join(dataDir, 'empty.csv');
    await writeFile(empty, '');
    expect(await run(dataDir, [empty, '--as', 'city'])).toMatchObject({ code: 2, last: '' });
    expect(await run(dataDir, [join(dataDir, 'none.csv'), '--as', 'city'])).toMatchObject({
      code: 2,
      last: '',
    });
    expect(await run(dataDir, [TAIWAN, '--as', 'nobody'])).toMatchObject({ code: 1, last: '' });
    expect(await run(dataDir, [TAIWAN, '--as', 'hubin-em', '--publish'])).toMatchObject({
      code: 1,
      last: '',
    });
    expect(await run(dataDir, [TAIWAN])).toMatchObject({ code: 1, told: expect.stringContaining('--as') });
  }, 180_000);

  test('beside a running server, killed in the middle, and completed by the next run', async () => {
    const server = await startBuiltServer({ demo: true, dataDir });
    try {
      const rows = Array.from({ length: 9_000 }, (_row, index) => {
        const [x, y] = [111.15 + (index % 100) * 0.0006, 34.76 + Math.floor(index / 100) * 0.0003];
        return `${index},湖滨区,试验单位,点${index},${x.toFixed(5)},${y.toFixed(5)}`;
      });
      const list = join(dataDir, 'large.csv');
      await writeFile(list, ['编号,所属辖区,产权单位,场所名称,经度,纬度', ...rows].join('\n'));
      const dry = await run(dataDir, [list, '--as', 'hubin-em', '--dry-run']);
      expect(JSON.parse(dry.last)).toMatchObject({ read: 9_000, imported: 9_000 });
      const killed = await run(dataDir, [list, '--as', 'hubin-em'], /2000 \/ 9000/);
      expect(killed.code).toBeNull();
      const whole = await run(dataDir, [list, '--as', 'hubin-em']);
      expect([whole.code, JSON.parse(whole.last)]).toEqual([
        0,
        expect.objectContaining({ read: 9_000, imported: 9_000, refused: 0, held: 0 }),
      ]);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  }, 240_000);
});
