import { isCivilDate, type CivilDate } from '../civil-date.ts';
import type { ClockState } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../registry/text-limits.ts';

export interface ToldCampaign {
  title: string;
  startsOn: string;
  endsOn: string;
  departments: number;
  note: string | null;
}

/** Art. 27 ¶1: a campaign has a name and a time, and names the departments that carry it out. */
export function campaignRefusals(
  { title, startsOn, endsOn, departments, note }: ToldCampaign,
  today: CivilDate,
  isOrder: boolean,
): Refusal[] {
  const dates = [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const;
  const wrong = dates.filter(([, date]) => !isCivilDate(date));
  const limit = LIST_LIMITS.departments;
  return [
    ...(title.trim() === '' ? [refusal('title', 'MISSING', {})] : []),
    ...tooLong('title', title.trim(), TEXT_LIMITS.title),
    ...tooLong('note', note ?? '', TEXT_LIMITS.remarks),
    ...wrong.map(([field, date]) => refusal(field, 'NO_SUCH_DATE', { value: date.slice(0, 40) })),
    ...(wrong.length === 0 && endsOn < startsOn
      ? [refusal('endsOn', 'ENDS_BEFORE', { earlier: startsOn })]
      : []),
    ...(wrong.length === 0 && endsOn < today
      ? [refusal('endsOn', 'DEADLINE_PAST', { value: endsOn, today })]
      : []),
    ...(isOrder && departments === 0 ? [refusal('departmentIds', 'NOTHING_CHOSEN', {})] : []),
    ...(departments > limit ? [refusal('departmentIds', 'TOO_MANY', { limit, count: departments })] : []),
  ];
}

export interface CampaignClock {
  state: ClockState;
  /** Until when the next one should be ordered; null when there is none on record: then it is due now. */
  dueOn: CivilDate | null;
}

export interface CampaignConfig {
  /** Calendar years from one campaign to the next. */
  everyYears: number;
}

/** Art. 27 ¶1 says "regularly" (定期) and names no time: once a year is practice, the city sets its own. */
export const CAMPAIGN_DEFAULTS: CampaignConfig = { everyYears: 1 };

/** Where a jurisdiction stands with its campaigns. None on record is no proof that none was held: DUE, not OVERDUE. */
export function campaignClock(
  lastOrderedOn: CivilDate | null,
  today: CivilDate,
  config: CampaignConfig = CAMPAIGN_DEFAULTS,
): CampaignClock {
  if (lastOrderedOn === null) return { state: 'DUE', dueOn: null };
  const dueYear = Number(lastOrderedOn.slice(0, 4)) + config.everyYears;
  const year = Number(today.slice(0, 4));
  const state = dueYear > year ? 'FULFILLED' : dueYear === year ? 'DUE' : 'OVERDUE';
  return { state, dueOn: `${dueYear}-12-31` };
}

function tooLong(field: string, text: string, limit: number): Refusal[] {
  return text.length > limit ? [refusal(field, 'TOO_LONG', { limit, length: text.length })] : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'inspection/campaign', article: 27, field, code, params };
}
