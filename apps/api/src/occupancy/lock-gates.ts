import { RUNNING_STAGES } from '#regulation/activation/acts';
import { mayPerform, type ActName } from '#regulation/authority';
import type { Appointment } from '#regulation/actor';
import type { ActivationStage, OperationalStatus } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { isPostMember } from '../registry/post-membership.ts';
import { roomOf } from '../registry/shelter-standing.ts';

/** An opened shelter as its gate must know it. */
export interface Gate {
  readonly id: string;
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly code: string;
  readonly stage: ActivationStage;
  readonly status: OperationalStatus;
  readonly decidedAt: Date;
  readonly released: boolean;
  /** Places; null = not known. */
  readonly usable: number | null;
}

/** Locks the shelters of the gates in id order, as every writer of a standing does; then reads them as they are now. */
export async function lockGates(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Gate>> {
  await tx.query(
    `select 1 from shelter where id in (select shelter_id from activation_shelter where id = any($1))
     order by id for no key update`,
    [ids],
  );
  const gates = await tx.query<Gate[]>(
    `select opened.id, opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId", shelter.code, activation.stage,
            opened.status, opened.decided_at as "decidedAt", opened.released_at is not null as released,
            ${roomOf('shelter')} as usable
     from activation_shelter opened
     join activation on activation.id = opened.activation_id
     join shelter on shelter.id = opened.shelter_id
     where opened.id = any($1)`,
    [ids],
  );
  return new Map(gates.map((gate) => [gate.id, gate]));
}

/** Under which appointment somebody may act at a gate. What was done offline needs a seat that was held, not one that is. */
export async function mayActAt(
  tx: EntityManager,
  officer: Officer,
  act: ActName,
  gate: Gate,
  { offline = false } = {},
): Promise<Appointment | null> {
  const { jurisdictionCode, unitId, id } = gate;
  const postMember = offline
    ? await hadSeat(tx, id, officer.personId)
    : await isPostMember(tx, id, officer.personId);
  return mayPerform(officer, act, { jurisdictionCode, unitId, postMember });
}

async function hadSeat(tx: EntityManager, gateId: string, personId: string): Promise<boolean> {
  const [seat] = await tx.query<unknown[]>(
    `select 1 from command_post_member where activation_shelter_id = $1 and person_id = $2 limit 1`,
    [gateId, personId],
  );
  return seat !== undefined;
}

/** Online, a gate works while its shelter is in a running activation and not released. */
export function outOfStage(gate: Gate, act: ActName): Refusal[] {
  if (RUNNING_STAGES.includes(gate.stage) && !gate.released) return [];
  return [gateRefusal(null, 'OUT_OF_STAGE', { act, stage: gate.released ? 'CLOSED' : gate.stage })];
}

export function gateRefusal(
  field: string | null,
  code: Refusal['code'],
  params: Refusal['params'] = {},
): Refusal {
  return { rule: 'occupancy/gate', article: null, field, code, params };
}
