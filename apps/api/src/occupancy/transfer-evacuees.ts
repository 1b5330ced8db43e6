import { answeredFor, fullWarning, moreOutThanInWarning } from '#regulation/occupancy/gate-warnings';
import { occupiedOf } from '#regulation/occupancy/occupied';
import { decisionTextRefusals } from '#regulation/activation/decision';
import { reportTime } from '#regulation/activation/report-time';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { gateRefusal, lockGates, mayActAt, outOfStage, type Gate } from './lock-gates.ts';
import { movePeople } from './move-people.ts';
import { readTally, settleGates } from './tally.ts';

export interface Transfer {
  readonly key: string;
  readonly fromId: string;
  readonly toId: string;
  /** Households; persons null = all who are left of it. */
  readonly stays: readonly { readonly stayId: string; readonly persons: number | null }[];
  /** People who were only counted. */
  readonly counted: number;
  readonly at: Date | null;
  readonly reason: string | null;
}

/** Practice: one that fills a convoy; more go in several. */
const MOST_STAYS = 500;

/** Takes people to another opened shelter of the same activation: out here and in there, one act, sent twice done once. */
export async function transferEvacuees(office: Office, officer: Officer, transfer: Transfer): Promise<void> {
  const received = office.clock.now();
  await inTransaction(
    office.dataSource,
    async (tx) => {
      const gates = await lockGates(tx, [transfer.fromId, transfer.toId]);
      const from = gates.get(transfer.fromId);
      const to = gates.get(transfer.toId);
      const appointment = from ? await mayActAt(tx, officer, 'transferEvacuees', from) : null;
      refuseIfAny([
        ...(from ? [] : [gateRefusal('activationShelterId', 'NOT_FOUND')]),
        ...(from && !appointment ? [gateRefusal(null, 'NO_AUTHORITY', { act: 'transferEvacuees' })] : []),
      ]);
      if (!from) throw new Error('a missing gate was not refused');
      if (await isDone(tx, transfer.key)) return;
      const stays = await findLeaving(tx, from, transfer);
      const counted = transfer.counted;
      refuseIfAny([
        ...outOfStage(from, 'transferEvacuees'),
        ...(to ? targetRefusals(from, to) : [gateRefusal('toActivationShelterId', 'NOT_FOUND')]),
        ...stays.refusals,
        ...(await countedRefusals(tx, from, transfer)),
        ...decisionTextRefusals('reason', transfer.reason),
      ]);
      if (!to) throw new Error('a missing target was not refused');
      const time = reportTime(transfer.at?.getTime() ?? null, received.getTime(), from.decidedAt.getTime());
      const persons = stays.leaving.reduce((sum, stay) => sum + stay.persons, counted);
      const before = occupiedOf(await readTally(tx, to.id)) ?? 0;
      const full = fullWarning(to.usable, before, persons);
      if (!answeredFor(transfer.reason)) refuseIfAny(full);
      const moved = await movePeople(tx, {
        key: transfer.key,
        from,
        to,
        stays: stays.leaving,
        counted,
        evacuation: false,
        at: new Date(time.at),
        received,
        clockOff: time.clockOff,
        synced: false,
        reason: transfer.reason,
        by: officer.personId,
        free: answeredFor(transfer.reason),
      });
      if (!moved) throw new Error('a full shelter was not told before');
      await settleGates(tx, [from, to], received);
      await writeLedgerEntry(tx, {
        process: 'occupancy',
        act: 'transferEvacuees',
        article: null,
        at: received,
        by: officer,
        appointment,
        jurisdictionCode: from.jurisdictionCode,
        subjects: [from, to].map(({ shelterId, status }) => ({
          kind: 'shelter',
          id: shelterId,
          from: status,
          to: status,
        })),
        details: {
          activation: from.activationId,
          transfer: transfer.key,
          persons,
          overridden: full.map(({ code, params }) => ({ code, params })),
        },
      });
    },
    { idempotent: true },
  );
}

async function isDone(tx: EntityManager, key: string): Promise<boolean> {
  const [done] = await tx.query<unknown[]>(`select 1 from gate_transfer where key = $1 limit 1`, [key]);
  return done !== undefined;
}

/** Why people cannot be taken to a shelter. */
export function targetRefusals(from: Gate, to: Gate): Refusal[] {
  const field = 'toActivationShelterId';
  if (to.id === from.id) return [gateRefusal(field, 'SAME_SHELTER')];
  if (to.activationId !== from.activationId)
    return [gateRefusal(field, 'OTHER_ACTIVATION', { code: to.code })];
  return to.released || to.status === 'DAMAGED'
    ? [gateRefusal(field, 'TARGET_NOT_OPEN', { code: to.code, status: to.released ? 'CLOSED' : to.status })]
    : [];
}

async function findLeaving(
  tx: EntityManager,
  from: Gate,
  { stays }: Transfer,
): Promise<{ leaving: { stayId: string; persons: number }[]; refusals: Refusal[] }> {
  if (stays.length > MOST_STAYS)
    return {
      leaving: [],
      refusals: [gateRefusal('stays', 'TOO_MANY', { limit: MOST_STAYS, count: stays.length })],
    };
  const asked = new Map(stays.map(({ stayId, persons }) => [stayId.toLowerCase(), persons]));
  const found = await tx.query<{ id: string; inside: number }[]>(
    `select id, persons - departed as inside from stay
     where id = any($1) and activation_shelter_id = $2 and checked_out_at is null`,
    [[...asked.keys()], from.id],
  );
  const leaving = found.map(({ id, inside }) => ({ stayId: id, persons: asked.get(id) ?? inside, inside }));
  return {
    leaving,
    refusals: [
      ...(found.length < asked.size ? [gateRefusal('stayId', 'NOT_FOUND')] : []),
      ...leaving.flatMap(({ persons, inside }) =>
        persons < 1
          ? [gateRefusal('persons', 'TOO_SMALL', { value: persons, limit: 1 })]
          : moreOutThanInWarning(inside, persons),
      ),
    ],
  };
}

async function countedRefusals(
  tx: EntityManager,
  from: Gate,
  { counted, stays }: Transfer,
): Promise<Refusal[]> {
  if (counted < 0) return [gateRefusal('persons', 'NEGATIVE', { value: counted })];
  if (counted === 0) return stays.length === 0 ? [gateRefusal('persons', 'NOTHING_CHOSEN')] : [];
  const tally = await readTally(tx, from.id);
  return moreOutThanInWarning(Math.max(0, tally?.counted ?? 0), counted);
}
