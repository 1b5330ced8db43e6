import { shelterCode } from '#regulation/registry/shelter-code';
import type { ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { shelterColumns } from './shelter-columns.ts';
import type { VersionOrigin } from './shelter-version.entity.ts';
import { EVERY_YEAR, takeNumbers } from './take-numbers.ts';

export interface VersionFacts {
  readonly contents: ShelterContents;
  readonly origin: VersionOrigin;
  readonly filingId: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Date;
}

export interface RecordedShelter {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

/** Enters a newly filed shelter with its code and version 1. */
export async function enterShelter(
  tx: EntityManager,
  place: { readonly jurisdictionCode: string; readonly unitId: string },
  facts: VersionFacts,
): Promise<RecordedShelter> {
  const [jurisdiction] = await tx.query<{ local_code: string }[]>(
    `select local_code from jurisdiction where code = $1`,
    [place.jurisdictionCode],
  );
  if (!jurisdiction) throw new Error(`no jurisdiction ${place.jurisdictionCode}`);
  const running = await takeNumbers(tx, 'SHELTER', place.jurisdictionCode, EVERY_YEAR);
  const id = uuidv7();
  const code = shelterCode(jurisdiction.local_code, facts.contents.grade, running);
  const row = {
    id,
    code,
    jurisdiction_code: place.jurisdictionCode,
    unit_id: place.unitId,
    version: 1,
    ...shelterColumns(facts.contents),
    filed_at: facts.at,
    changed_at: facts.at,
  };
  const columns = Object.keys(row);
  await tx.query(
    `insert into shelter (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values({ ...row, search_text: `${row.search_text} ${code.toLowerCase()}` }),
  );
  await keepVersion(tx, id, 1, facts);
  return { id, code, version: 1 };
}

/** Gives a filed shelter its next version. Publishing is another act: nothing the public sees changes here. */
export async function reviseShelter(
  tx: EntityManager,
  id: string,
  facts: VersionFacts,
): Promise<RecordedShelter> {
  const columns = shelterColumns(facts.contents);
  const names = Object.keys(columns);
  const [shelter] = await tx.query<{ version: number; code: string }[]>(
    `select version, code from shelter where id = $1 for update`,
    [id],
  );
  if (!shelter) throw new Error(`no shelter ${id}`);
  const version = shelter.version + 1;
  await tx.query(
    `update shelter set version = $2, changed_at = $3, ${names.map((name, index) => `${name} = $${index + 4}`).join(', ')}
     where id = $1`,
    [
      id,
      version,
      facts.at,
      ...Object.values({ ...columns, search_text: `${columns.search_text} ${shelter.code.toLowerCase()}` }),
    ],
  );
  await keepVersion(tx, id, version, facts);
  return { id, code: shelter.code, version };
}

async function keepVersion(
  tx: EntityManager,
  id: string,
  version: number,
  facts: VersionFacts,
): Promise<void> {
  await tx.query(
    `insert into shelter_version (shelter_id, version, contents, origin, filing_id, reason, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      version,
      JSON.stringify(facts.contents),
      facts.origin,
      facts.filingId,
      facts.reason,
      facts.by,
      facts.at,
    ],
  );
}
