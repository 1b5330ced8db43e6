import { ADMITTING_STATUSES, NEAREST_DEFAULTS } from '#regulation/publication/eligibility';
import type { NamedStatement } from '../platform/database/named-query.ts';
import { ANNOUNCED, PUBLIC_FROM, PUBLISHED, rowColumns, type PublicSource } from './public-rows.ts';

/** Who may be listed: every shelter, or only those that take people in (live, or only open ones wanted). */
export type NearestRule = 'EVERY' | 'OPEN';

/** `<->` ranks on the sphere, up to 0.6 % off the ellipsoid: what lies beyond this much more is surely further. */
export const SPHERE_MARGIN = 1.01;

const ADMITTING = `s.operational_status in (${ADMITTING_STATUSES.map((status) => `'${status}'`).join(', ')})`;
const { penaltyMeters, passedOverMost, passedOverWithinMeters } = NEAREST_DEFAULTS;
const PLACE = '$1::geography';

/** PASS_OVER_RULES of the eligibility table in SQL; a test holds the two against each other, row by row. */
export function passedOver(
  rule: NearestRule,
  { letters, usable }: Pick<PublicSource, 'letters' | 'usable'>,
): string {
  return `(s.operational_status in ('DAMAGED', 'FULL', 'CLOSING')
    or (s.readiness = 'UNAVAILABLE' and not ${ADMITTING})
    or substr(${letters}, $2::integer, 1) = 'U'
    or coalesce(${usable} - s.occupied < $3::integer, false)${rule === 'OPEN' ? `\n    or not ${ADMITTING}` : ''})`;
}

/** One way to look around: a source, and what it is looked through for. */
interface Look {
  readonly source: PublicSource;
  readonly condition: string;
}

/**
 * The nearest by the sphere, at most `breadth` by each look, ordered by the ellipsoid, in one row: `best` listed, `passed`
 * over, `nearest` of all with the live activations of its jurisdiction; beside each how far it has looked on the
 * sphere (null: at everything). Parameters: place (EWKT), place of the hazard in the letters (0 = none), party, first.
 */
export function nearestStatement(rule: NearestRule, forHazard: boolean, breadth: number): NamedStatement {
  const name = `nearest_${rule}_${forHazard ? 'hazard' : 'any'}_${breadth}`.toLowerCase();
  const known = STATEMENTS.get(name);
  if (known) return known;
  const statement = { name, text: nearestText(rule, forHazard, breadth) };
  STATEMENTS.set(name, statement);
  return statement;
}

/** As few as there are breadths. */
const STATEMENTS = new Map<string, NamedStatement>();

function nearestText(rule: NearestRule, forHazard: boolean, breadth: number): string {
  const listed = (source: PublicSource): Look => ({
    source,
    condition: `${rule === 'OPEN' ? 'p.admitting and ' : ''}not ${passedOver(rule, source)}`,
  });
  const over = (source: PublicSource, among = 'true'): Look => ({
    source,
    condition: `${among} and st_dwithin(${source.location}, ${PLACE}, ${passedOverWithinMeters * SPHERE_MARGIN}, false)
      and ${passedOver(rule, source)}`,
  });
  // In quiet times only the doubtful and, for a hazard, the unsuitable are passed over: each has its index.
  const unsuitable = `p.suitability like '%U%' and not p.doubtful and substr(p.suitability, $2::integer, 1) = 'U'`;
  const overPublished =
    rule === 'OPEN'
      ? [over(PUBLISHED)]
      : [over(PUBLISHED, 'p.doubtful'), ...(forHazard ? [over(PUBLISHED, unsuitable)] : [])];
  const seen = (source: PublicSource): Look => ({ source, condition: 'exists (select from live_situation)' });
  const few = Math.max(8, breadth / 4);
  return `with
${looked('near', breadth, [listed(PUBLISHED), listed(ANNOUNCED)])},
${looked('over', few, [...overPublished, over(ANNOUNCED)])},
${looked('seen', few, [seen(PUBLISHED), seen(ANNOUNCED)])}
select
  (select coalesce(json_agg(best), '[]') from (
    select ${rowColumns('near')}, near.meters, near.meters + ${penalty('near')} as key,
      coalesce(degrees(st_azimuth(${PLACE}, near.location)), 0) as bearing
    from near_measured near left join edition e on e.number = near.edition_number
    order by key, ${penalty('near')}, near.code collate "C" limit $4) best) as best,
  ${reach('near', breadth)} as "bestReach",
  (select coalesce(json_agg(passed), '[]') from (
    select ${rowColumns('over')}, over.meters
    from over_measured over left join edition e on e.number = over.edition_number
    where over.meters <= ${passedOverWithinMeters}
    order by over.meters, over.code collate "C" limit ${passedOverMost}) passed) as passed,
  ${reach('over', few)} as "passedReach",
  (select json_build_object('jurisdictionCode', seen."jurisdictionCode", 'meters', seen.meters, 'live', (
      select coalesce(json_agg(json_build_object('jurisdictionCode', live.jurisdiction_code, 'hazards', live.hazards)), '[]')
      from live_situation live where live.jurisdiction_code = seen."jurisdictionCode"))
   from seen_measured seen order by seen.meters, seen.code collate "C" limit 1) as nearest,
  ${reach('seen', few)} as "nearestReach",
  (select label from edition order by number desc limit 1) as edition`;
}

/** Every look by its distance on the sphere, and then each row with its distance on the ellipsoid. */
function looked(name: string, breadth: number, looks: readonly Look[]): string {
  const arms = looks.map(
    ({ source, condition }, arm) => `
  (select ${arm} as arm, ${source.columns}, ${source.location} <-> ${PLACE} as sphere
   from ${PUBLIC_FROM} where ${source.condition} and ${condition}
   order by ${source.location} <-> ${PLACE} limit ${breadth})`,
  );
  return `${name} as materialized (${arms.join(' union all ')}),
${name}_measured as materialized (select ${name}.*, st_distance(${name}.location, ${PLACE}) as meters from ${name})`;
}

function reach(name: string, breadth: number): string {
  return `(select min(far) from (
    select max(sphere) as far from ${name} group by arm having count(*) = ${breadth}) arms)`;
}

function penalty(alias: string): string {
  return `case when substr(${alias}.letters, $2::integer, 1) in ('C', 'N') then ${penaltyMeters} else 0 end`;
}
