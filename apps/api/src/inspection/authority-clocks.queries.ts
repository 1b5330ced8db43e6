import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import type { AuthorityDuty, ClockState } from '#regulation/enumerations';
import { campaignClock } from '#regulation/inspection/campaign';
import { isEditionOverdue, nextEditionDue, type EditionConfig } from '#regulation/publication/edition';
import type { DataSource } from 'typeorm';

/** What an authority owes in regular turns, and where that stands. */
export interface AuthorityClock {
  readonly duty: AuthorityDuty;
  readonly jurisdictionCode: string;
  readonly state: ClockState;
  /** Civil date; null = at once, nothing is on record yet. */
  readonly dueOn: string | null;
  readonly lastAt: Date | null;
}

/** The clocks of the authorities within the actor's reach: the city's next edition, each county's next campaign. */
export async function findAuthorityClocks(
  dataSource: DataSource,
  actor: Actor,
  now: Date,
  config: EditionConfig,
): Promise<AuthorityClock[]> {
  const { everywhere, jurisdictions } = reach(actor, 'readRegistry');
  const rows = await dataSource.query<{ code: string; level: string; last: Date | null }[]>(
    `select jurisdiction.code, jurisdiction.level,
            case when level = 'CITY' then (select max(published_at) from edition where kind = 'REGULAR')
                 else (select max(ordered_at) from inspection_campaign campaign
                        where campaign.jurisdiction_code = jurisdiction.code) end as last
     from jurisdiction where level in ('CITY', 'COUNTY', 'COMMITTEE') and ($1 or code = any($2))
     order by case level when 'CITY' then 0 when 'COUNTY' then 1 else 2 end, code`,
    [everywhere, jurisdictions],
  );
  const today = civilDateOf(now);
  return rows.map(({ code, level, last }) => {
    const lastOn = last && civilDateOf(last);
    const clock = level === 'CITY' ? editionClock(lastOn, today, config) : campaignClock(lastOn, today);
    const duty = level === 'CITY' ? 'EDITION' : 'CAMPAIGN';
    return { duty, jurisdictionCode: code, lastAt: last, ...clock };
  });
}

function editionClock(
  lastOn: string | null,
  today: string,
  config: EditionConfig,
): Pick<AuthorityClock, 'state' | 'dueOn'> {
  const state = isEditionOverdue(lastOn, today, config) ? 'OVERDUE' : 'DUE';
  return { state, dueOn: nextEditionDue(lastOn, config) };
}
