import type { Actor } from '#regulation/actor';
import type { EntityManager } from 'typeorm';
import { insertDrafts, reviseDrafts, type RevisedRow } from './filing-rows.ts';
import type { JudgedRow } from './judge-rows.ts';
import { isUntouched, keyOf, type Known } from './known-places.ts';
import type { Taken } from './migrate-rows.ts';
import type { OwnUnit } from './own-unit.ts';

/** Makes an owner's rows drafts of its own filings; what the owner has worked on since is left alone. */
export async function draftRows(
  tx: EntityManager,
  actor: Actor,
  owner: OwnUnit,
  rows: readonly JudgedRow[],
  known: Known,
  at: Date,
): Promise<Taken> {
  const taken = rows.filter(({ verdict }) => verdict !== 'REFUSED');
  const hand = { personId: actor.personId, at };
  const fresh: JudgedRow[] = [];
  const changed: RevisedRow[] = [];
  const overtaken: JudgedRow[] = [];
  for (const row of taken) {
    const filing = known.filings.get(keyOf(row));
    if (!filing) fresh.push(row);
    else if (filing.same) continue;
    else if (isUntouched(filing)) changed.push({ id: filing.id, judged: row, unitId: owner.id });
    else overtaken.push(row);
  }
  const ids = await insertDrafts(
    tx,
    fresh.map((judged) => ({ judged, unitId: owner.id })),
    'NEW',
    hand,
  );
  await reviseDrafts(tx, changed, hand);
  const good = (some: readonly { verdict: string }[]) =>
    some.filter(({ verdict }) => verdict === 'GOOD').length;
  const created = good(fresh);
  const updated = good(changed.map(({ judged }) => judged));
  return {
    created,
    updated,
    unchanged: good(taken) - created - updated,
    overtaken: overtaken.filter(({ verdict }) => verdict === 'GOOD'),
    subjects: ids.map((id) => ({ kind: 'filing', id, from: null, to: 'DRAFT' })),
    shelterIds: [],
  };
}
