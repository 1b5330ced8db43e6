import { createHash } from 'node:crypto';
import type { Section } from './backup-format.ts';

/** Adds up the entries of one section, while they are written or read. */
export class SectionDigest {
  readonly #hash = createHash('sha256');
  #entries = 0;
  #bytes = 0;
  #rows = 0;

  begin(name: string, size: number): void {
    this.#entries += 1;
    this.#hash.update(`${name}\0${size}\0`);
  }

  update(bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength;
    this.#hash.update(bytes);
  }

  rows(count: number): void {
    this.#rows += count;
  }

  get total(): Section {
    const sha256 = this.#hash.copy().digest('hex');
    return { entries: this.#entries, bytes: this.#bytes, rows: this.#rows, sha256 };
  }
}

/** COPY text ends every row with a line feed, and writes one inside a value as \n. */
export function countRows(copied: Uint8Array): number {
  let rows = 0;
  for (let at = copied.indexOf(10); at >= 0; at = copied.indexOf(10, at + 1)) rows += 1;
  return rows;
}

/** The digest of each section, made when first asked for. */
export class SectionDigests {
  readonly #digests = new Map<string, SectionDigest>();

  of(section: string): SectionDigest {
    const known = this.#digests.get(section);
    if (known) return known;
    const fresh = new SectionDigest();
    this.#digests.set(section, fresh);
    return fresh;
  }

  get totals(): Record<string, Section> {
    return Object.fromEntries([...this.#digests].map(([section, digest]) => [section, digest.total]));
  }
}
