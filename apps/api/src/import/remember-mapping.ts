import { reach } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import { createHash } from 'node:crypto';
import { jsonText } from '../platform/database/json-text.ts';
import type { Office } from '../platform/office.ts';
import { checkOwnMapping } from './profiles/own-columns.ts';

/** Keeps what the columns of a list mean, for the next list of the organisation with the same headings. */
export async function rememberMapping(office: Office, actor: Actor, mapping: ColumnMapping): Promise<void> {
  const [organisationId] = organisationsOf(actor);
  if (organisationId === undefined) return;
  await office.dataSource.query(
    `insert into import_mapping (organisation_id, headings, columns, person_id, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, headings)
     do update set columns = excluded.columns, person_id = excluded.person_id, changed_at = excluded.changed_at`,
    [organisationId, headingsHash(mapping), jsonText(mapping), actor.personId, office.clock.now()],
  );
}

/** What the organisation last said of a list with these headings; null when it never did, or fields have gone since. */
export async function recallMapping(
  office: Office,
  actor: Actor,
  columns: ColumnMapping,
): Promise<ColumnMapping | null> {
  const [row] = await office.dataSource.query<{ columns: ColumnMapping }[]>(
    `select columns from import_mapping where organisation_id = any($1) and headings = $2
     order by changed_at desc limit 1`,
    [organisationsOf(actor), headingsHash(columns)],
  );
  return row && checkOwnMapping(row.columns).length === 0 ? row.columns : null;
}

/** Whether both give every column to the same field. */
export function isSameMeaning(one: ColumnMapping, other: ColumnMapping): boolean {
  const fields = new Map(other.map(({ position, field }) => [position, field]));
  return one.every(({ position, field }) => field === (fields.get(position) ?? null));
}

/** The organisations in whose name the actor may import. */
function organisationsOf(actor: Actor): string[] {
  return actor.appointments
    .filter((appointment) => {
      const alone = { ...actor, appointments: [appointment] };
      const { everywhere, jurisdictions, units } = reach(alone, 'importList');
      return everywhere || jurisdictions.length > 0 || units.length > 0;
    })
    .map(({ organisationId }) => organisationId);
}

function headingsHash(columns: ColumnMapping): Buffer {
  const headings = columns
    .filter(({ header }) => header !== '')
    .toSorted((a, b) => a.position - b.position)
    .map(({ position, header }) => [position, header]);
  return createHash('sha256').update(JSON.stringify(headings)).digest();
}
