// House rules that read a file as text: its length, its name, and what it may not say.
// Prints `file:line  sentence` for each breach; exits with 1 when there is any.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const FOLDERS = ['apps', 'libs', 'tests'];
const GENERATED = /^libs\/contract\//;
const CODE = /\.(ts|vue|mjs)$/;
const LONGEST = 300;

/** One file each may ask the machine what time it is; everybody else is handed the time. */
const CLOCKS = /^apps\/(api\/src\/platform\/clock\/clock|(map|console)\/src\/([^/]+\/)?clock)\.ts$/;

/** Rules about a file's name or length: one finding a file. */
const FILE_RULES = [
  {
    says: (_path, lines) =>
      `has ${lines.length} lines; ${LONGEST} is the most (only tables of data, *.data.ts, are longer)`,
    breaks: (path, lines) => lines.length > LONGEST && !path.endsWith('.data.ts'),
  },
  {
    says: () => 'is a barrel: import from the file that says it',
    breaks: (path) => /(^|\/)index\.(ts|mjs)$/.test(path),
  },
  {
    says: () => 'has a name that says nothing (manager, helper, utils, common, misc): name what it does',
    breaks: (path) =>
      /(^|[/.-])(managers?|helpers?|utils?|common|misc)[/.-]/i.test(path) ||
      /[a-z](Manager|Helper|Utils?)\./.test(path),
  },
];

/** Rules about a line. */
const LINE_RULES = [
  {
    says: 'silences a gate: cure what it found',
    pattern: /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)|Stryker (disable)/,
    in: /./,
  },
  {
    says: 'asks the machine for the time: be handed it (office.clock on the server)',
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(\)/,
    in: /^(apps|libs)\//,
    except: CLOCKS,
  },
  {
    says: 'asks the database for the time, which tests cannot set: pass the instant as a parameter',
    pattern: /(?<![\w.])(now\(\)(?!:)|current_(timestamp|date)\b)/i,
    in: /^apps\/api\/src\//,
    except: CLOCKS,
  },
  {
    says: 'declares a name that says nothing (Manager, Helper, Utils): name what it does',
    pattern:
      /\b((class|interface|function)\s+\w*(Manager|Helpers?|Utils?)\b|(type|const)\s+\w*(Manager|Helpers?|Utils?)\s*(<.*>)?\s*[=:])/,
    in: /./,
  },
  {
    says: 'leaves work undone: finish it, or file an issue',
    pattern: /\b(TO(DO)|FIX(ME)|XX(X))\b/,
    in: /./,
  },
];

const findings = FOLDERS.flatMap((folder) => filesUnder(folder)).flatMap((path) => {
  const lines = readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
  return [
    ...FILE_RULES.filter((rule) => rule.breaks(path, lines)).map(
      (rule) => `${path}:1  ${rule.says(path, lines)}`,
    ),
    ...lines.flatMap((line, index) =>
      LINE_RULES.filter(
        (rule) => rule.in.test(path) && !rule.except?.test(path) && rule.pattern.test(line),
      ).map((rule) => `${path}:${index + 1}  ${rule.says}`),
    ),
  ];
});

for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? 'Every file keeps the house rules.' : `${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'))
    .filter((path) => CODE.test(path) && !GENERATED.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}
