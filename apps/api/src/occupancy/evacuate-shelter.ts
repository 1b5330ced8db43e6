import { decisionTextRefusals } from '#regulation/activation/decision';
import { reportTime } from '#regulation/activation/report-time';
import { occupiedOf } from '#regulation/occupancy/occupied';
import { shareOut } from '#regulation/occupancy/share-out';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { noteConflict } from './conflicts.ts';
import { gateRefusal, lockGates, mayActAt, outOfStage, type Gate } from './lock-gates.ts';
import { movePeople } from './move-people.ts';
import { readTally, settleGates } from './tally.ts';
import { targetRefusals } from './transfer-evacuees.ts';

export interface Evacuation {
  readonly key: string;
  readonly activationShelterId: string;
  /** Opened shelters that take everybody in, in the order they fill. */
  readonly targets: readonly string[];
  readonly at: Date | null;
  readonly reason: string | null;
}

const MOST_TARGETS = 50;

/**
 * A damaged shelter is emptied in one act: marked damaged, and everybody inside transferred to the named shelters. Nothing
 * but a missing target stops it; room over there is used first and overrun if it must be, for the command post to see.
 */
export async function evacuateShelter(office: Office, officer: Officer, order: Evacuation): Promise<void> {
  const received = office.clock.now();
  await inTransaction(
    office.dataSource,
    async (tx) => {
      const targetIds = [...new Set(order.targets.map((id) => id.toLowerCase()))];
      const gates = await lockGates(tx, [order.activationShelterId, ...targetIds]);
      const from = gates.get(order.activationShelterId);
      const appointment = from ? await mayActAt(tx, officer, 'evacuateShelter', from) : null;
      refuseIfAny([
        ...(from ? [] : [gateRefusal('activationShelterId', 'NOT_FOUND')]),
        ...(from && !appointment ? [gateRefusal(null, 'NO_AUTHORITY', { act: 'evacuateShelter' })] : []),
      ]);
      if (!from) throw new Error('a missing gate was not refused');
      const { at: moment, clockOff } = reportTime(
        order.at?.getTime() ?? null,
        received.getTime(),
        from.decidedAt.getTime(),
      );
      const at = new Date(moment);
      if (!(await reportDamage(tx, from, order, { at, received, clockOff, by: officer.personId }))) return;
      const targets = targetIds.flatMap((id) => gates.get(id) ?? []);
      const tally = await readTally(tx, from.id);
      const inside = occupiedOf(tally) ?? 0;
      refuseIfAny([
        ...outOfStage(from, 'evacuateShelter'),
        ...(targetIds.length > MOST_TARGETS
          ? [gateRefusal('targets', 'TOO_MANY', { limit: MOST_TARGETS, count: targetIds.length })]
          : []),
        ...(targets.length < targetIds.length ? [gateRefusal('targets', 'NOT_FOUND')] : []),
        ...targets.flatMap((to) => targetRefusals(from, to).map((one) => ({ ...one, field: 'targets' }))),
        ...(inside > 0 && targetIds.length === 0 ? [gateRefusal('targets', 'NOTHING_CHOSEN')] : []),
        ...decisionTextRefusals('reason', order.reason),
      ]);
      const shares = await shareBetween(tx, from, targets, Math.max(0, tally?.counted ?? 0));
      for (const { to, stays, counted } of shares) {
        const moved = await movePeople(tx, {
          key: order.key,
          from,
          to,
          stays,
          counted,
          evacuation: true,
          at,
          received,
          clockOff,
          synced: false,
          reason: order.reason,
          by: officer.personId,
          free: true,
        });
        const now = occupiedOf(moved?.after ?? null) ?? 0;
        if (moved && to.usable !== null && now > to.usable)
          await noteConflict(tx, {
            gateId: to.id,
            kind: 'OVER_ROOM',
            entryId: moved.entryId,
            persons: now - to.usable,
            at: received,
          });
      }
      await settleGates(tx, [from, ...shares.map(({ to }) => to)], received);
      const { jurisdictionCode, activationId, shelterId, unitId, status } = from;
      await writeLedgerEntry(tx, {
        process: 'occupancy',
        act: 'evacuateShelter',
        article: null,
        at: received,
        by: officer,
        appointment,
        jurisdictionCode,
        subjects: [
          { kind: 'shelter', id: shelterId, from: status, to: 'DAMAGED' },
          ...shares.map(({ to }) => ({ kind: 'shelter', id: to.shelterId, from: to.status, to: to.status })),
        ],
        details: { activation: activationId, evacuation: order.key, persons: inside },
      });
      await tellChanges(tx, [
        { topic: 'SHELTER', jurisdictionCode, unitId, activationId, shelterId, at: received },
      ]);
    },
    { idempotent: true },
  );
}

/** Damage is a report like any other, so that the facts folded from all reports go on saying it. False = told before. */
async function reportDamage(
  tx: EntityManager,
  { id }: Gate,
  { key, reason }: Evacuation,
  { at, received, clockOff, by }: { at: Date; received: Date; clockOff: boolean; by: string },
): Promise<boolean> {
  const stored = await tx.query<unknown[]>(
    `insert into shelter_report (id, activation_shelter_id, facts, happened_at, received_at, clock_off, reported_by, note)
     values ($1, $2, '{DAMAGED}', $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
    [key, id, at, received, clockOff, by, reason?.trim() || null],
  );
  if (stored.length === 0) return false;
  await tx.query(
    `update activation_shelter set damaged_at = coalesce(damaged_at, $2), answered_at = coalesce(answered_at, $2),
            last_report_at = greatest(last_report_at, $2), revision = revision + 1 where id = $1`,
    [id, at],
  );
  return true;
}

interface Part {
  readonly to: Gate;
  readonly stays: readonly { readonly stayId: string; readonly persons: number }[];
  readonly counted: number;
}

async function shareBetween(
  tx: EntityManager,
  from: Gate,
  targets: readonly Gate[],
  counted: number,
): Promise<Part[]> {
  const stays = await tx.query<{ stayId: string; persons: number }[]>(
    `select id as "stayId", persons - departed as persons from stay
     where activation_shelter_id = $1 and checked_out_at is null order by id`,
    [from.id],
  );
  const tallies = await tx.query<{ id: string; inside: number }[]>(
    `select activation_shelter_id as id, greatest(0, staying + counted) as inside from gate_tally
     where activation_shelter_id = any($1)`,
    [targets.map(({ id }) => id)],
  );
  const taking = targets.map(({ id, usable }) => ({
    id,
    room: usable === null ? null : usable - (tallies.find((tally) => tally.id === id)?.inside ?? 0),
  }));
  return shareOut(stays, counted, taking).flatMap((share) => {
    const to = targets.find(({ id }) => id === share.id);
    const going = new Set(share.stayIds);
    return to && (going.size > 0 || share.counted > 0)
      ? [{ to, stays: stays.filter(({ stayId }) => going.has(stayId)), counted: share.counted }]
      : [];
  });
}
