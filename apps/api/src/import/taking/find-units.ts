import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { JudgedRow } from './judge-rows.ts';

/** The owner or manager of each row by name and jurisdiction, made where there is none; set-based. Answers ids by row. */
export async function findUnits(
  tx: EntityManager,
  rows: readonly JudgedRow[],
  at: Date,
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Map(rows.map((row) => [unitKey(row), row]));
  const codes = [...wanted.values()].map(({ place }) => place?.code ?? '');
  const names = [...wanted.values()].map(({ unitName }) => unitName ?? '');
  await tx.query(
    `insert into organisation (id, name, kind, jurisdiction_code, created_at)
     select id, name, 'UNIT', code, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as wanted (id, name, code)
     order by code, name
     on conflict (jurisdiction_code, name) do nothing`,
    [names.map(() => uuidv7()), names, codes, at],
  );
  const units = await tx.query<{ id: string; key: string }[]>(
    `select id, jurisdiction_code || e'\\n' || name as key from organisation
     where (jurisdiction_code, name) in (select * from unnest($1::text[], $2::text[]))`,
    [codes, names],
  );
  const ids = new Map(units.map(({ id, key }) => [key, id]));
  return new Map(
    rows.map((row) => {
      const id = ids.get(unitKey(row));
      if (id === undefined) throw new Error(`no unit for row ${row.row}`);
      return [row.row, id];
    }),
  );
}

function unitKey({ place, unitName }: JudgedRow): string {
  return `${place?.code ?? ''}\n${unitName ?? ''}`;
}
