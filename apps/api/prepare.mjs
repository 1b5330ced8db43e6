// Makes a clone ready to run: installs what the lock file says, builds what has changed. Only what Node brings along,
// and nothing younger than Node 12, so that an old Node can be told so.
// Usage: node apps/api/prepare.mjs [api] — with "api" the pages are left as they are.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join, relative } from 'path';
import { fileURLToPath } from 'url';

const LEAST_NODE = [20, 19];
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** What each part is built from, and how. */
const TARGETS = [
  {
    name: 'api',
    words: 'server',
    sources: ['apps/api/src', 'apps/api/tsconfig.json', 'nest-cli.json', 'libs'],
    result: 'dist/apps/api/src/main.js',
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  },
  {
    name: 'database',
    words: 'embedded database',
    sources: ['apps/api/pack-postgis.mjs'],
    result: 'dist/postgis.tar.gz',
    command: ['apps/api/pack-postgis.mjs'],
  },
  {
    name: 'foundation',
    words: 'empty database',
    sources: [
      'apps/api/pack-foundation.mjs',
      'apps/api/pack-postgis.mjs',
      'apps/api/src/platform/database/embedded',
    ],
    result: 'dist/empty-database.tar.gz',
    command: ['apps/api/pack-foundation.mjs'],
  },
  {
    name: 'map',
    words: "residents' map",
    sources: ['apps/map', 'libs'],
    result: 'dist/map/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/map', '--logLevel', 'warn'],
  },
  {
    name: 'console',
    words: 'console',
    sources: ['apps/console', 'libs'],
    result: 'dist/console/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/console', '--logLevel', 'warn'],
  },
];
const PAGES = ['map', 'console'];
const SHARED_SOURCES = ['package-lock.json', 'tsconfig.json'];
const BUILT = join(ROOT, 'dist/.built.json');

demandNode();
process.chdir(ROOT);
// A folder put together by docker/assemble.sh has no sources: it is as it is to be.
if (existsSync('apps/api/src')) {
  installWhenNeeded();
  buildWhenNeeded(process.argv[2]);
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  const needed = LEAST_NODE.join('.');
  fail(
    `Shelter Registry needs Node ${needed} or newer; this is Node ${process.versions.node}.\n` +
      `Install a newer one from https://nodejs.org (or: nvm install 20), then run the same command again.\n` +
      `本系统需要 Node ${needed} 或更高版本，当前为 ${process.versions.node}。请升级后重试。`,
  );
}

/** npm leaves a copy of the lock in node_modules: what it does not hold, or holds in another version, is missing. */
function installWhenNeeded() {
  const wanted = readLock('package-lock.json');
  const there = existsSync('node_modules/.package-lock.json')
    ? readLock('node_modules/.package-lock.json')
    : {};
  const missing = Object.keys(wanted).filter(
    (path) =>
      path !== '' &&
      !isOptional(wanted[path]) &&
      (!there[path] || there[path].version !== wanted[path].version),
  );
  if (missing.length === 0) return;
  say(`Installing packages from the lock file (about a minute) … 正在安装依赖`);
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const done = npm
    ? run(process.execPath, [npm, ...options])
    : run('npm', options, { shell: process.platform === 'win32' });
  if (!done) {
    fail(
      'The packages could not be installed (see above). The npm registry must be reachable the first time; ' +
        'behind a proxy set it with "npm config set proxy" or "registry", then run the same command again.',
    );
  }
}

function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Those for other systems are rightly absent. */
function isOptional(entry) {
  return entry.optional || entry.devOptional || entry.peerOptional || false;
}

function buildWhenNeeded(only) {
  const built = readBuilt();
  const stale = TARGETS.filter(
    (target) =>
      (only !== 'api' || !PAGES.includes(target.name)) &&
      (built[target.name] !== hashOf(target) || !existsSync(target.result)),
  );
  stale.forEach((target, index) => {
    say(`Building the ${target.words} (${index + 1} of ${stale.length}) … 正在构建`);
    const hash = hashOf(target);
    if (
      !run(process.execPath, target.command, { env: Object.assign({}, process.env, { NODE_OPTIONS: '' }) })
    ) {
      fail(`The ${target.words} could not be built; the errors are above.`);
    }
    built[target.name] = hash;
    mkdirSync(dirname(BUILT), { recursive: true });
    writeFileSync(BUILT, JSON.stringify(built, null, 2) + '\n');
  });
}

function readBuilt() {
  try {
    return JSON.parse(readFileSync(BUILT, 'utf8'));
  } catch {
    return {};
  }
}

/** A hash over names and contents of everything a part is built from. */
function hashOf(target) {
  const hash = createHash('sha256');
  for (const path of target.sources.concat(SHARED_SOURCES).flatMap(filesOf)) {
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [join(ROOT, path)]; // a file
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !/\.test\.ts$|^README\.md$|^decisions$/.test(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(ROOT, path, entry.name)],
    );
}

/** Progress goes to standard error: the last line of standard output belongs to the command that follows. */
function run(command, args, options) {
  const result = spawnSync(command, args, Object.assign({ stdio: ['ignore', 2, 2] }, options));
  return result.status === 0;
}

function say(words) {
  process.stderr.write(words + '\n');
}

function fail(words) {
  process.stderr.write('\n' + words + '\n');
  process.exit(1);
}
