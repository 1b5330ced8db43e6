import type { PublicationAct } from '#regulation/publication/acts';
import { reasonRefusals } from '#regulation/filing/review';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import type { EditionChange } from './edition.entity.ts';
import { countEdition, makeEdition } from './make-edition.ts';
import { PUBLICATION_PROCESS } from './publication-process.ts';

type TakingAct = Exclude<PublicationAct, 'publish'>;

const CHANGES: Record<TakingAct, EditionChange> = {
  suspend: 'SUSPENDED',
  hide: 'HIDDEN',
  withdrawPublication: 'WITHDRAWN',
};

/** What a withdrawal leaves of the public version: nothing. */
export const NOTHING_PUBLIC = {
  edition: null,
  version: null,
  contents: null,
  name: null,
  address: null,
  location: null,
  usable_capacity: null,
  suitability: null,
  zone_plan_file_id: null,
};

/**
 * Takes a shelter from the public eye at once, with a reason (Art. 18). When the public saw it, that is an edition of
 * its own; the clock of the regular editions goes on.
 */
export async function takeFromPublic(
  office: Office,
  officer: Officer,
  act: TakingAct,
  shelterId: string,
  reason: string,
): Promise<void> {
  const at = office.clock.now();
  const told = reason.trim();
  await inTransaction(office.dataSource, async (tx) => {
    await tx.query(`lock table edition in exclusive mode`);
    const seen = await versionSeen(tx, shelterId);
    const { stage, jurisdictionCode, unitId } = await performAct(tx, PUBLICATION_PROCESS, {
      act,
      id: shelterId,
      by: officer,
      at,
      refusals: () => reasonRefusals(told),
      set: { reason: told, updated_at: at, ...(act === 'withdrawPublication' ? NOTHING_PUBLIC : {}) },
    });
    await tellChanges(tx, [{ topic: 'PUBLICATION', jurisdictionCode, unitId, shelterId, at }]);
    if (stage !== 'PUBLISHED') return;
    const { number } = await makeEdition(tx, { kind: 'WITHDRAWAL', at, by: officer.personId, note: null });
    await tx.query(
      `insert into edition_item (edition, shelter_id, version, change, reason) values ($1, $2, $3, $4, $5)`,
      [number, shelterId, seen, CHANGES[act], told],
    );
    await countEdition(tx, number);
  });
}

async function versionSeen(tx: EntityManager, shelterId: string): Promise<number | null> {
  const [row] = await tx.query<{ version: number | null }[]>(
    `select publication.version from shelter join publication on publication.shelter_id = shelter.id
     where shelter.id = $1 for key share of shelter`,
    [shelterId],
  );
  return row?.version ?? null;
}
