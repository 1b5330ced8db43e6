import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  FORMAT,
  FORMAT_VERSION,
  HEAD_ENTRY,
  kindOfEntry,
  type BackupHead,
  type Checksums,
  type EntryKind,
  type Section,
} from './backup-format.ts';
import { BackupRefused, fieldOf, refusalOf } from './backup-refused.ts';
import { countRows, SectionDigests, type SectionDigest } from './section-digest.ts';

/** Heads and checksums are held in memory; no whole one comes near this. */
const LONGEST_JSON = 64 * 1024 * 1024;
const TOLD_PERCENT = 10;

export type DataEntry = Extract<EntryKind, { kind: 'rows' | 'upload' | 'kept' }>;

/** Answers false to end the reading here. */
type Visit = (entry: DataEntry, bytes: AsyncIterable<Buffer>) => Promise<boolean | void>;

export interface ArchiveVisitor {
  readonly signal: AbortSignal;
  /** Percent of the file, now and then. */
  readonly tell?: (words: string) => void;
  readonly onHead?: (head: BackupHead) => Promise<void>;
  /** Reads the entry's bytes to their end; default: reads them for their checksum alone. */
  readonly onEntry?: Visit;
}

export interface ReadArchive {
  readonly head: BackupHead;
  readonly sections: Readonly<Record<string, Section>>;
  /** Undefined when the reading was ended before it. */
  readonly checksums: Checksums | undefined;
}

/** Reads a backup from its beginning and compares it with its checksums. Throws BackupRefused for a file that does not hold. */
export async function readArchive(file: string, visitor: ArchiveVisitor): Promise<ReadArchive> {
  const tar = extract();
  const { signal } = visitor;
  const { size } = await stat(file).catch((error: unknown) => {
    throw refusalOf(error, file);
  });
  const source = createReadStream(file);
  const meter = percentMeter(size, visitor.tell);
  const fed = pipeline(source, meter, createGunzip(), tar, { signal });
  // Whichever breaks first is the cause: the file itself, or what is done with its entries.
  let fault: unknown;
  fed.catch((error: unknown) => (fault ??= error));
  try {
    return await readEntries(tar, visitor, file);
  } catch (error) {
    fault ??= error;
    throw faultOf(fault, file);
  } finally {
    tar.destroy();
    await fed.catch(() => undefined);
  }
}

async function readEntries(
  tar: ReturnType<typeof extract>,
  visitor: ArchiveVisitor,
  file: string,
): Promise<ReadArchive> {
  const digests = new SectionDigests();
  let head: BackupHead | undefined;
  let checksums: Checksums | undefined;
  for await (const entry of tar) {
    const { name, size = 0 } = entry.header;
    const kind = kindOfEntry(name);
    if (!kind || checksums || (head === undefined) !== (kind.kind === 'head')) {
      if (!head) throw notABackup(file);
      throw altered(file, name);
    }
    if (kind.kind === 'checksums') {
      checksums = (await jsonOf(entry, file, name)) as Checksums;
      continue;
    }
    const digest = digests.of(kind.section);
    digest.begin(name, size);
    const bytes = tally(entry as AsyncIterable<Buffer>, digest, kind.kind === 'rows');
    if (kind.kind === 'head') {
      head = headOf(await jsonOf(bytes, file, name), file);
      await visitor.onHead?.(head);
    } else if ((await (visitor.onEntry ?? drain)(kind, bytes)) === false) {
      break;
    }
  }
  if (!head) throw notABackup(file);
  if (checksums) compare(checksums, digests.totals, file);
  return { head, sections: digests.totals, checksums };
}

/** Throws BackupRefused, naming the first section that is not what the checksums say. */
function compare(checksums: Checksums, found: Readonly<Record<string, Section>>, file: string): void {
  for (const section of new Set([...Object.keys(checksums.sections), ...Object.keys(found)])) {
    const [said, is] = [checksums.sections[section], found[section]];
    if (said?.sha256 !== is?.sha256 || said?.rows !== is?.rows) throw altered(file, section);
  }
}

async function* tally(
  entry: AsyncIterable<Buffer>,
  digest: SectionDigest,
  rows: boolean,
): AsyncGenerator<Buffer> {
  for await (const chunk of entry) {
    digest.update(chunk);
    if (rows) digest.rows(countRows(chunk));
    yield chunk;
  }
}

const drain: Visit = async (_entry, bytes) => {
  for await (const _chunk of bytes);
};

async function jsonOf(bytes: AsyncIterable<Buffer>, file: string, name: string): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LONGEST_JSON) throw altered(file, name);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw altered(file, name);
  }
}

function headOf(value: unknown, file: string): BackupHead {
  const head = value as Partial<BackupHead> | null;
  if (head?.format !== FORMAT || typeof head.formatVersion !== 'number') throw notABackup(file);
  if (head.formatVersion > FORMAT_VERSION) throw newerFormat(file, head.formatVersion);
  const lists = [head.migrations, head.tables, head.sequences];
  if (!lists.every(Array.isArray)) throw altered(file, HEAD_ENTRY);
  return head as BackupHead;
}

/** Tells how far the reading is, every ten percent. */
function percentMeter(size: number, tell: ArchiveVisitor['tell']): Transform {
  let seen = 0;
  let told = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      const percent = size > 0 ? Math.floor((seen / size) * 100) : 100;
      if (percent >= told + TOLD_PERCENT) {
        told = percent;
        tell?.(`  ${percent} %`);
      }
      done(null, chunk);
    },
  });
}

function faultOf(error: unknown, file: string): unknown {
  const [code, words] = [fieldOf(error, 'code'), fieldOf(error, 'message')];
  if (code === 'Z_BUF_ERROR' || /unexpected end of (data|file)/i.test(words)) return torn(file);
  if (code === 'Z_DATA_ERROR' && /incorrect header/i.test(words)) return notABackup(file);
  if (code.startsWith('Z_') || /invalid tar header/i.test(words)) return altered(file, words);
  return refusalOf(error, file);
}

export function torn(file: string): BackupRefused {
  return new BackupRefused(
    `${file} is torn: its end is missing. Nothing was changed. Copy it again from where it was made, or take another backup.`,
    `${file} 不完整：文件末尾缺失，未作任何改动。请重新复制，或使用另一份备份。`,
  );
}

export function altered(file: string, what: string): BackupRefused {
  return new BackupRefused(
    `${file} is not as it was written (${what}). Nothing was changed. Copy it again from where it was made, or take another backup.`,
    `${file} 的内容与写入时不一致（${what}），未作任何改动。请重新复制，或使用另一份备份。`,
  );
}

function notABackup(file: string): BackupRefused {
  return new BackupRefused(
    `${file} is not a backup of this system. Name a file that "npm run backup" wrote.`,
    `${file} 不是本系统的备份。请指定由“npm run backup”生成的文件。`,
  );
}

function newerFormat(file: string, version: number): BackupRefused {
  return new BackupRefused(
    `${file} was written by a newer program (format ${version}; this one reads up to ${FORMAT_VERSION}). Restore it with that program.`,
    `${file} 由更新版本的程序生成（格式 ${version}），请使用该版本恢复。`,
  );
}

/** Bytes as a stream, for whoever wants one. */
export function streamOf(bytes: AsyncIterable<Buffer>): Readable {
  return Readable.from(bytes, { objectMode: false });
}
