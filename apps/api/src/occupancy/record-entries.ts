import { GATE_ACTS, gateEntryRefusals, MOST_ENTRIES } from '#regulation/occupancy/gate-entry';
import { gateTime } from '#regulation/occupancy/gate-time';
import type { Appointment } from '#regulation/actor';
import type { GateEntryKind } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction, isUniqueViolation } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused, refuseIfAny } from '../platform/refused.ts';
import { gateRefusal, lockGates, mayActAt, outOfStage, type Gate } from './lock-gates.ts';
import type { GroupCount } from './stay.entity.ts';
import { settleGates } from './tally.ts';
import { LostRace, writeEntry, type Entry } from './write-entry.ts';

/** An entry as a client sends it. */
export interface ToldEntry {
  readonly key: string;
  readonly activationShelterId: string;
  readonly kind: GateEntryKind;
  readonly persons: number;
  readonly stayId: string | null;
  readonly cardCode: string | null;
  readonly groups: readonly GroupCount[];
  /** By the device's clock; null = now. */
  readonly at: Date | null;
  readonly reason: string | null;
}

export interface EntryAnswer {
  readonly key: string;
  readonly repeated: boolean;
  readonly refusals: readonly Refusal[];
}

/** How entries come: one at a time with somebody waiting, or many from a phone that was offline. */
interface Arrival {
  readonly synced: boolean;
  /** What the device's own clock shows; null = it does not say. */
  readonly deviceNow: Date | null;
}

const RACES = 5;

/** One entry, online: warned of what it contradicts and refused until it comes with a reason. */
export async function recordEntry(office: Office, officer: Officer, told: ToldEntry): Promise<EntryAnswer> {
  const [answer] = await recordAll(office, officer, [told], { synced: false, deviceNow: null });
  if (!answer) throw new Error('an entry was not answered');
  return answer;
}

/**
 * What a phone kept while it was offline, in the order it happened: every fact is stored, each answered for itself, and what
 * contradicts becomes a conflict. Sent again, it is answered the same.
 */
export function syncGate(
  office: Office,
  officer: Officer,
  entries: readonly ToldEntry[],
  deviceNow: Date | null,
): Promise<EntryAnswer[]> {
  const count = entries.length;
  refuseIfAny(
    count > MOST_ENTRIES ? [gateRefusal('entries', 'TOO_MANY', { limit: MOST_ENTRIES, count })] : [],
  );
  return recordAll(office, officer, entries, { synced: true, deviceNow });
}

async function recordAll(
  office: Office,
  officer: Officer,
  entries: readonly ToldEntry[],
  arrival: Arrival,
): Promise<EntryAnswer[]> {
  for (let race = 1; ; race += 1) {
    try {
      return await inTransaction(office.dataSource, (tx) => record(office, tx, officer, entries, arrival), {
        idempotent: true,
      });
    } catch (error) {
      const lost = error instanceof LostRace || isUniqueViolation(error, 'uq_stay_open_card');
      if (!lost || race === RACES) throw error;
    }
  }
}

