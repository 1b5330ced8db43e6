import { civilDateOf } from '#regulation/civil-date';
import { reasonRefusals } from '#regulation/filing/review';
import { noticeRefusals } from '#regulation/rebuild/notice';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { refuseUnknownFiles } from '../../registry/own-files.ts';
import { declareOutage } from '../../upkeep/keep-outages.ts';
import { lockRebuild } from './lock-rebuild.ts';
import { REBUILD_PROCESS } from './rebuild-process.ts';
import { tellRebuild } from './tell-rebuild.ts';
import { outageOf, type ToldNotice } from './told-rebuild.ts';

export interface AmendedNotice extends ToldNotice {
  readonly id: string;
  readonly reason: string;
}

/** Tells a notice anew: work that is put off, grows or takes more out of use. The ledger keeps what it said before. */
export async function amendRebuildNotice(
  office: Office,
  officer: Officer,
  told: AmendedNotice,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const notice = await lockRebuild(tx, told.id);
    const papers = { papers: told.fileIds.length, onBehalf: notice?.onBehalf ?? false };
    const subject = await performAct(tx, REBUILD_PROCESS, {
      act: 'amendNotice',
      id: told.id,
      by: officer,
      at,
      refusals: () => [...noticeRefusals({ ...told, ...papers }), ...reasonRefusals(told.reason)],
      set: {
        kind: told.kind,
        scope: told.scope.trim(),
        starts_on: told.startsOn,
        ends_on: told.endsOn,
        effect: told.effect,
        places_out: told.placesOut,
        file_ids: told.fileIds,
        reason: told.reason.trim(),
        changed_at: at,
      },
      details: {
        before: notice && saidOf(notice),
        now: saidOf(told),
      },
    });
    if (!notice) throw new Error(`notice ${told.id} vanished under its lock`);
    await refuseUnknownFiles(tx, officer.personId, [...told.fileIds], notice.fileIds);
    await declareOutage(tx, outageOf(told, notice.shelterId, told.id), civilDateOf(at));
    await tellRebuild(tx, { ...subject, id: notice.shelterId, unitId: subject.unitId ?? '' }, at);
  });
}

function saidOf({ startsOn, endsOn, effect, placesOut }: Omit<ToldNotice, 'kind' | 'scope' | 'fileIds'>) {
  return { startsOn, endsOn, effect, placesOut };
}
