import { shelterCode } from '#regulation/registry/shelter-code';
import { missingContents } from '#regulation/filing/required-contents';
import type { ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { jsonText } from '../platform/database/json-text.ts';
import { shelterColumns } from './shelter-columns.ts';
import type { VersionOrigin } from './shelter-version.entity.ts';
import { EVERY_YEAR, takeNumbersOfEach } from './take-numbers.ts';

/** What is the same for all versions recorded at once. */
export interface RecordFacts {
  readonly origin: VersionOrigin;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Date;
}

export interface VersionFacts extends RecordFacts {
  readonly contents: ShelterContents;
  readonly filingId: string | null;
}

/** A shelter that comes on file. Lists from elsewhere say which of their places it is. */
export interface NewShelter {
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly contents: ShelterContents;
  readonly filingId: string | null;
  readonly source?: { readonly name: string; readonly id: string };
  /** Civil date until which its gaps are to be made good. */
  readonly correctionDue?: string | null;
  /** False for a temporary place: in use, its filing still to be made good. */
  readonly filed?: boolean;
}

/** What a shelter on file says from now on. */
export interface NewVersion {
  readonly id: string;
  readonly contents: ShelterContents;
  readonly filingId: string | null;
}

export interface RecordedShelter {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

/** The columns drawn from the contents, and their types. */
const DRAWN: Readonly<Record<keyof ReturnType<typeof drawn>, string>> = {
  contents: 'jsonb',
  name: 'text',
  address: 'text',
  search_text: 'text',
  grade: 'text',
  space_type: 'text',
  site_type: 'text',
  location: 'geography',
  usable_capacity: 'integer',
  suitability: 'text',
  file_ids: 'uuid[]',
};
const NAMES = Object.keys(DRAWN).join(', ');
const TYPED = Object.entries(DRAWN)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** Enters newly filed shelters with their codes and version 1, set-based; answers them in the same order. */
export async function enterShelters(
  tx: EntityManager,
  shelters: readonly NewShelter[],
  facts: RecordFacts,
): Promise<RecordedShelter[]> {
  if (shelters.length === 0) return [];
  const codes = await giveCodes(tx, shelters);
  const rows = shelters.map((shelter, index) => ({
    id: uuidv7(),
    code: codes[index] ?? '',
    jurisdiction_code: shelter.jurisdictionCode,
    unit_id: shelter.unitId,
    source: shelter.source?.name ?? null,
    source_id: shelter.source?.id ?? null,
    correction_due: shelter.correctionDue ?? null,
    filed: shelter.filed ?? true,
    ...drawn(shelter.contents, codes[index] ?? ''),
  }));
  await tx.query(
    `insert into shelter (id, code, jurisdiction_code, unit_id, source, source_id, correction_due, version, filed_at,
                          changed_at, ${NAMES})
     select id, code, jurisdiction_code, unit_id, source, source_id, correction_due, 1, case when filed then $2::timestamptz end, $2, ${NAMES}
     from jsonb_to_recordset($1) as entered (id uuid, code text, jurisdiction_code text, unit_id uuid, source text,
       source_id text, correction_due date, filed boolean, ${TYPED})`,
    [jsonText(rows), facts.at],
  );
  await keepVersions(
    tx,
    rows.map(({ id }) => id),
    shelters,
    facts,
  );
  return rows.map(({ id, code }) => ({ id, code, version: 1 }));
}

/**
 * Gives filed shelters their next version, set-based, locked in id order; answers them in the same order.
 * Publishing is another act: nothing the public sees changes here. What was still owed (补正) is settled by the version
 * that has it, whichever act it comes from.
 */
export async function reviseShelters(
  tx: EntityManager,
  versions: readonly NewVersion[],
  facts: RecordFacts,
): Promise<RecordedShelter[]> {
  if (versions.length === 0) return [];
  const ids = versions.map(({ id }) => id);
  const locked = await tx.query<RecordedShelter[]>(
    `select id, code, version from shelter where id = any($1) order by id for update`,
    [ids],
  );
  const before = new Map(locked.map((shelter) => [shelter.id, shelter]));
  const revised = versions.map(({ id }) => {
    const shelter = before.get(id);
    if (!shelter) throw new Error(`no shelter ${id}`);
    return { ...shelter, version: shelter.version + 1 };
  });
  const rows = versions.map(({ id, contents }, index) => ({
    id,
    complete: missingContents(contents).length === 0,
    ...drawn(contents, revised[index]?.code ?? ''),
  }));
  await tx.query(
    `update shelter set version = version + 1, changed_at = $2,
            correction_due = case when revised.complete then null else correction_due end,
            ${Object.keys(DRAWN)
              .map((name) => `${name} = revised.${name}`)
              .join(', ')}
     from jsonb_to_recordset($1) as revised (id uuid, complete boolean, ${TYPED}) where shelter.id = revised.id`,
    [jsonText(rows), facts.at],
  );
  await keepVersions(tx, ids, versions, facts);
  return revised;
}

/** enterShelters for one. */
export async function enterShelter(
  tx: EntityManager,
  { jurisdictionCode, unitId }: { readonly jurisdictionCode: string; readonly unitId: string },
  { contents, filingId, ...facts }: VersionFacts,
): Promise<RecordedShelter> {
  const [entered] = await enterShelters(tx, [{ jurisdictionCode, unitId, contents, filingId }], facts);
  if (!entered) throw new Error('the shelter was not entered');
  return entered;
}

/** reviseShelters for one. */
export async function reviseShelter(
  tx: EntityManager,
  id: string,
  { contents, filingId, ...facts }: VersionFacts,
): Promise<RecordedShelter> {
  const [revised] = await reviseShelters(tx, [{ id, contents, filingId }], facts);
  if (!revised) throw new Error(`no shelter ${id}`);
  return revised;
}

async function giveCodes(tx: EntityManager, shelters: readonly NewShelter[]): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { jurisdictionCode: code } of shelters) counts.set(code, (counts.get(code) ?? 0) + 1);
  const rows = await tx.query<{ code: string; local_code: string }[]>(
    `select code, local_code from jurisdiction where code = any($1)`,
    [[...counts.keys()]],
  );
  const localCodes = new Map(rows.map((row) => [row.code, row.local_code]));
  const next = await takeNumbersOfEach(tx, 'SHELTER', EVERY_YEAR, counts);
  return shelters.map(({ jurisdictionCode: code, contents: { grade } }) => {
    const localCode = localCodes.get(code);
    const running = next.get(code);
    if (localCode === undefined || running === undefined) throw new Error(`no jurisdiction ${code}`);
    next.set(code, running + 1);
    return shelterCode(localCode, grade, running);
  });
}

function drawn(contents: ShelterContents, code: string) {
  const columns = shelterColumns(contents);
  return { ...columns, contents, search_text: `${columns.search_text} ${code.toLowerCase()}` };
}

/** Keeps what the shelters say now as their latest versions. */
async function keepVersions(
  tx: EntityManager,
  ids: readonly string[],
  versions: readonly { readonly filingId: string | null }[],
  facts: RecordFacts,
): Promise<void> {
  await tx.query(
    `insert into shelter_version (shelter_id, version, contents, origin, filing_id, reason, recorded_by, recorded_at)
     select shelter.id, shelter.version, shelter.contents, $3, kept.filing_id, $4, $5, $6
     from unnest($1::uuid[], $2::uuid[]) as kept (id, filing_id) join shelter on shelter.id = kept.id`,
    [ids, versions.map(({ filingId }) => filingId), facts.origin, facts.reason, facts.by, facts.at],
  );
}
