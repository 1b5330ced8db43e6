import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performActs, type DrawnColumns } from '../ledger/perform-act.ts';
import type { NumberedEdition } from './make-edition.ts';
import { PUBLICATION_PROCESS } from './publication-process.ts';
import { NOTHING_PUBLIC } from './take-from-public.ts';

/** True where the public saw a shelter until it left the register, and no edition has said so yet. */
export const LEAVING = `(shelter.deregistered_at is not null and publication.status = 'PUBLISHED')`;

/** Why it left the register; null where it left before reasons were kept. */
const WHY_IT_LEFT = `(select decided_reason from deregistration
  where deregistration.shelter_id = shelter.id and deregistration.stage = 'GRANTED'
  order by deregistration.decided_at desc limit 1)`;

/**
 * Art. 18: whoever reads the editions learns what is there no more. Each shelter that was deregistered since an edition last
 * showed it is named as withdrawn, once, with the reason it left for. The public has not seen it since it left.
 */
export async function sayWhatHasLeft(
  tx: EntityManager,
  officer: Officer,
  { number }: NumberedEdition,
  at: Date,
): Promise<void> {
  const left = await tx.query<{ id: string }[]>(
    `insert into edition_item (edition, shelter_id, version, change, reason)
     select $1, shelter.id, publication.version, 'WITHDRAWN', ${WHY_IT_LEFT}
     from shelter join publication on publication.shelter_id = shelter.id
     where ${LEAVING} returning shelter_id as id`,
    [number],
  );
  if (left.length === 0) return;
  await performActs(tx, PUBLICATION_PROCESS, {
    act: 'withdrawPublication',
    ids: left.map(({ id }) => id),
    by: officer,
    at,
    set: { ...NOTHING_PUBLIC, updated_at: at },
    drawn: REASON,
    details: { edition: number, deregistered: true },
  });
}

const REASON: DrawnColumns = {
  columns: { reason: WHY_IT_LEFT },
  from: 'shelter',
  on: 'shelter.id = subject.shelter_id',
};
