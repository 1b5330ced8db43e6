import type { EntityManager } from 'typeorm';
import type { RowFinding } from '../reading/unreadable.ts';
import type { Bench, PlacedRow } from './judge-rows.ts';

/**
 * Owners and managers nobody knows yet, which would be entered as new, each told once: where its name first stands.
 * Published lists name no owner; what stands in for one is no typing slip.
 */
export async function newUnits(
  tx: Pick<EntityManager, 'query'>,
  { survey, owner, columnOf, firstUnits }: Bench,
  rows: readonly PlacedRow[],
): Promise<ReadonlyMap<number, RowFinding>> {
  if (owner || survey.head.profile !== 'own') return new Map();
  const named = rows.filter(({ place, unitName }) => place && unitName);
  const known = await tx.query<{ key: string }[]>(
    `select jurisdiction_code || e'\\n' || name as key from organisation
     where (jurisdiction_code, name) in (select * from unnest($1::text[], $2::text[]))`,
    [named.map(({ place }) => place?.code), named.map(({ unitName }) => unitName)],
  );
  const keys = new Set(known.map(({ key }) => key));
  const told = new Map<number, RowFinding>();
  for (const { row, place, unitName } of named) {
    const key = `${place?.code ?? ''}\n${unitName ?? ''}`;
    const first = firstUnits.get(key) ?? row;
    firstUnits.set(key, first);
    if (keys.has(key) || first !== row) continue;
    told.set(row, {
      row,
      column: columnOf('unitId'),
      class: 'ADVICE',
      // Not kept with the filing: once the row is in, the unit is known.
      rule: 'import/new-unit',
      article: null,
      field: 'unitId',
      code: 'UNIT_NEW',
      params: { value: unitName ?? '' },
    });
  }
  return told;
}
