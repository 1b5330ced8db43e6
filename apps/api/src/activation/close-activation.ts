import { peopleInsideRefusals, type ClosingShelter } from '#regulation/activation/closing';
import { reasonRefusals } from '#regulation/filing/review';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { drawStanding } from '../registry/shelter-standing.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';
import { endWhenReleased } from './stand-shelter-down.ts';

/**
 * Decides the end of an activation (practice): no shelter takes in any more, each is released on its own afterwards,
 * and residents are offered what stands by again.
 * Refused while people are known to be inside, except in a place that is given up as damaged.
 */
export async function closeActivation(
  office: Office,
  officer: Officer,
  id: string,
  reason: string,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const shelters = await lockOpenShelters(tx, id);
    const { jurisdictionCode } = await performAct(tx, ACTIVATION_PROCESS, {
      act: 'close',
      id,
      by: officer,
      at,
      refusals: () => [...reasonRefusals(reason), ...peopleInsideRefusals(shelters)],
      set: { closed_at: at, closed_by: officer.personId, closing_reason: reason.trim() },
      also: shelters.map(({ shelterId, status }) => ({
        kind: 'shelter',
        id: shelterId,
        from: status,
        to: status === 'DAMAGED' ? 'DAMAGED' : 'CLOSING',
      })),
      details: { shelters: shelters.length },
    });
    await tx.query(`delete from live_situation where activation_id = $1`, [id]);
    const ids = shelters.map((shelter) => shelter.id);
    await tx.query(
      `update activation_shelter set closing_at = coalesce(closing_at, $2), revision = revision + 1 where id = any($1)`,
      [ids, at],
    );
    await drawStanding(tx, ids);
    await office.carryOut(tx, [
      {
        kind: 'ANNOUNCE',
        occasion: 'CLOSING',
        activationId: id,
        shelterIds: shelters.map(({ shelterId }) => shelterId),
        by: officer.personId,
        at,
      },
    ]);
    await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, activationId: id, at }]);
    await endWhenReleased(office, tx, officer, id, at);
  });
}

type OpenShelter = ClosingShelter & { readonly id: string; readonly shelterId: string };

/** The shelters of an activation that are not released, their registry rows locked first and in id order. */
async function lockOpenShelters(tx: EntityManager, activationId: string): Promise<OpenShelter[]> {
  await tx.query(`select 1 from activation where id = $1 for no key update`, [activationId]);
  await tx.query(
    `select 1 from shelter where id in (select shelter_id from activation_shelter
       where activation_id = $1 and released_at is null) order by id for no key update`,
    [activationId],
  );
  return tx.query<OpenShelter[]>(
    `select opened.id, opened.shelter_id as "shelterId", shelter.code, opened.status, opened.occupied
     from activation_shelter opened join shelter on shelter.id = opened.shelter_id
     where opened.activation_id = $1 and opened.released_at is null
     order by opened.id for no key update of opened`,
    [activationId],
  );
}
