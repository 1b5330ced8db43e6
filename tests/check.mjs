// The gates: `npm run check`, or `npm run check -- lint cycles` for some of them.
// Every gate runs and shows all it finds, so that one run tells everything there is to cure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { JEST } from './jest.mjs';

const CODE = ['apps', 'libs', 'tests'];
const PROMISES = ['typescript/no-floating-promises', 'typescript/no-misused-promises'];
const PAGES = ['apps/map/tsconfig.json', 'apps/console/tsconfig.json'].filter((file) => existsSync(file));

/** Arguments of Node for a program that a package brings. */
const program = (path, ...args) => [join('node_modules', path), ...args];
const oxlint = (...rules) => program('oxlint/bin/oxlint', '--type-aware', ...rules, ...CODE);
const depcruise = (config) =>
  program(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    config,
    '--output-type',
    'err-long',
    ...CODE,
  );

/** Name, heading, and what Node runs for it. */
const GATES = [
  ['format', 'Format', program('prettier/bin/prettier.cjs', '--check', '.')],
  [
    'types',
    'Types',
    program('typescript/bin/tsc', '-p', 'tsconfig.json'),
    ...PAGES.map((page) => program('vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', page)),
  ],
  ['lint', 'Lint', oxlint(...PROMISES.flatMap((rule) => ['-A', rule]))],
  ['promises', 'Floating promises', oxlint('-A', 'all', ...PROMISES.flatMap((rule) => ['-D', rule]))],
  ['imports', 'Import rules', depcruise('.dependency-cruiser.mjs')],
  ['cycles', 'Import cycles', depcruise('.dependency-cruiser.cycles.mjs')],
  ['dead-code', 'Dead code', program('knip/bin/knip.js')],
  ['house-rules', 'File length and house rules', [join('tests', 'house-rules.mjs')]],
  ['libs', 'Tests of the libs (all others: npm test)', [...JEST, '--selectProjects', 'libs']],
];

const chosen = process.argv.slice(2);
const names = GATES.map(([name]) => name);
const strangers = chosen.filter((name) => !names.includes(name));
if (strangers.length > 0) {
  console.error(`No gate named ${strangers.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const red = GATES.filter(([name]) => chosen.length === 0 || chosen.includes(name)).filter(
  (gate) => !passes(gate),
);
if (red.length > 0) {
  const [first] = red[0];
  console.error(`\nRed: ${red.map(([name]) => name).join(', ')}. One gate alone: npm run check -- ${first}`);
  process.exitCode = 1;
} else {
  console.log('\nAll gates are green.');
}

function passes([name, heading, ...commands]) {
  console.log(`\n== ${heading} (${name})`);
  const start = performance.now();
  const green = commands.map(run).every((code) => code === 0);
  console.log(`${green ? 'green' : 'RED'} after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return green;
}

/** Exit code of Node with these arguments; what it prints is shown as it comes. */
function run(args) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  return status ?? 1;
}
