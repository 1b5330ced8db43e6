import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config.ts';

/** No letters that are easily taken for others when read aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The password of the demo accounts as it was printed; null when another machine loaded them. */
export async function knownDemoPassword({ dataDir }: Config): Promise<string | null> {
  try {
    return (await readFile(fileOf(dataDir), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The password to give the demo accounts: the wish, else the known one, else a new one; kept to be printed again. */
export async function chooseDemoPassword(config: Config, wish: string | undefined): Promise<string> {
  const password = wish?.trim() || ((await knownDemoPassword(config)) ?? newPassword());
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(fileOf(config.dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'demo-password');
}

/** Some 59 bits in three groups that can be read aloud. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}
