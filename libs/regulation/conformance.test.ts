import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);
const README = readFileSync(new URL('libs/regulation/README.md', ROOT), 'utf8');
const rows = README.split('\n')
  .filter((line) => /^\| (\d+|practice) \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const paths = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

describe('the conformance table', () => {
  it('has one row for each article from 1 to 29, in order, and then the neighbouring rules', () => {
    const articles = rows.map(([article]) => article).filter((article) => article !== 'practice');
    expect(articles).toEqual(Array.from({ length: 29 }, (_unused, index) => String(index + 1)));
    expect(rows.length).toBeGreaterThan(29);
  });

  it.each(rows)('Art. %s: %s', (article, rule, tests) => {
    expect(`${article} ${rule} ${tests}`).toMatch(/\S/);
    for (const path of [...paths(rule), ...paths(tests)])
      expect([path, existsSync(new URL(path, ROOT))]).toEqual([path, true]);
    for (const path of paths(rule)) expect(path).toMatch(/^(libs|apps)\/.+(?<!\.test)\.ts$/);
    for (const path of paths(tests)) expect(path).toMatch(/\.test\.ts$/);
    if (paths(tests).length === 0) expect(tests).toBe('planned');
  });
});
