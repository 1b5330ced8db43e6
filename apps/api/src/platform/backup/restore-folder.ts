import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupHead } from './backup-format.ts';
import { BackupRefused } from './backup-refused.ts';
import { altered, streamOf, type DataEntry } from './read-archive.ts';

const HEADS = join('ledger', 'heads.jsonl');
const LEDGER_KEY = join('keys', 'ledger.pem');

/** Puts a file of the backup into the staging folder, safe on the disk. */
export async function stage(
  folder: string,
  entry: Extract<DataEntry, { path: string }>,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const path = join(folder, entry.path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  async function* tally(): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(streamOf(tally()), createWriteStream(path, { mode: 0o600, flush: true }));
  if (entry.kind === 'upload' && hash.digest('hex') !== entry.sha256) throw altered(entry.path, entry.sha256);
}

/** Throws BackupRefused when the data folder belongs to another registry: its signed ledger would be mixed with this one. */
export async function refuseForeignFolder(dataDir: string, folder: string): Promise<void> {
  const [here, coming] = await Promise.all([
    textOf(join(dataDir, LEDGER_KEY)),
    textOf(join(folder, LEDGER_KEY)),
  ]);
  const heads = await textOf(join(dataDir, HEADS));
  if (!heads || !here || here === coming) return;
  throw new BackupRefused(
    `${dataDir} keeps the signed ledger of another registry (keys/ledger.pem differs). Name another DATA_DIR, or move its folders keys and ledger away.`,
    `${dataDir} 中存有另一登记库的签名账本（keys/ledger.pem 不同）。请指定新的 DATA_DIR，或将其中的 keys 和 ledger 目录移走。`,
  );
}

/** Moves the staged files to where the server looks for them. Answers how to take it back. */
export async function settle(
  dataDir: string,
  folder: string,
  paths: readonly string[],
  { madeAt }: Pick<BackupHead, 'madeAt'>,
): Promise<{ readonly notices: readonly string[]; takeBack(): Promise<void> }> {
  const undo: (() => Promise<void>)[] = [];
  const notices: string[] = [];
  const move = async (from: string, to: string) => {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    undo.unshift(() => rename(to, from));
  };
  for (const path of paths) {
    const [from, to] = [join(folder, path), join(dataDir, path)];
    const there = await stat(to).catch(() => undefined);
    if (there && path.startsWith('files/')) continue; // the same bytes: its name is their SHA-256
    if (there && path === HEADS && there.size > 0 && (await textOf(to)) !== (await textOf(from))) {
      // What was signed after the backup was made is evidence of the acts that are lost.
      const aside = join(dataDir, 'ledger', `heads.before-${madeAt.replaceAll(/\D/g, '')}.jsonl`);
      await move(to, aside);
      notices.push(
        `The ledger had been signed further than this backup reaches: ${aside} is kept as evidence. 原账本签名记录已另存。`,
      );
    } else if (there) {
      await move(to, join(folder, `${path}.was`));
    }
    await move(from, to);
  }
  const takeBack = async () => {
    for (const step of undo) await step();
  };
  return { notices, takeBack };
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
