import type { FilingStage } from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { jsonText } from '../../platform/database/json-text.ts';

type Reader = Pick<EntityManager, 'query'>;

/** A place of a list, by the list's own number. */
export interface SourcedRow {
  readonly source: string;
  readonly sourceId: string;
  readonly contents: ShelterContents;
  /** Its owner or manager; null where the list names none, which is then not compared. */
  readonly unitName: string | null;
}

export interface KnownShelter {
  readonly id: string;
  readonly jurisdictionCode: string;
  readonly version: number;
  /** The version the list last gave it. */
  readonly importedVersion: number | null;
  /** What the list says now it said last time, or the file says already. */
  readonly same: boolean;
  readonly deregistered: boolean;
}

export interface KnownFiling {
  readonly id: string;
  readonly jurisdictionCode: string;
  readonly stage: FilingStage;
  readonly held: boolean;
  readonly revision: number;
  /** The revision the list last gave it. */
  readonly importedRevision: number | null;
  readonly same: boolean;
  readonly shelterId: string | null;
}

/** What is known of the rows already, by `source` and `sourceId` (see keyOf). Rows nobody knows are not in it. */
export interface Known {
  readonly shelters: ReadonlyMap<string, KnownShelter>;
  readonly filings: ReadonlyMap<string, KnownFiling>;
}

export function keyOf({ source, sourceId }: Pick<SourcedRow, 'source' | 'sourceId'>): string {
  return `${source}\n${sourceId}`;
}

/** Looks the rows up; in a transaction that will write, with the shelters and filings locked in id order. */
export async function findKnown(tx: Reader, rows: readonly SourcedRow[], lock: boolean): Promise<Known> {
  const wanted = [rows.map(({ source }) => source), rows.map(({ sourceId }) => sourceId)];
  const keys = `(source, source_id) in (select * from unnest($1::text[], $2::text[]))`;
  const locking = lock ? 'order by id for update' : '';
  const shelters = await tx.query<{ id: string; key: string }[]>(
    `select id, source || e'\\n' || source_id as key from shelter where ${keys} ${locking}`,
    wanted,
  );
  const filings = await tx.query<{ id: string; key: string }[]>(
    `select id, source || e'\\n' || source_id as key from filing where ${keys} ${locking}`,
    wanted,
  );
  const told = new Map(rows.map((row) => [keyOf(row), row]));
  const pairs = (found: readonly { id: string; key: string }[]) =>
    jsonText(
      found.map(({ id, key }) => ({
        id,
        key,
        contents: told.get(key)?.contents,
        unit: told.get(key)?.unitName ?? null,
      })),
    );
  return {
    shelters: byKey(shelters.length === 0 ? [] : await compareShelters(tx, pairs(shelters))),
    filings: byKey(filings.length === 0 ? [] : await compareFilings(tx, pairs(filings))),
  };
}

function compareShelters(tx: Reader, pairs: string): Promise<(KnownShelter & { key: string })[]> {
  return tx.query(
    `select told.key, shelter.id, shelter.jurisdiction_code as "jurisdictionCode", shelter.version,
            imported.version as "importedVersion", shelter.deregistered_at is not null as deregistered,
            (shelter.contents = told.contents or coalesce(imported.contents = told.contents, false))
              and coalesce(unit.name = told.unit, true) as same
     from jsonb_to_recordset($1) as told (id uuid, key text, contents jsonb, unit text)
     join shelter on shelter.id = told.id join organisation unit on unit.id = shelter.unit_id
     left join lateral (
       select version, contents from shelter_version
       where shelter_id = shelter.id and origin = 'IMPORT' order by version desc limit 1) imported on true`,
    [pairs],
  );
}

function compareFilings(tx: Reader, pairs: string): Promise<(KnownFiling & { key: string })[]> {
  return tx.query(
    `select told.key, filing.id, filing.jurisdiction_code as "jurisdictionCode", filing.stage, filing.held,
            filing.revision, filing.imported_revision as "importedRevision", filing.shelter_id as "shelterId",
            filing.contents = told.contents and coalesce(unit.name = told.unit, true) as same
     from jsonb_to_recordset($1) as told (id uuid, key text, contents jsonb, unit text)
     join filing on filing.id = told.id join organisation unit on unit.id = filing.unit_id`,
    [pairs],
  );
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}

/** A draft as the list last gave it: nobody has worked on it since. */
export function isUntouched({ stage, revision, importedRevision }: KnownFiling): boolean {
  return stage === 'DRAFT' && revision === importedRevision;
}
