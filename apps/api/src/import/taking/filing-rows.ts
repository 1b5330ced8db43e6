import type { FilingKind } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { jsonText } from '../../platform/database/json-text.ts';
import { filesOf } from '../../registry/shelter-columns.ts';
import type { JudgedRow } from './judge-rows.ts';

/** Who imports, and when. */
export interface Hand {
  readonly personId: string;
  readonly at: Date;
}

/** A row that is to become a filing of its unit. */
export interface FiledRow {
  readonly judged: JudgedRow;
  readonly unitId: string;
}

/** A row that changes the filing or shelter `id`. */
export interface RevisedRow extends FiledRow {
  readonly id: string;
}

/** Rows as draft filings: an owner's own, or held ones waiting for somebody to look. Answers their ids in order. */
export async function insertDrafts(
  tx: EntityManager,
  rows: readonly FiledRow[],
  kind: FilingKind,
  { personId, at }: Hand,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const drafts = rows.map(({ judged, unitId }) => ({
    id: uuidv7(),
    jurisdiction_code: judged.place?.code ?? '',
    unit_id: unitId,
    contents: judged.contents,
    findings: judged.findings,
    held: judged.verdict === 'HELD',
    file_ids: filesOf(judged.contents),
    source: judged.source,
    source_id: judged.sourceId,
  }));
  await tx.query(
    `insert into filing (id, kind, stage, jurisdiction_code, unit_id, contents, keyed_by, editors, findings, held, file_ids,
                         source, source_id, imported_revision, created_at, changed_at)
     select id, $2, 'DRAFT', jurisdiction_code, unit_id, contents, $3, array[$3::uuid], findings, held, file_ids, source, source_id, 1, $4, $4
     from jsonb_to_recordset($1) as draft (id uuid, jurisdiction_code text, unit_id uuid, contents jsonb,
       findings jsonb, held boolean, file_ids uuid[], source text, source_id text)`,
    [jsonText(drafts), kind, personId, at],
  );
  return drafts.map(({ id }) => id);
}

/** What the list says now, into drafts nobody has worked on since. */
export async function reviseDrafts(
  tx: EntityManager,
  rows: readonly RevisedRow[],
  { personId, at }: Hand,
): Promise<void> {
  if (rows.length === 0) return;
  const drafts = rows.map(({ id, judged, unitId }) => ({
    id,
    unit_id: unitId,
    contents: judged.contents,
    findings: judged.findings,
    held: judged.verdict === 'HELD',
  }));
  await tx.query(
    `update filing set contents = draft.contents, findings = draft.findings, held = draft.held,
            unit_id = draft.unit_id, revision = revision + 1, imported_revision = revision + 1, keyed_by = $2,
            editors = case when $2 = any(editors) then editors else editors || $2::uuid end, changed_at = $3
     from jsonb_to_recordset($1) as draft (id uuid, unit_id uuid, contents jsonb, findings jsonb, held boolean)
     where filing.id = draft.id`,
    [jsonText(drafts), personId, at],
  );
}

/** The filings by which shelters came on file already: MIGRATED and FILED from the first. */
export async function insertMigrated(
  tx: EntityManager,
  rows: readonly {
    readonly id: string;
    readonly shelterId: string;
    readonly number: string;
    readonly findings: unknown;
  }[],
  { personId, at }: Hand,
): Promise<void> {
  await tx.query(
    `insert into filing (id, kind, stage, jurisdiction_code, unit_id, shelter_id, contents, number, keyed_by, findings,
                         file_ids, source, source_id, created_at, changed_at, decided_at)
     select made.id, 'MIGRATED', 'FILED', shelter.jurisdiction_code, shelter.unit_id, shelter.id, shelter.contents,
            made.number, $2, made.findings, shelter.file_ids, shelter.source, shelter.source_id, $3, $3, $3
     from jsonb_to_recordset($1) as made (id uuid, shelter_id uuid, number text, findings jsonb)
     join shelter on shelter.id = made.shelter_id`,
    [jsonText(rows.map(({ shelterId, ...row }) => ({ ...row, shelter_id: shelterId }))), personId, at],
  );
}
