import { civilDateOf } from '#regulation/civil-date';
import type { HoldingActivation, LeavingShelter } from '#regulation/deregistration/leaving';
import type { EntityManager } from 'typeorm';

/** A shelter under lock, as the law of deregistration sees it. */
export interface LockedShelter extends LeavingShelter {
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly version: number;
  /** The request that waits; null = none. */
  readonly requestId: string | null;
}

/**
 * Locks a shelter; null when there is none. Openings, acceptances and other deregistrations lock it too, so that what is
 * read here stays so until the caller is done.
 */
export async function lockLeaving(tx: EntityManager, id: string): Promise<LockedShelter | null> {
  const [shelter] = await tx.query<
    { code: string; jurisdictionCode: string; unitId: string; version: number; deregisteredAt: Date | null }[]
  >(
    `select code, jurisdiction_code as "jurisdictionCode", unit_id as "unitId", version,
            deregistered_at as "deregisteredAt"
     from shelter where id = $1 for no key update`,
    [id],
  );
  if (!shelter) return null;
  const { deregisteredAt, ...known } = shelter;
  // Read after the lock: whoever asked or opened it a moment ago has committed by now.
  const [request] = await tx.query<{ id: string }[]>(
    `select id from deregistration where shelter_id = $1 and stage = 'ASKED'`,
    [id],
  );
  const liveIn = (await findLive(tx, [id])).get(id) ?? null;
  return {
    ...known,
    deregisteredOn: deregisteredAt && civilDateOf(deregisteredAt),
    requestId: request?.id ?? null,
    asked: request !== undefined,
    liveIn,
  };
}

/** The activation that holds each shelter, where one does, a real one before an exercise; one query for all. */
export async function findLive(
  tx: Pick<EntityManager, 'query'>,
  shelterIds: readonly string[],
): Promise<Map<string, HoldingActivation>> {
  const rows = await tx.query<({ shelterId: string } & HoldingActivation)[]>(
    `select distinct on (opened.shelter_id) opened.shelter_id as "shelterId", activation.number, opened.exercise
     from activation_shelter opened join activation on activation.id = opened.activation_id
     where opened.shelter_id = any($1) and opened.released_at is null
     order by opened.shelter_id, opened.exercise, activation.number`,
    [shelterIds],
  );
  return new Map(rows.map(({ shelterId, ...holding }) => [shelterId, holding]));
}

/** The shelter that a deregistration is about, which never changes; null when there is no such deregistration. */
export async function shelterOf(tx: EntityManager, id: string): Promise<string | null> {
  const [row] = await tx.query<{ shelterId: string }[]>(
    `select shelter_id as "shelterId" from deregistration where id = $1`,
    [id],
  );
  return row?.shelterId ?? null;
}
