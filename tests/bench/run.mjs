// `npm run bench -- NAME`: runs tests/bench/NAME.bench.mjs on the built server; without a name it says which there are.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENDING = '.bench.mjs';
const [name, ...args] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

if (name === undefined || !names.includes(name)) {
  console.error(
    `${name === undefined ? 'Which bench?' : `No bench is named ${name}.`} npm run bench -- NAME`,
  );
  console.error(`There are: ${names.join(', ') || 'none yet'}.`);
  process.exit(2);
}
process.exitCode =
  node(join('apps', 'api', 'prepare.mjs')) || node(join(import.meta.dirname, name + ENDING), ...args);

/** Exit code of Node with these arguments. */
function node(...argv) {
  return spawnSync(process.execPath, argv, { stdio: 'inherit' }).status ?? 1;
}
