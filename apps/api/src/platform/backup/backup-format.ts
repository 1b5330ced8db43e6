/**
 * A backup is a gzipped tar that ordinary tools open: `backup.json` first (what it is), the rows of every table as
 * PostgreSQL's COPY text, kept files, and `checksums.json` last (what everything before it must add up to).
 */
export const FORMAT = 'shelter-registry-backup';
export const FORMAT_VERSION = 1;

export const HEAD_ENTRY = 'backup.json';
export const CHECKSUMS_ENTRY = 'checksums.json';

export interface TableShape {
  readonly name: string;
  /** In the order of the rows; columns the database computes are left out. */
  readonly columns: readonly string[];
}

export interface SequenceState {
  readonly name: string;
  readonly last: string;
  /** False when `last` itself has not been given out. */
  readonly called: boolean;
}

export interface BackupHead {
  readonly format: typeof FORMAT;
  readonly formatVersion: number;
  /** ISO 8601: the moment the snapshot shows. */
  readonly madeAt: string;
  readonly database: 'embedded' | 'postgres';
  /** Names of the migrations that made the schema, in their order. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  readonly sequences: readonly SequenceState[];
}

/** What the entries of one section add up to; a section is a table, the uploads, one kept file, or the head. */
export interface Section {
  readonly entries: number;
  readonly bytes: number;
  /** Rows of a table; 0 for files. */
  readonly rows: number;
  /** SHA-256 over name, size and bytes of each entry, in order. */
  readonly sha256: string;
}

export interface Checksums {
  readonly sections: Readonly<Record<string, Section>>;
  /** SHA-256 of uploads that the database knows and the data folder had lost. */
  readonly missing: readonly string[];
}

export const UPLOADS = 'files';

const TABLE_PART = /^tables\/([a-z_][a-z0-9_]*)\/\d{6,}\.copy$/;
const UPLOAD = /^data\/files\/[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/;
/** What of the data folder is kept beside the uploads. Everything else in it is made again by the server. */
const KEPT = /^data\/(ledger\/heads\.jsonl|keys\/[a-z0-9-]+\.pem|demo-password)$/;

export function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy`;
}

export type EntryKind =
  | { readonly kind: 'head'; readonly section: string }
  | { readonly kind: 'checksums'; readonly section: string }
  | { readonly kind: 'rows'; readonly section: string; readonly table: string }
  | { readonly kind: 'upload'; readonly section: string; readonly path: string; readonly sha256: string }
  | { readonly kind: 'kept'; readonly section: string; readonly path: string };

/** What an entry is by its name; undefined for a name that no backup holds (so none leads out of the data folder). */
export function kindOfEntry(name: string): EntryKind | undefined {
  if (name === HEAD_ENTRY) return { kind: 'head', section: HEAD_ENTRY };
  if (name === CHECKSUMS_ENTRY) return { kind: 'checksums', section: CHECKSUMS_ENTRY };
  const table = TABLE_PART.exec(name)?.[1];
  if (table) return { kind: 'rows', section: `tables/${table}`, table };
  const path = name.slice('data/'.length);
  const sha256 = UPLOAD.exec(name)?.[1];
  if (sha256) return { kind: 'upload', section: UPLOADS, path, sha256 };
  return KEPT.test(name) ? { kind: 'kept', section: path, path } : undefined;
}
