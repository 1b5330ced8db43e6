import type { GateEntryKind } from '#regulation/enumerations';
import { answeredFor, fullWarning, moreOutThanInWarning } from '#regulation/occupancy/gate-warnings';
import { occupiedOf, type Tally } from '#regulation/occupancy/occupied';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { noteConflict } from './conflicts.ts';
import { gateRefusal, type Gate } from './lock-gates.ts';
import { beginStay, endStay, findOpenByCard, findStay, pendingDepartures } from './stays.ts';
import type { GroupCount } from './stay.entity.ts';
import { addToTally, readTally } from './tally.ts';

/** One line of the gate's log, with its time as it is believed. */
export interface Entry {
  readonly key: string;
  readonly gateId: string;
  readonly kind: GateEntryKind;
  readonly persons: number;
  readonly stayId: string | null;
  readonly cardCode: string | null;
  readonly groups: readonly GroupCount[];
  readonly at: Date;
  readonly clockOff: boolean;
  readonly received: Date;
  /** Brought from a phone that was offline: it has happened, and is stored whatever it contradicts. */
  readonly synced: boolean;
  readonly reason: string | null;
  readonly by: string | null;
}

export interface Written {
  /** The key was there already; nothing was done again. */
  readonly repeated: boolean;
  /** What stands against it: the caller rolls back what is refused. */
  readonly refusals: readonly Refusal[];
  /** Warnings somebody answered for with a reason. */
  readonly overridden: readonly Refusal[];
  /** Gates whose numbers moved. */
  readonly touched: readonly Gate[];
}

/** Another gate took the same card meanwhile: the transaction is tried again. */
export class LostRace extends Error {}

/** Writes one entry and what it changes. The caller holds the shelters of all gates it may touch, and settles them after. */
export async function writeEntry(
  tx: EntityManager,
  gates: ReadonlyMap<string, Gate>,
  entry: Entry,
): Promise<Written> {
  const gate = gates.get(entry.gateId);
  if (!gate) throw new Error(`gate ${entry.gateId} is not locked`);
  if (!(await insertEntry(tx, entry))) return repeated(tx, entry);
  const outcome = await EFFECTS[entry.kind](tx, gate, entry, gates);
  if (entry.synced && gate.released)
    await noteConflict(tx, conflict(entry, gate, 'AFTER_RELEASE', entry.persons));
  const answered = entry.synced || answeredFor(entry.reason);
  const firm = outcome.refusals.filter(({ code }) => !answered || !WARNINGS.has(code));
  return {
    repeated: false,
    refusals: firm,
    overridden: entry.synced || firm.length > 0 ? [] : outcome.refusals,
    touched: outcome.touched,
  };
}

const WARNINGS = new Set<Refusal['code']>([
  'FULL_WARNING',
  'ALREADY_INSIDE',
  'MORE_OUT_THAN_IN',
  'TARGET_NOT_OPEN',
]);

type Effect = (
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  gates: ReadonlyMap<string, Gate>,
) => Promise<Pick<Written, 'refusals' | 'touched'>>;

const EFFECTS: Readonly<Record<GateEntryKind, Effect>> = {
  CHECK_IN: checkIn,
  CHECK_OUT: checkOut,
  COUNT_IN: (tx, gate, entry) => takeIn(tx, gate, entry, { staying: 0, counted: entry.persons }),
  COUNT_OUT: countOut,
  HEAD_COUNT: () => Promise.resolve({ refusals: [], touched: [] }),
};

/** False = the key is taken. The unique key alone decides it, whatever several senders do at once. */
async function insertEntry(tx: EntityManager, entry: Entry): Promise<boolean> {
  const inside = entry.kind === 'HEAD_COUNT' ? occupiedOf(await readTally(tx, entry.gateId)) : null;
  const rows = await tx.query<unknown[]>(
    `insert into gate_entry (id, activation_shelter_id, kind, persons, stay_id, happened_at, received_at, clock_off,
                             synced_offline, inside, reason, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing returning id`,
    [
      entry.key,
      entry.gateId,
      entry.kind,
      entry.persons,
      entry.kind === 'CHECK_IN' ? entry.key : entry.stayId,
      entry.at,
      entry.received,
      entry.clockOff,
      entry.synced,
      inside,
      entry.reason?.trim() || null,
      entry.by,
    ],
  );
  return rows.length > 0;
}

/** Sent again: answered the same. Another entry under the same key is none. */
async function repeated(tx: EntityManager, entry: Entry): Promise<Written> {
  const [stored] = await tx.query<unknown[]>(
    `select 1 from gate_entry where id = $1 and activation_shelter_id = $2 and kind = $3 and persons = $4
       and stay_id is not distinct from $5`,
    [
      entry.key,
      entry.gateId,
      entry.kind,
      entry.persons,
      entry.kind === 'CHECK_IN' ? entry.key : entry.stayId,
    ],
  );
  const refusals = stored ? [] : [gateRefusal('key', 'KEY_TAKEN')];
  return { repeated: true, refusals, overridden: [], touched: [] };
}

