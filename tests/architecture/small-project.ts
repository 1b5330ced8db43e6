import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
/** What the gates are made of: their settings and their drivers, as they are. */
const GATES = [
  'package.json',
  'tsconfig.json',
  '.prettierrc.json',
  '.prettierignore',
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  '.dependency-cruiser.cycles.mjs',
  'tests/check.mjs',
  'tests/jest.mjs',
  'tests/house-rules.mjs',
];

/** A project of a few lines that keeps every rule, under the real gates. */
const LAWFUL = {
  'libs/regulation/five.ts': `export const FIVE = 5;\n`,
  'apps/api/src/main.ts': `import { FIVE } from '#regulation/five';\n\nprocess.stdout.write(String(FIVE));\n`,
};

export interface Verdict {
  readonly green: boolean;
  readonly said: string;
}

/** A folder of its own under the gates, so that a breach can be planted without touching the real tree. */
export class SmallProject {
  readonly #folder = mkdtempSync(join(tmpdir(), 'shelter-registry-planted-'));

  constructor() {
    for (const file of GATES) cpSync(join(ROOT, file), join(this.#folder, file));
    symlinkSync(join(ROOT, 'node_modules'), join(this.#folder, 'node_modules'), 'junction');
    // A few lines cannot use every package of the real manifest.
    const knip: unknown = JSON.parse(readFileSync(join(ROOT, '.knip.json'), 'utf8'));
    const settings = { ...(knip as object), ignoreDependencies: [], exclude: ['dependencies'] };
    this.plant({ ...LAWFUL, '.knip.json': JSON.stringify(settings) });
    appendFileSync(join(this.#folder, '.prettierignore'), '.knip.json\n');
  }

  /** Writes files, path → text. */
  plant(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
      writeFileSync(join(this.#folder, path), text);
    }
  }

  /** Takes planted files away again; a lawful one among them gets its text back. */
  uproot(files: Readonly<Record<string, string>>): void {
    for (const path of Object.keys(files)) rmSync(join(this.#folder, path));
    this.plant(LAWFUL);
  }

  /** What a gate says of the project as it stands. */
  check(...gates: string[]): Verdict {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join('tests', 'check.mjs'), ...gates], {
      cwd: this.#folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return { green: status === 0, said: stripVTControlCharacters(stdout + stderr) };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
