// `npm test`: installs and builds what is missing, runs every test, and closes with one line for all runs together.
// Where TEST_DATABASE_URL names a PostgreSQL cluster the tests run on it too. Arguments go to Jest: npm test -- filing
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JEST } from './jest.mjs';

/** A run that takes longer hangs. */
const LONGEST_MS = 60 * 60_000;

/**
 * An embedded database takes a gigabyte, most of it outside the heap that Jest measures: a worker is renewed after every
 * file. Two files at a time keep two cores busy.
 */
const RUNS = [
  { heading: 'Libs and architecture', projects: ['libs', 'architecture'], args: [] },
  {
    heading: 'Databases, the API, the browser',
    projects: ['database', 'lifecycle', 'browser'],
    args: ['--maxWorkers=2', '--workerIdleMemoryLimit=64MB'],
  },
];

if (run([join('apps', 'api', 'prepare.mjs')]) !== 0) {
  console.error('Nothing could be tested: installing or building failed, see above.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'shelter-registry-tests-'));
const results = RUNS.map((suite, index) => {
  console.log(`\n== ${suite.heading}`);
  const outputFile = join(folder, `${index}.json`);
  const args = ['--ci', '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...suite.args];
  const code = run([...JEST, '--selectProjects', ...suite.projects, ...args, ...process.argv.slice(2)]);
  return count(code, outputFile);
});
rmSync(folder, { recursive: true, force: true });

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
const names = results.flatMap((result) => result.failures);
if (names.length > 0) console.log(`\nFailed:\n${names.map((name) => `  ${name}`).join('\n')}`);
if (passed + failed === 0) console.log('\nNo test was run: that is a failure too.');
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** What a run of Jest came to; a file that cannot be loaded, or a runner that breaks down, is a failure. */
function count(code, outputFile) {
  if (!existsSync(outputFile))
    return { passed: 0, failed: 1, skipped: 0, failures: ['Jest itself broke down'] };
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failures = result.testResults.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === 'failed'
      ? [`${file.name} (could not be run)`]
      : file.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => `${file.name}: ${test.fullName}`),
  );
  if (code !== 0 && failures.length === 0) failures.push(`Jest ended with ${code} though no test failed`);
  return {
    passed: result.numPassedTests,
    failed: failures.length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  };
}

/** Exit code of Node with these arguments; what it prints is shown as it comes. */
function run(args) {
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  if (error) console.error(error.message);
  return status ?? 1;
}
