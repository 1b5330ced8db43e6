import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { markOf, isRunning } from '../database/embedded/running-process.ts';
import { BackupRefused } from './backup-refused.ts';
import { kindOfEntry } from './backup-format.ts';
import { countRows, SectionDigests } from './section-digest.ts';

/** Papers and pictures are compressed already; rows are small either way. Two cores have other work. */
const GZIP_LEVEL = 3;
const GZIP_BEGINS = [0x1f, 0x8b];

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes a backup beside its place and moves it there when it is whole: a name without ".part" is a whole backup.
 * Readable by its owner alone.
 */
export class ArchiveWriter {
  readonly digests = new SectionDigests();
  readonly #pack: Pack = pack();
  readonly #written: Promise<void>;

  private constructor(
    private readonly file: string,
    private readonly draft: string,
    private readonly madeAt: Date,
    signal: AbortSignal,
  ) {
    const sink = createWriteStream(draft, { mode: 0o600, flush: true });
    this.#written = pipeline(this.#pack, createGzip({ level: GZIP_LEVEL }), sink, { signal });
    this.#written.catch(() => undefined); // whoever writes next, or finishes, is told
  }

  /** Throws BackupRefused when something else than a backup has that name. */
  static async begin(file: string, madeAt: Date, signal: AbortSignal): Promise<ArchiveWriter> {
    await refuseToReplace(file);
    await sweepDrafts(file);
    const draft = `${file}.${process.pid}.part`;
    return new ArchiveWriter(file, draft, madeAt, signal);
  }

  /** Adds an entry held in memory; resolves when there is room for the next. */
  async add(name: string, bytes: Buffer): Promise<void> {
    await this.addFile(name, bytes.byteLength, [bytes]);
  }

  /** Adds an entry of exactly `size` bytes as they come. */
  async addFile(name: string, size: number, chunks: Chunks): Promise<void> {
    const kind = kindOfEntry(name);
    if (!kind) throw new Error(`no backup holds an entry called ${name}`);
    const digest = this.digests.of(kind.section);
    digest.begin(name, size);
    let badSource = false;
    async function* tally(): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of chunks) {
          if (chunk.byteLength === 0) continue; // the packer would wait for its end
          digest.update(chunk);
          if (kind?.kind === 'rows') digest.rows(countRows(chunk));
          yield chunk;
        }
      } catch (error) {
        badSource = true;
        throw error;
      }
    }
    try {
      await pipeline(tally, this.#pack.entry({ name, size, mode: 0o600, mtime: this.madeAt }));
    } catch (error) {
      if (!badSource) await this.#written; // a full disk breaks the whole, which knows why
      throw error;
    }
  }

  /** Puts the whole backup, safe on the disk, in its place. Answers its size. */
  async finish(): Promise<number> {
    this.#pack.finalize();
    await this.#written;
    const { size } = await stat(this.draft);
    await rename(this.draft, this.file);
    await syncFolder(dirname(this.file));
    return size;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.draft, { force: true });
  }
}

async function refuseToReplace(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined || (there.isFile() && there.size === 0)) return;
  if (there.isFile()) {
    const handle = await open(file);
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    await handle.close();
    if (buffer.equals(Buffer.from(GZIP_BEGINS))) return; // an older backup gives way once the new one is whole
  }
  throw new BackupRefused(
    `${file} is there already and is no backup; it was left alone. Name another file.`,
    `${file} 已存在且不是备份文件，未作改动。请另取文件名。`,
  );
}

/** What backups to the same name left when they were killed. */
async function sweepDrafts(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const pid = name.startsWith(`${basename(file)}.`) ? /\.(\d+)\.part$/.exec(name)?.[1] : undefined;
    if (pid && !isRunning(markOf(Number(pid)))) await rm(join(dirname(file), name), { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
