import { draftSummary, type DutyMoment, type LedgerMoment } from '#regulation/closure/draft-summary';
import type { Language } from '#regulation/labels';
import type { DataSource } from 'typeorm';
import type { ClosedOpening } from './closing-tasks.queries.ts';

/** A night has hundreds of entries at one shelter, not tens of thousands. */
const MOST_ENTRIES = 20_000;

/** What the ledger holds of an opened shelter between decision and release. */
export interface OpeningMoments {
  readonly moments: readonly LedgerMoment[];
  readonly duties: readonly DutyMoment[];
}

/** The moments of opened shelters by their ids, in the order of the ledger: two queries, however many. */
export async function readOpeningMoments(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<OpeningMoments[]> {
  const moments = await dataSource.query<(LedgerMoment & { id: string })[]>(
    `select opened.id, told.*
     from activation_shelter opened cross join lateral (
       select entry.at, entry.act, subject ->> 'from' as "from", subject ->> 'to' as "to",
              case when jsonb_typeof(entry.details -> 'persons') = 'number' then (entry.details ->> 'persons')::integer end as persons
       from ledger_entry entry cross join lateral jsonb_array_elements(entry.subjects) as subject
       where entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'shelter', 'id', opened.shelter_id::text))
         and subject ->> 'kind' = 'shelter' and subject ->> 'id' = opened.shelter_id::text
         and entry.at between opened.decided_at and opened.released_at
       order by entry.seq limit ${MOST_ENTRIES}) told
     where opened.id = any($1)`,
    [ids],
  );
  const duties = await dataSource.query<(DutyMoment & { id: string })[]>(
    `select opened.id, told.*
     from activation_shelter opened cross join lateral (
       select entry.at, duty.kind as duty, subject ->> 'to' as stage
       from duty
       join ledger_entry entry on entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'duty', 'id', duty.id::text))
       cross join lateral jsonb_array_elements(entry.subjects) as subject
       where duty.activation_shelter_id = opened.id and subject ->> 'id' = duty.id::text
         and subject ->> 'from' <> subject ->> 'to'
       order by entry.seq limit ${MOST_ENTRIES}) told
     where opened.id = any($1)`,
    [ids],
  );
  const [momentsOf, dutiesOf] = [byOpening(moments), byOpening(duties)];
  return ids.map((id) => ({ moments: momentsOf.get(id) ?? [], duties: dutiesOf.get(id) ?? [] }));
}

/** Art. 26: the draft of a summary, in words. */
export function wordDraft(
  shelterName: string,
  { decidedAt, releasedAt, eventName, orderNumber, exercise }: ClosedOpening,
  { moments, duties }: OpeningMoments,
  language: Language,
): string {
  return draftSummary(
    { shelter: shelterName, event: eventName, exercise, orderNumber, decidedAt, releasedAt, moments, duties },
    language,
  );
}

function byOpening<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.id);
    if (known) known.push(row);
    else grouped.set(row.id, [row]);
  }
  return grouped;
}
