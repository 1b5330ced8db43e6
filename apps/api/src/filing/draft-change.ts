import { OPEN_CHANGE_STAGES } from '#regulation/filing/change';
import { mayPerform } from '#regulation/authority';
import { FILING_ACT_NAMES } from '#regulation/filing/acts';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { enterDraft } from './draft-filing.ts';
import { offTheRegister, readOnFile } from './on-file.ts';

/**
 * Begins a change of a shelter on file (Art. 14) as what is on file now; answers the filing. Where one is under way it is
 * answered instead: two who change the same shelter work on the same paper.
 */
export async function draftChange(
  office: Office,
  officer: Officer,
  shelterId: string,
  key: string | null,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const place = await lockShelter(tx, shelterId);
    refuseIfAny(place ? offTheRegister(place) : [NO_SHELTER]);
    if (!place) throw new Error('a missing shelter was not refused');
    const subject = { ...place, filingKind: 'CHANGE' } as const;
    const mayDraft = mayPerform(officer, FILING_ACT_NAMES.draft, subject) !== null;
    const underWay = mayDraft ? await findUnderWay(tx, shelterId) : null;
    if (underWay) return underWay;
    const known = (await readOnFile(tx, [shelterId])).get(shelterId);
    if (!known) throw new Error(`shelter ${shelterId} has no version on file`);
    const { version, contents } = known;
    const draft = { ...place, key, kind: 'CHANGE', shelterId, contents, signedPaperFileId: null } as const;
    return enterDraft(tx, officer, draft, at, { version, fileIds: place.fileIds });
  });
}

const NO_SHELTER: Refusal = {
  rule: 'draft-change',
  article: 14,
  field: 'shelterId',
  code: 'NOT_FOUND',
  params: {},
};

interface Place {
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly fileIds: readonly string[];
  readonly code: string;
  readonly deregistered: boolean;
}

/** Two who begin at once wait for each other here, so that the second finds what the first began. */
async function lockShelter(tx: EntityManager, id: string): Promise<Place | undefined> {
  const [place] = await tx.query<Place[]>(
    `select jurisdiction_code as "jurisdictionCode", unit_id as "unitId", file_ids as "fileIds", code,
            deregistered_at is not null as deregistered
     from shelter where id = $1 for no key update`,
    [id],
  );
  return place;
}

async function findUnderWay(tx: EntityManager, shelterId: string): Promise<string | null> {
  const [open] = await tx.query<{ id: string }[]>(
    `select id from filing where shelter_id = $1 and kind = 'CHANGE' and stage = any($2)`,
    [shelterId, OPEN_CHANGE_STAGES],
  );
  return open?.id ?? null;
}
