import { civilDateOf } from '#regulation/civil-date';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { keepReadiness } from './keep-readiness.ts';

const EVERY_MS = 30_000;
/** Shelters that one turn takes out of use; more are taken in the next one. */
const A_TURN = 200;

/**
 * Takes out of use what is to be out of use from today on, and tells those who look. Several servers may do it at once: a
 * shelter that one of them has in hand is left to it. Answers how many outages began.
 */
export async function beginOutages(office: Office): Promise<number> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const shelters = await tx.query<{ id: string; jurisdictionCode: string; unitId: string }[]>(
      `select id, jurisdiction_code as "jurisdictionCode", unit_id as "unitId" from shelter
       where id in (select shelter_id from outage where not begun and lifted_on is null and starts_on <= $1)
       order by id limit ${A_TURN} for no key update skip locked`,
      [civilDateOf(at)],
    );
    if (shelters.length === 0) return 0;
    const ids = shelters.map(({ id }) => id);
    const begun = await tx.query<[unknown[], number]>(
      `update outage set begun = true
       where shelter_id = any($1) and not begun and lifted_on is null and starts_on <= $2 returning id`,
      [ids, civilDateOf(at)],
    );
    await keepReadiness(tx, ids, null);
    await tellChanges(
      tx,
      shelters.map(({ id: shelterId, ...where }) => ({ topic: 'UPKEEP' as const, ...where, shelterId, at })),
    );
    return begun[1];
  });
}

/**
 * Begins outages as their days come, as long as the office is open. A failure is told and tried again. Answers how to stop.
 */
export function keepBeginningOutages(
  office: Office,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const turn = async () => {
    try {
      while ((await beginOutages(office)) > 0);
    } catch (error) {
      onFailure(error);
    }
  };
  let running = turn();
  const timer = setInterval(() => {
    running = running.then(turn);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
