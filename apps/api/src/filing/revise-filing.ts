import { mayPerform } from '#regulation/authority';
import { EDITABLE_FILING_STAGES, FILING_ACT_NAMES } from '#regulation/filing/acts';
import type { FilingKind, FilingStage } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { ShelterContents } from '#regulation/registry/contents';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';
import { filesOf } from '../registry/shelter-columns.ts';
import { impossibilities } from './draft-filing.ts';
import { tellFiling } from './tell-filing.ts';

export interface DraftRevision {
  readonly id: string;
  /** The revision the editor saw; another one means somebody else saved in between. */
  readonly revision: number;
  readonly contents: ShelterContents;
  readonly signedPaperFileId: string | null;
}

/** Saves a draft or a returned filing. Nothing is lost to a second editor: a stale revision is refused. */
export async function reviseFiling(office: Office, officer: Officer, change: DraftRevision): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const [filing] = await tx.query<
      {
        stage: FilingStage;
        kind: FilingKind;
        jurisdiction_code: string;
        unit_id: string;
        shelter_id: string | null;
        revision: number;
        file_ids: string[];
      }[]
    >(
      `select stage, kind, jurisdiction_code, unit_id, shelter_id, revision, file_ids from filing where id = $1 for update`,
      [change.id],
    );
    if (!filing) {
      refuseIfAny([refusal('id', 'NOT_FOUND', { process: 'filing', missing: 1 })]);
      return;
    }
    const subject = {
      jurisdictionCode: filing.jurisdiction_code,
      unitId: filing.unit_id,
      filingKind: filing.kind,
    };
    const refusals: Refusal[] = [];
    const appointment = mayPerform(officer, FILING_ACT_NAMES.draft, subject);
    if (!appointment) refusals.push(refusal(null, 'NO_AUTHORITY', { act: 'revise' }));
    if (!EDITABLE_FILING_STAGES.includes(filing.stage)) {
      refusals.push(refusal(null, 'OUT_OF_STAGE', { act: 'revise', stage: filing.stage }));
    }
    if (filing.revision !== change.revision) {
      refusals.push(
        refusal('revision', 'CHANGED_MEANWHILE', { seen: change.revision, now: filing.revision }),
      );
    }
    refuseIfAny(refusals);
    const { jurisdiction_code: jurisdictionCode, shelter_id: shelterId } = filing;
    refuseIfAny(await impossibilities(tx, { jurisdictionCode, contents: change.contents, shelterId }, at));
    const files = [
      ...filesOf(change.contents),
      ...(change.signedPaperFileId ? [change.signedPaperFileId] : []),
    ];
    await refuseUnknownFiles(tx, officer.personId, files, filing.file_ids);
    await tx.query(
      `update filing set contents = $2, signed_paper_file_id = $3, file_ids = $4, revision = revision + 1,
              changed_at = $5, keyed_by = $6, held = false, on_behalf = $7,
              editors = case when $6 = any(editors) then editors else editors || $6::uuid end
       where id = $1`,
      [
        change.id,
        jsonText(change.contents),
        change.signedPaperFileId,
        files,
        at,
        officer.personId,
        appointment?.role !== 'OPERATOR',
      ],
    );
    // Whoever has the same draft open meets this change at once.
    await tellFiling(tx, { jurisdictionCode, unitId: filing.unit_id }, at, shelterId);
    // What the unit changes of its own is its own affair until it hands in; what others change for it is on record.
    if (appointment?.role === 'OPERATOR') return;
    await writeLedgerEntry(tx, {
      process: 'filing',
      act: 'edit',
      article: 14,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'filing', id: change.id, from: filing.stage, to: filing.stage }],
      details: { revision: filing.revision + 1 },
    });
  });
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'revise-filing', article: 14, field, code, params };
}
