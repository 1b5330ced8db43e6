import type { Refusal } from '#regulation/refusal';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Office } from '../office.ts';
import { ActRefused } from '../refused.ts';
import { ALLOWED_KINDS, kindFor, type FilePurpose } from './file-kinds.ts';

const MEGABYTE = 1_000_000;
/** Plans of a whole site are large; everything else is not. */
const LIMITS = { drawing: 50 * MEGABYTE, list: 20 * MEGABYTE, document: 20 * MEGABYTE } as const;
const LONGEST_NAME = 200;
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

export interface IncomingFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** As the sender calls it; shown, never used as a path. */
  readonly fileName: string;
  readonly keptBy: string | null;
  /** Says what may be kept, and how large. Default: a document. */
  readonly purpose?: FilePurpose;
  /** Bytes; more are refused while they arrive. Default: the limit of its purpose. */
  readonly most?: number;
}

export interface KeptFile {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Where the bytes of a file lie: under their own SHA-256, so that the same bytes lie there once. */
export function pathOfFile(dataDir: string, sha256: string): string {
  return join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/**
 * Keeps a file as it is, under its SHA-256. Too large, empty, of a kind that is not kept: ActRefused.
 * Whatever goes wrong, a broken-off upload included, leaves nothing behind.
 */
export async function storeFile(office: Office, incoming: IncomingFile): Promise<KeptFile> {
  const { purpose = 'document' } = incoming;
  const fileName = checkedName(incoming.fileName);
  const folder = incomingFolder(office);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, randomUUID());
  try {
    const { sha256, bytes } = await writeDurably(draft, incoming.bytes, incoming.most ?? LIMITS[purpose]);
    const kind = await kindFor(purpose, draft, fileName);
    if ('refused' in kind)
      throw refused('file', 'FILE_TYPE', { value: kind.refused, allowed: ALLOWED_KINDS[purpose] });
    await moveDurably(draft, pathOfFile(office.config.dataDir, sha256));
    const kept = { id: uuidv7(), sha256, bytes, mediaType: kind.mediaType, fileName };
    await office.dataSource.query(
      `insert into stored_file (id, sha256, bytes, media_type, file_name, kept_by, kept_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        kept.id,
        Buffer.from(sha256, 'hex'),
        bytes,
        kept.mediaType,
        fileName,
        incoming.keptBy,
        office.clock.now(),
      ],
    );
    return kept;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes what uploads left behind when the process was killed in their midst. */
export async function sweepIncoming(office: Office): Promise<void> {
  const folder = incomingFolder(office);
  await mkdir(folder, { recursive: true });
  const old = office.clock.now().getTime() - LEFT_BEHIND_MS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < old) await rm(path, { force: true });
  }
}

function incomingFolder(office: Office): string {
  return join(office.config.dataDir, 'files', 'incoming');
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > most) throw refused('file', 'FILE_TOO_LARGE', { limit: Math.floor(most / MEGABYTE) });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (bytes === 0) throw refused('file', 'FILE_EMPTY', {});
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The name is durable only when its folder is. */
async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  if (process.platform === 'win32') return; // folders cannot be opened there
  const folder = await open(dirname(to));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The last part of the name without control characters. Throws ActRefused when it is none or too long. */
function checkedName(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').trim();
  const length = Array.from(bare).length;
  if (length === 0) throw refused('fileName', 'MISSING', {});
  if (length > LONGEST_NAME) throw refused('fileName', 'TOO_LONG', { limit: LONGEST_NAME, length });
  return bare;
}

function refused(field: string, code: Refusal['code'], params: Refusal['params']): ActRefused {
  return new ActRefused([{ rule: 'stored-files', article: null, field, code, params }]);
}
