import type { EntityManager } from 'typeorm';
import { RebuildNotice } from './rebuild-notice.entity.ts';

/**
 * Locks the shelter of a notice and then the notice, in the order in which an acceptance takes them; null when there is no
 * such notice.
 */
export async function lockRebuild(tx: EntityManager, id: string): Promise<RebuildNotice | null> {
  await tx.query(
    `select 1 from shelter where id = (select shelter_id from rebuild_notice where id = $1) for no key update`,
    [id],
  );
  return tx.getRepository(RebuildNotice).findOne({
    where: { id },
    lock: { mode: 'for_no_key_update' },
  });
}