async function checkIn(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  gates: ReadonlyMap<string, Gate>,
): ReturnType<Effect> {
  const other = entry.cardCode === null ? null : await findOpenByCard(tx, gate.activationId, entry.cardCode);
  const there = other ? gates.get(other.gateId) : null;
  if (other && !there) throw new LostRace();
  const { ended, refusals, touched } =
    other && there
      ? await settleDoublePresence(tx, gate, entry, other, there)
      : { ended: null, refusals: [], touched: [] };
  const gone = ended ? entry.persons : Math.min(entry.persons, await pendingDepartures(tx, gate.id, entry));
  const taken = await takeIn(tx, gate, entry, { staying: entry.persons - gone, counted: 0 });
  const endedAt = ended ?? (gone === entry.persons ? entry.at : null);
  await beginStay(tx, gate, entry, { departed: gone, endedAt, overRoom: taken.over });
  return { refusals: [...refusals, ...taken.refusals], touched: [...touched, ...taken.touched] };
}

/** One card at two gates: the latest gate time is where the people are; the other stay ends with it. */
async function settleDoublePresence(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  other: NonNullable<Awaited<ReturnType<typeof findOpenByCard>>>,
  there: Gate,
): Promise<{ ended: Date | null; refusals: Refusal[]; touched: Gate[] }> {
  if (entry.synced) {
    const double = conflict(entry, gate, 'DOUBLE_PRESENCE', other.inside);
    await noteConflict(tx, { ...double, otherId: there.id });
    if (there.id !== gate.id)
      await noteConflict(tx, { ...double, gateId: there.id, otherId: gate.id, persons: entry.persons });
  }
  const { ended, warning } = await endStay(tx, gate, entry, other, there);
  if (ended !== null) return { ended, refusals: warning, touched: [there] };
  await addToTally(tx, there, { staying: -other.inside, counted: 0, at: entry.at, free: true });
  return { ended: null, refusals: warning, touched: [there] };
}

async function checkOut(tx: EntityManager, gate: Gate, entry: Entry): ReturnType<Effect> {
  const stay = await findStay(tx, gate.id, entry.stayId);
  // Told before the check-in it ends: kept, and counted when that one comes.
  if (!stay) return { refusals: entry.synced ? [] : [gateRefusal('stayId', 'NOT_FOUND')], touched: [] };
  const leaving = Math.min(stay.inside, entry.persons);
  await tx.query(
    `update stay set departed = departed + $2, checked_out_at = case when departed + $2 = persons then $3::timestamptz end
     where id = $1`,
    [entry.stayId, leaving, entry.at],
  );
  await addToTally(tx, gate, { staying: -leaving, counted: 0, at: entry.at, free: true });
  return outcomeOfLeaving(tx, gate, entry, stay.inside);
}

async function countOut(tx: EntityManager, gate: Gate, entry: Entry): ReturnType<Effect> {
  const before = occupiedOf(await readTally(tx, gate.id)) ?? 0;
  await addToTally(tx, gate, { staying: 0, counted: -entry.persons, at: entry.at, free: true });
  return outcomeOfLeaving(tx, gate, entry, before);
}

async function outcomeOfLeaving(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  inside: number,
): ReturnType<Effect> {
  const refusals = moreOutThanInWarning(inside, entry.persons);
  if (entry.synced && refusals.length > 0)
    await noteConflict(tx, conflict(entry, gate, 'MORE_OUT_THAN_IN', entry.persons - inside));
  return { refusals, touched: [gate] };
}

/** People come in, households or counted: warned when full or damaged, admitted when room is unknown. */
async function takeIn(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  change: Tally,
): Promise<{ refusals: Refusal[]; touched: Gate[]; over: boolean }> {
  const persons = change.staying + change.counted;
  const damaged =
    gate.status === 'DAMAGED' && !entry.synced
      ? [gateRefusal(null, 'TARGET_NOT_OPEN', { code: gate.code, status: gate.status })]
      : [];
  const free = entry.synced || answeredFor(entry.reason);
  const after = await addToTally(tx, gate, { ...change, at: entry.at, free });
  if (after === null) {
    const inside = occupiedOf(await readTally(tx, gate.id)) ?? 0;
    return { refusals: [...damaged, ...fullWarning(gate.usable, inside, persons)], touched: [], over: true };
  }
  const inside = (occupiedOf(after) ?? 0) - persons;
  const full = persons > 0 ? fullWarning(gate.usable, inside, persons) : [];
  if (entry.synced && full.length > 0)
    await noteConflict(tx, conflict(entry, gate, 'OVER_ROOM', inside + persons - (gate.usable ?? 0)));
  return { refusals: [...damaged, ...full], touched: [gate], over: full.length > 0 };
}

function conflict(
  entry: Entry,
  gate: Gate,
  kind: 'OVER_ROOM' | 'DOUBLE_PRESENCE' | 'MORE_OUT_THAN_IN' | 'AFTER_RELEASE',
  persons: number,
) {
  return { gateId: gate.id, kind, entryId: entry.key, persons, at: entry.received };
}
