import { IN_FORCE_FROM } from '#regulation/upkeep/in-force';
import { YEARLY_CLOCK_DEFAULTS } from '#regulation/upkeep/yearly-clock';

const ZONE = `at time zone 'Asia/Shanghai'`;
const FROM = `greatest((shelter.filed_at ${ZONE})::date, date '${IN_FORCE_FROM}')`;

/**
 * `libs/regulation/upkeep/yearly-clock.ts` as a query: a row for each shelter that `where` names and each duty, with its
 * state. $1 is today as a date. The rule and this query are held together by a test.
 */
export function yearlyClocksSql(where: string): string {
  return `select owed.*, ${STATE} as state,
      case when owed.first_year is null or owed.ended_year is not null then null
           else make_date(owed.next_year, 12, 31) end as due_on
    from (
      select shelter.id as shelter_id, shelter.code, shelter.jurisdiction_code, duty.duty, done.years, done.last_year,
        first.year as first_year, extract(year from shelter.deregistered_at ${ZONE})::int as ended_year,
        extract(year from $1::date)::int as this_year,
        greatest(first.year, done.last_year + 1) as next_year
      from shelter
        cross join lateral (select case when shelter.filed_at is null then null
          else extract(year from ${FROM})::int
            + case when to_char(${FROM}, 'MM-DD') < '${YEARLY_CLOCK_DEFAULTS.owedIfFiledBefore}' then 0 else 1 end
          end as year) first
        cross join (values ('SELF_INSPECTION'), ('DRILL')) as duty (duty)
        left join (select shelter_id, duty, array_agg(year) as years, max(year) as last_year
                   from yearly_fulfilment group by shelter_id, duty) done
          on done.shelter_id = shelter.id and done.duty = duty.duty
      where ${where}
    ) owed`;
}

const STATE = `case
  when owed.first_year is null or owed.ended_year is not null then 'NOT_OWED'
  when owed.next_year < owed.this_year then 'OVERDUE'
  when owed.next_year = owed.this_year then 'DUE'
  when owed.last_year >= owed.this_year then 'FULFILLED'
  else 'NOT_OWED' end`;

/** Past years of a row of that query in which the duty was owed and not done. */
export const MISSED_YEARS = `array(
  select past.year from generate_series(clock.first_year,
    least(clock.this_year, coalesce(clock.ended_year, clock.this_year)) - 1) as past (year)
  where past.year <> all(coalesce(clock.years, '{}')) order by past.year)`;