async function record(
  office: Office,
  tx: EntityManager,
  officer: Officer,
  entries: readonly ToldEntry[],
  arrival: Arrival,
): Promise<EntryAnswer[]> {
  const received = office.clock.now();
  const gates = await lockConcerned(tx, entries);
  const answers = new Map<ToldEntry, EntryAnswer>();
  const touched = new Map<string, Gate>();
  const seats = new Map<string, Appointment | null>();
  for (const { told, entry, gate } of inOrder(entries, gates, officer, received, arrival)) {
    const act = GATE_ACTS[told.kind];
    const seat = gate ? `${gate.id} ${act}` : '';
    if (gate && !seats.has(seat))
      seats.set(seat, await mayActAt(tx, officer, act, gate, { offline: arrival.synced }));
    const appointment = seats.get(seat) ?? null;
    const refusals = [
      ...(gate
        ? arrival.synced
          ? []
          : outOfStage(gate, act)
        : [gateRefusal('activationShelterId', 'NOT_FOUND')]),
      ...(gate && !appointment ? [gateRefusal(null, 'NO_AUTHORITY', { act })] : []),
      ...malformedIds(told),
      ...gateEntryRefusals(told),
    ];
    if (!gate || !appointment || refusals.length > 0) {
      if (!arrival.synced) throw new ActRefused(refusals);
      answers.set(told, { key: told.key, repeated: false, refusals });
      continue;
    }
    const written = await writeEntry(tx, gates, entry);
    if (written.refusals.length > 0 && !arrival.synced) throw new ActRefused(written.refusals);
    if (written.overridden.length > 0)
      await tellOverride(tx, officer, gate, entry, appointment, written.overridden);
    for (const moved of written.touched) touched.set(moved.id, moved);
    answers.set(told, { key: told.key, repeated: written.repeated, refusals: written.refusals });
  }
  await settleGates(tx, [...touched.values()], received);
  return entries.map((told) => answers.get(told) ?? { key: told.key, repeated: false, refusals: [] });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One line that nobody can read does not stop the others. */
function malformedIds({ key, stayId }: ToldEntry): Refusal[] {
  return [
    ...(UUID.test(key) ? [] : [gateRefusal('key', 'KEY_MALFORMED')]),
    ...(stayId === null || UUID.test(stayId) ? [] : [gateRefusal('stayId', 'NOT_FOUND')]),
  ];
}

/** The gates named, and those where the cards are checked in now. */
async function lockConcerned(
  tx: EntityManager,
  entries: readonly ToldEntry[],
): Promise<ReadonlyMap<string, Gate>> {
  const named = [...new Set(entries.map(({ activationShelterId: id }) => id))].filter((id) => UUID.test(id));
  const cards = [...new Set(entries.flatMap(({ cardCode }) => cardCode?.toUpperCase() ?? []))];
  if (cards.length === 0) return lockGates(tx, named);
  const elsewhere = await tx.query<{ id: string }[]>(
    `select distinct stay.activation_shelter_id as id from stay
     join activation_shelter opened on opened.activation_id = stay.activation_id
     where opened.id = any($1) and stay.card_code = any($2) and stay.checked_out_at is null`,
    [named, cards],
  );
  return lockGates(tx, [...new Set([...named, ...elsewhere.map(({ id }) => id)])]);
}

function inOrder(
  entries: readonly ToldEntry[],
  gates: ReadonlyMap<string, Gate>,
  officer: Officer,
  received: Date,
  { synced, deviceNow }: Arrival,
): { told: ToldEntry; entry: Entry; gate: Gate | null }[] {
  return entries
    .map((told) => {
      const gate = gates.get(told.activationShelterId.toLowerCase()) ?? null;
      const time = gateTime({
        told: told.at?.getTime() ?? null,
        deviceNow: deviceNow?.getTime() ?? null,
        received: received.getTime(),
        decided: gate?.decidedAt.getTime() ?? 0,
      });
      const entry: Entry = {
        ...told,
        key: told.key.toLowerCase(),
        stayId: told.kind === 'CHECK_OUT' ? (told.stayId?.toLowerCase() ?? null) : null,
        cardCode: told.cardCode?.toUpperCase() ?? null,
        gateId: gate?.id ?? told.activationShelterId,
        at: new Date(time.at),
        clockOff: time.clockOff,
        received,
        synced,
        by: officer.personId,
      };
      return { told, entry, gate };
    })
    .toSorted((one, other) => one.entry.at.getTime() - other.entry.at.getTime());
}

/** Overriding a warning is an act: who answered for it, and against what. Its words stay with the entry. */
async function tellOverride(
  tx: EntityManager,
  officer: Officer,
  gate: Gate,
  entry: Entry,
  appointment: Appointment,
  warnings: readonly Refusal[],
): Promise<void> {
  await writeLedgerEntry(tx, {
    process: 'occupancy',
    act: GATE_ACTS[entry.kind],
    article: null,
    at: entry.received,
    by: officer,
    appointment,
    jurisdictionCode: gate.jurisdictionCode,
    subjects: [{ kind: 'shelter', id: gate.shelterId, from: gate.status, to: gate.status }],
    details: {
      activation: gate.activationId,
      entry: entry.key,
      persons: entry.persons,
      overridden: warnings.map(({ code, params }) => ({ code, params })),
    },
  });
}
