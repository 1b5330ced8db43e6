import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Office } from '../platform/office.ts';
import { findLiveJurisdictions } from '../registry/shelter.queries.ts';
import { CSV, GEOJSON, type DatasetFacts, type OpenFormat, type OpenRow } from './open-data.ts';
import { findOpenRows, publicFingerprint } from './open-data.queries.ts';
import { readEditionClock } from './edition-clock.ts';
import { findLastEdition } from './edition.queries.ts';

/** Rows read at once: a file of any size is written in this much memory. */
const PAGE = 1_000;
/** What the shelters are doing is read again after this long; a new edition shows at once. */
const FRESH_MS = 5_000;
/** Where writing takes long, it takes at most this part of the time. */
const BUSY_SHARE = 0.1;

export interface DatasetFile {
  readonly name: OpenFormat['name'];
  readonly mediaType: string;
  readonly path: string;
  readonly gzipPath: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** SHA-256 of the bytes, hex: the strong ETag. */
  readonly sha256: string;
}

export interface Dataset {
  readonly facts: DatasetFacts;
  readonly files: readonly DatasetFile[];
}

interface Made {
  readonly edition: number;
  readonly fingerprint: string;
  readonly readAt: number;
  readonly freshMs: number;
  readonly dataset: Dataset;
}

/** The public shelters as files, written anew when something in them changes, and then only handed out. */
export class PublicDataset {
  readonly #office: Office;
  #folder: string | null = null;
  #made: Made | null = null;
  #making: Promise<Dataset> | null = null;

  constructor(office: Office) {
    this.#office = office;
  }

  /** The files as they should be now; who asks while they are being written waits for the same writing. */
  current(): Promise<Dataset> {
    this.#making ??= this.#refresh().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  async #refresh(): Promise<Dataset> {
    const { dataSource, clock, config } = this.#office;
    const asOf = clock.now();
    const edition = await findLastEdition(dataSource);
    const number = edition?.number ?? 0;
    const made = await this.#stillThere();
    if (made?.edition === number && asOf.getTime() - made.readAt < made.freshMs) return made.dataset;
    const fingerprint = await publicFingerprint(dataSource, asOf, config);
    const readAt = asOf.getTime();
    if (made?.fingerprint === fingerprint) {
      this.#made = { ...made, readAt };
      return made.dataset;
    }
    const { nextEditionDue } = await readEditionClock(this.#office);
    const dataset = await this.#write({
      edition: edition?.label ?? null,
      publishedAt: edition?.publishedAt ?? null,
      nextEditionDue,
      asOf,
      live: await findLiveJurisdictions(dataSource),
      staleHours: config.staleHours,
    });
    // An edition made meanwhile may have come half into the files: then the next to ask writes them again.
    if ((await publicFingerprint(dataSource, asOf, config)) === fingerprint) {
      const freshMs = Math.max(FRESH_MS, (clock.now().getTime() - readAt) / BUSY_SHARE);
      this.#made = { edition: number, fingerprint, readAt, freshMs, dataset };
    }
    return dataset;
  }

  /** What was made, unless somebody cleaned it away: then it is made again. */
  async #stillThere(): Promise<Made | null> {
    const paths = this.#made?.dataset.files.flatMap(({ path, gzipPath }) => [path, gzipPath]) ?? [];
    try {
      await Promise.all(paths.map((path) => access(path)));
    } catch {
      this.#made = null;
    }
    return this.#made;
  }

  /** Takes the files away; for when the server stops. */
  async remove(): Promise<void> {
    await this.#making?.catch(() => undefined);
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async #write(facts: DatasetFacts): Promise<Dataset> {
    const place = join(this.#office.config.dataDir, 'public');
    await mkdir(place, { recursive: true });
    this.#folder ??= await mkdtemp(join(place, 'files-'));
    await mkdir(this.#folder, { recursive: true });
    const files: DatasetFile[] = [];
    for (const format of [GEOJSON, CSV]) files.push(await this.#writeFile(this.#folder, format, facts));
    await this.#removeOld(this.#folder, files);
    return { facts, files };
  }

  async #writeFile(folder: string, format: OpenFormat, facts: DatasetFacts): Promise<DatasetFile> {
    const path = join(folder, `${randomUUID()}-${format.name}`);
    const gzipPath = `${path}.gz`;
    const hash = createHash('sha256');
    await pipeline(
      this.#text(format, facts),
      async function* (chunks: AsyncIterable<string>) {
        for await (const chunk of chunks) {
          const bytes = Buffer.from(chunk);
          hash.update(bytes);
          yield bytes;
        }
      },
      createWriteStream(path),
    );
    await pipeline(createReadStream(path), createGzip(), createWriteStream(gzipPath));
    const [{ size: bytes }, { size: gzipBytes }] = [await stat(path), await stat(gzipPath)];
    const { name, mediaType } = format;
    return { name, mediaType, path, gzipPath, bytes, gzipBytes, sha256: hash.digest('hex') };
  }

  async *#text(format: OpenFormat, facts: DatasetFacts): AsyncGenerator<string> {
    yield format.head(facts);
    let isFirst = true;
    for (let after = ''; ;) {
      const rows: OpenRow[] = await findOpenRows(this.#office.dataSource, after, PAGE);
      let page = '';
      for (const row of rows) {
        page += format.row(row, facts, isFirst);
        isFirst = false;
      }
      yield page;
      after = rows.at(-1)?.code ?? after;
      if (rows.length < PAGE) break;
    }
    yield format.tail;
  }

  /** All but the new files and those before them, which somebody may still be reading. */
  async #removeOld(folder: string, files: readonly DatasetFile[]): Promise<void> {
    const kept = new Set(
      [...files, ...(this.#made?.dataset.files ?? [])].flatMap(({ path, gzipPath }) => [path, gzipPath]),
    );
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      if (!kept.has(path)) await rm(path, { force: true });
    }
  }
}
