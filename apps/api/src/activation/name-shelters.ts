import type { NamedShelter } from '#regulation/activation/decision';
import type { DutyKind, Readiness } from '#regulation/enumerations';
import { DUTY_KINDS } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { civilDateOf } from '#regulation/civil-date';
import type { ShelterToOpen } from './open-shelters.ts';

/** Locks the shelters a decision names, in id order, and says of each what the law asks; a shelter named twice is one. */
export async function nameShelters(
  tx: EntityManager,
  shelters: readonly ShelterToOpen[],
  { jurisdictionCode, exercise }: { readonly jurisdictionCode: string; readonly exercise: boolean },
): Promise<{ named: NamedShelter[]; missing: number }> {
  const rows = await tx.query<
    {
      id: string;
      code: string;
      own: boolean;
      deregistered: boolean;
      readiness: Readiness;
    }[]
  >(
    `select id, code, jurisdiction_code = $2 as own, deregistered_at is not null as deregistered, readiness
     from shelter where id = any($1) order by id for no key update`,
    [shelters.map(({ shelterId }) => shelterId), jurisdictionCode],
  );
  // Read after the locks: whoever opened one of them a moment ago has committed by now.
  const live = await tx.query<{ shelter_id: string; number: string }[]>(
    `select opened.shelter_id, activation.number
     from activation_shelter opened join activation on activation.id = opened.activation_id
     where opened.shelter_id = any($1) and opened.released_at is null and (not opened.exercise or $2)`,
    [rows.map(({ id }) => id), exercise],
  );
  const liveIn = new Map(live.map((row) => [row.shelter_id, row.number]));
  const reasons = new Map(shelters.map((shelter) => [shelter.shelterId, shelter.overrideReason]));
  const named = rows.map((row) => ({
    code: row.code,
    ownJurisdiction: row.own,
    deregistered: row.deregistered,
    readiness: row.readiness,
    overrideReason: reasons.get(row.id) ?? null,
    liveIn: liveIn.get(row.id) ?? null,
  }));
  return { named, missing: shelters.length - rows.length };
}

/** Each shelter once, in the order it was first named. */
export function onlyOnce(shelters: readonly ShelterToOpen[]): ShelterToOpen[] {
  const first = new Map<string, ShelterToOpen>();
  for (const shelter of shelters) {
    // Compared as the database compares them.
    const shelterId = shelter.shelterId.toLowerCase();
    const before = first.get(shelterId);
    first.set(shelterId, {
      shelterId,
      overrideReason: before?.overrideReason ?? shelter.overrideReason,
    });
  }
  return [...first.values()];
}

/** Duties nobody is on the roster for today. */
export async function findUnassigned(
  tx: Pick<EntityManager, 'query'>,
  jurisdictionCode: string,
  at: Date,
): Promise<DutyKind[]> {
  const rows = await tx.query<{ duty_kind: DutyKind }[]>(
    `select distinct duty_kind from duty_roster
     where jurisdiction_code = $1 and in_force_from <= $2 and (in_force_until is null or in_force_until > $2)`,
    [jurisdictionCode, civilDateOf(at)],
  );
  const assigned = new Set(rows.map((row) => row.duty_kind));
  return DUTY_KINDS.filter((kind) => !assigned.has(kind));
}
