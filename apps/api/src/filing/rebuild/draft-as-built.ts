import { OPEN_CHANGE_STAGES } from '#regulation/filing/change';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { enterDraft } from '../draft-filing.ts';
import { readOnFile } from '../on-file.ts';
import { tellFiling } from '../tell-filing.ts';
import { lockRebuild } from './lock-rebuild.ts';
import { REBUILD_PROCESS } from './rebuild-process.ts';

/**
 * Art. 21: begins the as-built version of a rebuild as what is on file; answers the filing. Where one is under way it is
 * answered instead: two who tell the end of the same work write on the same paper.
 */
export async function draftAsBuilt(
  office: Office,
  officer: Officer,
  noticeId: string,
  key: string | null,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const notice = await lockRebuild(tx, noticeId);
    const underWay = notice && (await findUnderWay(tx, notice.shelterId));
    const draft = notice && !underWay ? await basisOf(tx, notice.shelterId) : null;
    const subject = await performAct(tx, REBUILD_PROCESS, {
      act: 'fileAsBuilt',
      id: noticeId,
      by: officer,
      at,
      details: { shelterId: notice?.shelterId, begun: !underWay },
    });
    if (underWay) return underWay;
    if (!draft) throw new Error(`notice ${noticeId} vanished under its lock`);
    const { base, ...place } = draft;
    const filing = {
      ...place,
      key,
      kind: 'RECONSTRUCTION',
      contents: base.contents,
      signedPaperFileId: null,
    } as const;
    const entered = await enterDraft(tx, officer, filing, at, {
      version: base.version,
      fileIds: place.fileIds,
    });
    await tx.query(`update rebuild_notice set as_built_filing_id = $2, changed_at = $3 where id = $1`, [
      noticeId,
      entered,
      at,
    ]);
    await tellFiling(tx, subject, at, place.shelterId);
    return entered;
  });
}

async function findUnderWay(tx: EntityManager, shelterId: string): Promise<string | null> {
  const [open] = await tx.query<{ id: string }[]>(
    `select id from filing where shelter_id = $1 and kind = 'RECONSTRUCTION' and stage = any($2)`,
    [shelterId, OPEN_CHANGE_STAGES],
  );
  return open?.id ?? null;
}

async function basisOf(tx: EntityManager, shelterId: string) {
  const [place] = await tx.query<{ jurisdictionCode: string; unitId: string; fileIds: string[] }[]>(
    `select jurisdiction_code as "jurisdictionCode", unit_id as "unitId", file_ids as "fileIds"
     from shelter where id = $1`,
    [shelterId],
  );
  const base = (await readOnFile(tx, [shelterId])).get(shelterId);
  if (!place || !base) throw new Error(`shelter ${shelterId} has no version on file`);
  return { ...place, shelterId, base };
}
