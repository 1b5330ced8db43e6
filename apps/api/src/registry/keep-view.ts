import { savedViewRefusals } from '#regulation/registry/saved-view';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseIfAny } from '../platform/refused.ts';

export interface ToldSavedView {
  /** The client's own key: sent again, it names the same view and keeps what is new. */
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** Names filters of the registry for oneself, or names them anew. No act of the law: nothing of it goes into the ledger. */
export async function keepView(office: Office, { personId }: Officer, told: ToldSavedView): Promise<void> {
  await inTransaction(office.dataSource, async (tx) => {
    const views = await lockViews(tx, personId);
    const others = views.filter(({ id }) => id !== told.id).map(({ name }) => name);
    refuseIfAny(savedViewRefusals({ ...told, others }));
    const [kept] = await tx.query<unknown[]>(
      `insert into saved_view (id, person_id, name, query, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set name = excluded.name, query = excluded.query, changed_at = excluded.changed_at
         where saved_view.person_id = excluded.person_id
       returning id`,
      [told.id, personId, told.name.trim(), told.query, office.clock.now()],
    );
    // The key is another person's: it is not said whose.
    if (!kept)
      refuseIfAny([{ rule: 'saved-view', article: null, field: 'id', code: 'ALREADY_DONE', params: {} }]);
  });
}

/** Forgets a view of one's own; one that is not there is forgotten already. */
export async function dropView(office: Office, { personId }: Officer, id: string): Promise<void> {
  await office.dataSource.query(`delete from saved_view where id = $1 and person_id = $2`, [id, personId]);
}

/** The person's row first: two who save at once (two windows) must not each count the other's out. */
async function lockViews(tx: EntityManager, personId: string): Promise<{ id: string; name: string }[]> {
  await tx.query(`select 1 from person where id = $1 for no key update`, [personId]);
  return tx.query(`select id, name from saved_view where person_id = $1`, [personId]);
}
