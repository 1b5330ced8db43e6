import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const LINE_END = 0x0a;

/** How far a chain had come. */
export interface Head {
  readonly jurisdiction: string;
  readonly day: string;
  readonly position: number;
  readonly seq: string;
  readonly hash: string;
}

/** One line of heads.jsonl: a head, signed, outside the database. */
export interface SealedHead extends Head {
  readonly signature: string;
}

export interface HeadsFile {
  /** Whole lines, in the order they were written. */
  readonly lines: readonly string[];
  /** The last line has no end: its writing was cut short, by a crash or a full disk. */
  readonly torn: boolean;
}

export function headsFile(dataDir: string): string {
  return join(dataDir, 'ledger', 'heads.jsonl');
}

export function headText(head: Head): string {
  return [head.jurisdiction, head.day, head.position, head.seq, head.hash].join('\n');
}

export function chainOf({ jurisdiction, day }: Pick<Head, 'jurisdiction' | 'day'>): string {
  return `${jurisdiction}\n${day}`;
}

/** The head a line tells; null when it is none. Its signature is not checked here. */
export function headOf(line: string): SealedHead | null {
  try {
    const head = JSON.parse(line) as Partial<SealedHead> | null;
    const texts = [head?.jurisdiction, head?.day, head?.seq, head?.hash, head?.signature];
    return Number.isInteger(head?.position) && texts.every((text) => typeof text === 'string')
      ? (head as SealedHead)
      : null;
  } catch {
    return null;
  }
}

/** The furthest position of each chain. */
export function reachedBy(heads: readonly Head[]): ReadonlyMap<string, number> {
  const reached = new Map<string, number>();
  for (const head of heads)
    reached.set(chainOf(head), Math.max(head.position, reached.get(chainOf(head)) ?? 0));
  return reached;
}

/** Reads the file; one that is not there yet is empty. */
export async function readHeads(dataDir: string): Promise<HeadsFile> {
  const text = await readIfThere(headsFile(dataDir));
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { lines: lines.filter(Boolean), torn: rest !== '' };
}

/** Appends heads and waits for the disk. A torn last line goes first: what it meant to say is written again. */
export async function appendHeads(dataDir: string, heads: readonly SealedHead[]): Promise<void> {
  const path = headsFile(dataDir);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    if (size > 0 && (await lastByte(file, size)) !== LINE_END) {
      await file.truncate((await readFile(path)).lastIndexOf(LINE_END) + 1);
    }
    await file.appendFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    await file.sync();
    if (size === 0) await syncFolder(dirname(path));
  } finally {
    await file.close();
  }
}

async function lastByte(file: FileHandle, size: number): Promise<number | undefined> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0];
}

/** A new name in a folder is on the disk only when the folder is. Not every system lets a folder be flushed. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
