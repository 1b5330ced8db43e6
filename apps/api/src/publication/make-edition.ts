import { civilDateOf } from '#regulation/civil-date';
import type { EntityManager } from 'typeorm';
import type { EditionKind } from './edition.entity.ts';

export interface EditionFacts {
  readonly kind: EditionKind;
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
}

export interface NumberedEdition {
  readonly number: number;
  readonly label: string;
}

/**
 * Makes the next edition, still empty, in the caller's transaction. Editions are made one after another: whoever makes
 * one holds the table until commit, so that numbers have no holes and publication acts never meet.
 */
export async function makeEdition(tx: EntityManager, facts: EditionFacts): Promise<NumberedEdition> {
  await tx.query(`lock table edition in exclusive mode`);
  const [last] = await tx.query<{ number: number }[]>(
    `select coalesce(max(number), 0)::int as number from edition`,
  );
  const number = (last?.number ?? 0) + 1;
  const label = `${civilDateOf(facts.at)}-${number}`;
  await tx.query(
    `insert into edition (number, label, kind, published_at, published_by, note, published, changed, confirmed, withdrawn)
     values ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0)`,
    [number, label, facts.kind, facts.at, facts.by, facts.note],
  );
  return { number, label };
}

/** Counts what the edition says, once all of it is said. */
export async function countEdition(tx: EntityManager, number: number): Promise<void> {
  await tx.query(
    `update edition set published = counts.published, changed = counts.changed, confirmed = counts.confirmed,
       withdrawn = counts.withdrawn
     from (select count(*) filter (where change = 'PUBLISHED') as published,
                  count(*) filter (where change = 'CHANGED') as changed,
                  count(*) filter (where change = 'CONFIRMED') as confirmed,
                  count(*) filter (where change in ('SUSPENDED', 'HIDDEN', 'WITHDRAWN')) as withdrawn
           from edition_item where edition = $1) counts
     where number = $1`,
    [number],
  );
}
