import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SmallProject } from './small-project.ts';

interface Planted {
  readonly breach: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the gate must say of it. */
  readonly says: RegExp;
}

interface Gate {
  /** How the gate says that it found as many as were planted, and no more. */
  readonly found: RegExp;
  readonly planted: readonly Planted[];
}

const comments = (lines: number) => '// a line\n'.repeat(lines);

const GATES: Readonly<Record<string, Gate>> = {
  format: {
    found: /Code style issues found in the above file\./,
    planted: [
      {
        breach: 'a line out of format',
        files: { 'libs/regulation/six.ts': `export const SIX=6\n` },
        says: /\[warn\] libs\/regulation\/six\.ts/,
      },
    ],
  },
  types: {
    found: /^[^]*error TS(?![^]*error TS)/,
    planted: [
      {
        breach: 'a wrong type',
        files: { 'apps/api/src/word.ts': `export const word: string = 6;\n` },
        says: /apps\/api\/src\/word\.ts\(1,14\): error TS2322/,
      },
    ],
  },
  lint: {
    found: /Found 0 warnings and 3 errors\./,
    planted: [
      {
        breach: 'any',
        files: { 'apps/api/src/any.ts': `export const read = (text: string): any => JSON.parse(text);\n` },
        says: /no-explicit-any\)[^]*any\.ts:1:37/,
      },
      {
        breach: 'a switch that forgets a case',
        files: {
          'apps/api/src/say.ts': `export function say(answer: 'YES' | 'NO'): string {
  switch (answer) {
    case 'YES':
      return 'yes';
  }
  return '';
}
`,
        },
        says: /switch-exhaustiveness-check\)[^]*"NO"[^]*say\.ts:2:11/,
      },
      {
        breach: 'a word on the console',
        files: { 'apps/api/src/shout.ts': `console.log(6);\n` },
        says: /no-console\)[^]*shout\.ts:1:1/,
      },
    ],
  },
  promises: {
    found: /Found 0 warnings and 1 error\./,
    planted: [
      {
        breach: 'a promise nobody waits for',
        files: {
          'apps/api/src/save.ts': `async function save(): Promise<void> {\n  await Promise.resolve();\n}\n\nsave();\n`,
        },
        says: /no-floating-promises\)[^]*save\.ts:5:1/,
      },
    ],
  },
  imports: {
    found: /x 6 dependency violations \(6 errors, 0 warnings\)/,
    planted: [
      {
        breach: 'law that asks the machine',
        files: { 'libs/regulation/six.ts': `export { cpus } from 'node:os';\n` },
        says: /law-stands-alone: libs\/regulation\/six\.ts → os/,
      },
      {
        breach: 'a lower layer that uses a higher one',
        files: {
          'apps/api/src/platform/low.ts': `export { HIGH } from '../registry/high.ts';\n`,
          'apps/api/src/registry/high.ts': `export const HIGH = 1;\n`,
        },
        says: /platform-stands-below-identity: apps\/api\/src\/platform\/low\.ts → apps\/api\/src\/registry\/high\.ts/,
      },
      {
        breach: 'a stage that imports a stage',
        files: {
          'apps/api/src/filing/accept.ts': `export { PUBLISH } from '../publication/publish.ts';\n`,
          'apps/api/src/publication/publish.ts': `export const PUBLISH = 1;\n`,
        },
        says: /no-stage-imports-a-stage: apps\/api\/src\/filing\/accept\.ts → apps\/api\/src\/publication\/publish\.ts/,
      },
      {
        breach: 'a page that reaches into the server',
        files: { 'apps/map/src/page.ts': `export { HIGH } from '../../api/src/registry/high.ts';\n` },
        says: /apps-meet-only-in-libs: apps\/map\/src\/page\.ts → apps\/api\/src\/registry\/high\.ts/,
      },
      {
        breach: 'a datum converted in passing',
        files: { 'apps/api/src/convert.ts': `export { default as convert } from 'gcoord';\n` },
        says: /one-door-for-datums: apps\/api\/src\/convert\.ts → /,
      },
      {
        breach: 'an import of what is not there',
        files: { 'apps/api/src/lost.ts': `export { gone } from './gone.ts';\n` },
        says: /every-import-exists: apps\/api\/src\/lost\.ts → \.\/gone\.ts/,
      },
    ],
  },
  cycles: {
    found: /x 1 dependency violations \(1 errors, 0 warnings\)/,
    planted: [
      {
        breach: 'two files that import each other',
        files: {
          'libs/regulation/egg.ts': `import { HEN } from './hen.ts';\n\nexport const EGG: number = HEN - 1;\n`,
          'libs/regulation/hen.ts': `import { EGG } from './egg.ts';\n\nexport const HEN: number = EGG + 1;\n`,
        },
        says: /no-cycle: libs\/regulation\/(egg|hen)\.ts →/,
      },
    ],
  },
  'dead-code': {
    found: /Unused files \(1\)\n.*\nUnused exports \(1\)\n.*\nRED/,
    planted: [
      {
        breach: 'a file that nobody imports',
        files: { 'libs/regulation/six.ts': `export const SIX = 6;\n` },
        says: /Unused files \(1\)\nlibs\/regulation\/six\.ts/,
      },
      {
        breach: 'an export that nobody imports',
        files: { 'libs/regulation/five.ts': `export const FIVE = 5;\nexport const DEAD = 6;\n` },
        says: /Unused exports \(1\)\nDEAD +libs\/regulation\/five\.ts:2:14/,
      },
    ],
  },
  'house-rules': {
    found: /^6 findings\.$/m,
    planted: [
      {
        breach: 'a file too long by a line',
        files: {
          'apps/api/src/long.ts': comments(301),
          'apps/api/src/just-right.ts': comments(300),
          'apps/api/src/words.data.ts': comments(301),
        },
        says: /apps\/api\/src\/long\.ts:1 {2}has 301 lines/,
      },
      {
        breach: 'a barrel',
        files: { 'libs/regulation/index.ts': `export { FIVE } from './five.ts';\n` },
        says: /libs\/regulation\/index\.ts:1 {2}is a barrel/,
      },
      {
        breach: 'a file name that says nothing',
        files: { 'libs/regulation/date-utils.ts': `export const SIX = 6;\n` },
        says: /libs\/regulation\/date-utils\.ts:1 {2}has a name that says nothing/,
      },
      {
        breach: 'a class name that says nothing',
        files: { 'apps/api/src/keep.ts': `export class Shelter${'Manager'} {}\n` },
        says: /apps\/api\/src\/keep\.ts:1 {2}declares a name that says nothing/,
      },
      {
        breach: 'a clock outside the clock',
        files: {
          'apps/api/src/today.ts': `export const today = (): Date => new Date();\n`,
          'apps/api/src/platform/clock/clock.ts': `export const now = (): Date => new Date();\n`,
        },
        says: /apps\/api\/src\/today\.ts:1 {2}asks the machine for the time/,
      },
      {
        breach: 'a gate that is silenced',
        files: { 'apps/api/src/hush.ts': `// ${'oxlint'}-disable-next-line no-console\nconsole.log(1);\n` },
        says: /apps\/api\/src\/hush\.ts:1 {2}silences a gate/,
      },
    ],
  },
};

describe('the gates', () => {
  let project: SmallProject;
  beforeAll(() => {
    project = new SmallProject();
  });
  afterAll(() => project.remove());

  test('let a lawful project through', () => {
    const { green, said } = project.check(...Object.keys(GATES));
    expect(said).toMatch(/All gates are green/);
    expect(green).toBe(true);
  });

  test('answer to their names only', () => {
    const { green, said } = project.check('lnit');
    expect(said).toMatch(/No gate named lnit\. There are: format, types, lint/);
    expect(green).toBe(false);
  });

  describe.each(Object.entries(GATES))('%s', (gate, { found, planted }) => {
    let said = '';
    beforeAll(() => {
      const files = Object.assign({}, ...planted.map((each) => each.files)) as Record<string, string>;
      project.plant(files);
      said = project.check(gate).said;
      project.uproot(files);
    });

    test.each(planted)('finds $breach', ({ says }) => {
      expect(said).toMatch(says);
    });

    test('finds nothing else, and is red', () => {
      expect(said).toMatch(found);
      expect(said).toContain(`Red: ${gate}.`);
    });
  });
});
