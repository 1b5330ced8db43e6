import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { ClockState, YearlyDuty } from '#regulation/enumerations';
import type { DataSource } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { MISSED_YEARS, yearlyClocksSql } from './obligation-sql.ts';

export interface ObligationRow {
  readonly shelterId: string;
  readonly code: string;
  readonly jurisdictionCode: string;
  readonly duty: YearlyDuty;
  readonly state: ClockState;
  readonly dueOn: string | null;
  readonly missedYears: number[];
}

export interface ObligationFilterFacts {
  readonly duties?: readonly YearlyDuty[] | null;
  readonly states?: readonly ClockState[] | null;
  readonly jurisdictionCode?: string | null;
  readonly missed?: boolean | null;
  readonly text?: string | null;
}

export interface ObligationCount {
  readonly duty: YearlyDuty;
  readonly state: ClockState;
  readonly count: number;
}

const ROW = `clock.shelter_id as "shelterId", clock.code, clock.jurisdiction_code as "jurisdictionCode", clock.duty,
  clock.state, to_char(clock.due_on, 'YYYY-MM-DD') as "dueOn", ${MISSED_YEARS} as "missedYears"`;
/** What is due first comes first; what asks nothing any more comes last. */
const ORDER = `coalesce(clock.due_on, date '9999-12-31'), clock.code, clock.duty`;

/** What the shelters within the actor's reach owe every year, the most overdue first. */
export async function findObligations(
  dataSource: DataSource,
  actor: Actor,
  filter: ObligationFilterFacts,
  today: string,
  first: number,
  after: string | null,
): Promise<Connection<ObligationRow>> {
  const asked = narrowed(actor, filter, today);
  const cursor = readCursor(after, 3);
  const at = asked.parameters.length;
  const further = cursor ? `and (${ORDER}) > ($${at + 2}::date, $${at + 3}, $${at + 4})` : '';
  const rows = await dataSource.query<ObligationRow[]>(
    `select ${ROW} from (${asked.clocks}) clock where ${asked.where} ${further} order by ${ORDER} limit $${at + 1}`,
    [...asked.parameters, first + 1, ...(cursor?.map(String) ?? [])],
  );
  return toConnection(
    rows,
    first,
    ({ dueOn, code, duty }) => [dueOn ?? '9999-12-31', code, duty],
    async () => {
      const [row] = await dataSource.query<{ count: number }[]>(
        `select count(*)::int as count from (${asked.clocks}) clock where ${asked.where}`,
        asked.parameters,
      );
      return row?.count ?? 0;
    },
  );
}

/** How many stand in each state, within the actor's reach. */
export function countObligations(
  dataSource: DataSource,
  actor: Actor,
  filter: ObligationFilterFacts,
  today: string,
): Promise<ObligationCount[]> {
  const { clocks, where, parameters } = narrowed(actor, filter, today);
  return dataSource.query<ObligationCount[]>(
    `select clock.duty, clock.state, count(*)::int as count from (${clocks}) clock where ${where}
     group by clock.duty, clock.state order by clock.duty, clock.state`,
    parameters,
  );
}

/** What each shelter owes, in the order asked; one query for all. */
export async function obligationsOf(
  dataSource: DataSource,
  shelterIds: readonly string[],
  today: string,
): Promise<ObligationRow[][]> {
  const rows = await dataSource.query<ObligationRow[]>(
    `select ${ROW} from (${yearlyClocksSql('shelter.id = any($2)')}) clock order by clock.duty desc`,
    [today, shelterIds],
  );
  return shelterIds.map((id) => rows.filter((row) => row.shelterId === id));
}

function narrowed(actor: Actor, filter: ObligationFilterFacts, today: string) {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const text = filter.text?.trim().slice(0, 100).toLowerCase() ?? '';
  const clocks = yearlyClocksSql(
    `($2 or shelter.jurisdiction_code = any($3) or shelter.unit_id = any($4))
     and ($5::text is null or shelter.jurisdiction_code = $5) and ($6 = '' or position($6 in shelter.search_text) > 0)`,
  );
  const where = `($7::text[] is null or clock.duty = any($7)) and ($8::text[] is null or clock.state = any($8))
    and (not $9 or cardinality(${MISSED_YEARS}) > 0)`;
  return {
    clocks,
    where,
    parameters: [
      today,
      everywhere,
      jurisdictions,
      units,
      filter.jurisdictionCode ?? null,
      text,
      filter.duties ?? null,
      filter.states ?? null,
      filter.missed ?? false,
    ] as unknown[],
  };
}
