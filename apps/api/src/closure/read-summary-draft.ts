import { draftSummary, type DutyMoment, type LedgerMoment } from '#regulation/closure/draft-summary';
import type { Language } from '#regulation/labels';
import type { DataSource } from 'typeorm';
import type { ClosedOpening } from './closing-tasks.queries.ts';
import type { ClosingTask } from './closing-task.entity.ts';

/** A night has hundreds of entries at one shelter, not tens of thousands. */
const MOST_ENTRIES = 20_000;

/** Art. 26: the draft of a summary, from what the ledger holds of the shelter between decision and release. */
export async function readSummaryDraft(
  dataSource: DataSource,
  { activationShelterId, shelterId }: ClosingTask,
  shelterName: string,
  opening: ClosedOpening,
  language: Language,
): Promise<string> {
  const { decidedAt, releasedAt, eventName, orderNumber, exercise } = opening;
  const moments = await dataSource.query<LedgerMoment[]>(
    `select entry.at, entry.act, subject ->> 'from' as "from", subject ->> 'to' as "to",
            case when jsonb_typeof(entry.details -> 'persons') = 'number' then (entry.details ->> 'persons')::integer end as persons
     from ledger_entry entry cross join lateral jsonb_array_elements(entry.subjects) as subject
     where entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'shelter', 'id', $1::text))
       and subject ->> 'kind' = 'shelter' and subject ->> 'id' = $1 and entry.at between $2 and $3
     order by entry.seq limit ${MOST_ENTRIES}`,
    [shelterId, decidedAt, releasedAt],
  );
  const duties = await dataSource.query<DutyMoment[]>(
    `select entry.at, duty.kind as duty, subject ->> 'to' as stage
     from duty
     join ledger_entry entry on entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'duty', 'id', duty.id::text))
     cross join lateral jsonb_array_elements(entry.subjects) as subject
     where duty.activation_shelter_id = $1 and subject ->> 'id' = duty.id::text and subject ->> 'from' <> subject ->> 'to'
     order by entry.seq limit ${MOST_ENTRIES}`,
    [activationShelterId],
  );
  return draftSummary(
    { shelter: shelterName, event: eventName, exercise, orderNumber, decidedAt, releasedAt, moments, duties },
    language,
  );
}
