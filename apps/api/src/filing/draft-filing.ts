import { mayPerform } from '#regulation/authority';
import { FILING_ACT_NAMES, FILING_ACTS } from '#regulation/filing/acts';
import { checkContents } from '#regulation/filing/check-contents';
import { judgeAct } from '#regulation/act-table';
import type { FilingKind } from '#regulation/enumerations';
import type { Finding, Refusal } from '#regulation/refusal';
import type { ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { factsOf, type CheckedContents } from '../registry/contents-facts.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';
import { filesOf } from '../registry/shelter-columns.ts';

export interface NewDraft {
  /** The client's own UUID for the draft; a repeat with the same one answers the same draft. */
  readonly key: string | null;
  readonly kind: FilingKind;
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly shelterId: string | null;
  readonly contents: ShelterContents;
  readonly signedPaperFileId: string | null;
}

/** A draft of a change begins as what is on file. */
export interface DraftBase {
  readonly version: number;
  readonly fileIds: readonly string[];
}

/** Begins a filing: by the unit itself, or by staff on its behalf. What cannot be true is refused at once; gaps are not. */
export async function draftFiling(office: Office, officer: Officer, draft: NewDraft): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, (tx) => enterDraft(tx, officer, draft, at));
}

/** draftFiling within a transaction; what is on file already is taken over as it is. */
export async function enterDraft(
  tx: EntityManager,
  officer: Officer,
  draft: NewDraft,
  at: Date,
  base: DraftBase | null = null,
): Promise<string> {
  if (draft.key && (await draftedBefore(tx, draft.key, officer.personId))) return draft.key;
  const subject = {
    jurisdictionCode: draft.jurisdictionCode,
    unitId: draft.unitId,
    filingKind: draft.kind,
  };
  const appointment = mayPerform(officer, FILING_ACT_NAMES.draft, subject);
  refuseIfAny([
    ...judgeAct(FILING_ACTS, 'draft', null, appointment !== null),
    ...(await unitRefusals(tx, draft.jurisdictionCode, draft.unitId)),
    ...(base ? [] : await impossibilities(tx, draft, at)),
  ]);
  const id = draft.key ?? uuidv7();
  const files = [...filesOf(draft.contents), ...(draft.signedPaperFileId ? [draft.signedPaperFileId] : [])];
  await refuseUnknownFiles(tx, officer.personId, files, base?.fileIds ?? []);
  await tx.query(
    `insert into filing (id, kind, stage, jurisdiction_code, unit_id, shelter_id, contents, keyed_by, editors, on_behalf,
                           signed_paper_file_id, file_ids, created_at, changed_at, base_version)
       values ($1, $2, 'DRAFT', $3, $4, $5, $6, $7, array[$7::uuid], $8, $9, $10, $11, $11, $12)`,
    [
      id,
      draft.kind,
      draft.jurisdictionCode,
      draft.unitId,
      draft.shelterId,
      jsonText(draft.contents),
      officer.personId,
      appointment?.role !== 'OPERATOR',
      draft.signedPaperFileId,
      files,
      at,
      base?.version ?? null,
    ],
  );
  await writeLedgerEntry(tx, {
    process: 'filing',
    act: 'draft',
    article: FILING_ACTS.draft.article,
    at,
    by: officer,
    appointment,
    jurisdictionCode: draft.jurisdictionCode,
    subjects: [{ kind: 'filing', id, from: null, to: 'DRAFT' }],
    details: { kind: draft.kind, onBehalf: appointment?.role !== 'OPERATOR' },
  });
  return id;
}

async function draftedBefore(tx: EntityManager, id: string, personId: string): Promise<boolean> {
  // Two sendings of one draft wait for each other here, so that the second finds what the first made.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))`, [id]);
  const [before] = await tx.query<unknown[]>(`select 1 from filing where id = $1 and $2 = any(editors)`, [
    id,
    personId,
  ]);
  return before !== undefined;
}

/** What is IMPOSSIBLE in the contents: stops every save (domain: classes of checks). */
export async function impossibilities(
  tx: EntityManager,
  checked: CheckedContents,
  at: Date,
): Promise<Finding[]> {
  const findings = checkContents(checked.contents, await factsOf(tx, checked, at));
  return findings.filter((finding) => finding.class === 'IMPOSSIBLE');
}

async function unitRefusals(tx: EntityManager, jurisdictionCode: string, unitId: string): Promise<Refusal[]> {
  const [unit] = await tx.query<{ jurisdiction_code: string; disabled: boolean }[]>(
    `select jurisdiction_code, disabled_at is not null as disabled from organisation
     where id = $1 and kind = 'UNIT'`,
    [unitId],
  );
  if (unit?.jurisdiction_code !== jurisdictionCode)
    return [
      { rule: 'unit-of-jurisdiction', article: 14, field: 'unitId', code: 'UNIT_NOT_HERE', params: {} },
    ];
  if (!unit.disabled) return [];
  return [
    { rule: 'unit-at-work', article: null, field: 'unitId', code: 'ORGANISATION_DISABLED', params: {} },
  ];
}
