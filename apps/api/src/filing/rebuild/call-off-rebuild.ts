import { civilDateOf } from '#regulation/civil-date';
import { reasonRefusals } from '#regulation/filing/review';
import type { Appointment } from '#regulation/actor';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { liftOutage } from '../../upkeep/keep-outages.ts';
import { lockRebuild } from './lock-rebuild.ts';
import { RebuildNotice } from './rebuild-notice.entity.ts';
import { REBUILD_PROCESS } from './rebuild-process.ts';
import { tellRebuild } from './tell-rebuild.ts';
import { causeOf } from './told-rebuild.ts';

/** The work is not carried out: nothing of it is out of use any more, and the notice stays readable. */
export async function callOffRebuild(
  office: Office,
  officer: Officer,
  id: string,
  reason: string,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const notice = await lockRebuild(tx, id);
    const { jurisdictionCode, unitId } = await performAct(tx, REBUILD_PROCESS, {
      act: 'callOffRebuild',
      id,
      by: officer,
      at,
      refusals: () => reasonRefusals(reason),
      set: { reason: reason.trim(), ended_at: at, changed_at: at },
      details: { shelterId: notice?.shelterId },
    });
    if (!notice) throw new Error(`notice ${id} vanished under its lock`);
    await liftOutage(tx, causeOf(notice.shelterId, id), civilDateOf(at));
    await tellRebuild(tx, { id: notice.shelterId, jurisdictionCode, unitId: unitId ?? '' }, at);
  });
}

export interface Leaving {
  readonly shelterId: string;
  readonly reason: string;
  readonly by: Officer;
  /** By virtue of which appointment the shelter was taken off the register. */
  readonly under: Appointment;
  readonly at: Date;
}

/**
 * Follows from a deregistration, whoever decided it: what has left the register is not rebuilt, and its notice would stay
 * late for ever. The caller holds the shelter's lock; without an open notice nothing happens.
 */
export async function callOffByLeaving(
  tx: EntityManager,
  { shelterId, reason, by, under, at }: Leaving,
): Promise<void> {
  const notice = await tx.getRepository(RebuildNotice).findOneBy({ shelterId, stage: 'NOTIFIED' });
  if (!notice) return;
  const { jurisdictionCode, unitId } = await performAct(tx, REBUILD_PROCESS, {
    act: 'callOffRebuild',
    id: notice.id,
    by,
    under,
    at,
    set: { reason: reason.trim(), ended_at: at, changed_at: at },
    details: { shelterId, deregistered: true },
  });
  await liftOutage(tx, causeOf(shelterId, notice.id), civilDateOf(at));
  await tellRebuild(tx, { id: shelterId, jurisdictionCode, unitId: unitId ?? '' }, at);
}
