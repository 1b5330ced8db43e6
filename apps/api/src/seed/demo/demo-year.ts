import { addDays, civilDateOf, daysBetween, type CivilDate } from '#regulation/civil-date';
import { INSPECTION_HEADS } from '#regulation/enumerations';
import { firstYearOwed } from '#regulation/upkeep/yearly-clock';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../../identity/officer.ts';
import { recordInspection } from '../../inspection/record-inspection.ts';
import { recordDrill } from '../../upkeep/record-drill.ts';
import type { DemoPeople } from './demo-people.ts';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { demoShelterId } from './demo-shelter-id.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

/** Shelters whose units let last year pass; filed early enough that last year was owed, whatever day it is today. */
export const OVERDUE_PLACES: readonly number[] = [3, 6, 9, 12, 15, 18];
/** This one missed a year once, and has done better since. */
const MISSED_ONCE = 1;
/** Units take this long after the filing before they first inspect. */
const SETTLING_DAYS = 20;

const SEEN = [
  '出入口畅通，标志完好。',
  '供水、供电、照明正常。',
  '厕所和排污设施可用。',
  '应急广播试响正常。',
];
const DRILLED = ['师生疏散演练', '社区居民疏散演练', '夜间开放演练', '搭设帐篷与发放物资演练'];

/** Two years of inspections and drills by the units, as the calendar asks, except for those who let it pass. */
export function yearEvents(
  office: StoryOffice,
  people: DemoPeople,
  now: Date,
  filedDaysAgo: (place: number) => number,
): StoryEvent[] {
  return DEMO_SHELTERS.flatMap(({ unit }, place) => {
    const filedOn = addDays(civilDateOf(now), -filedDaysAgo(place));
    const officer = unit === 'unit1' ? people.officers['unit1'] : people.clerks[unit];
    if (!officer) throw new Error(`the demo has nobody at ${unit}`);
    return [
      ...datesOf(place, filedOn, now, true).map((date) => inspected(office, officer, now, place, date)),
      ...datesOf(place, filedOn, now, false).map((date) => drilled(office, officer, now, place, date)),
    ];
  });
}

/** On which days the unit did what the year asks. */
function datesOf(place: number, filedOn: CivilDate, now: Date, isInspection: boolean): CivilDate[] {
  const today = civilDateOf(now);
  const thisYear = Number(today.slice(0, 4));
  const dates: CivilDate[] = [];
  for (let year = firstYearOwed(filedOn) ?? thisYear; year <= thisYear; year += 1) {
    if (isInspection && lets(place, year, thisYear)) continue;
    // Every other one has not come round to it this year.
    if (year === thisYear && place % 2 === (isInspection ? 1 : 0)) continue;
    const planned = addDays(`${year}-${isInspection ? '04-10' : '05-12'}`, place);
    const settled = addDays(filedOn, SETTLING_DAYS + (isInspection ? 0 : 15));
    const date = planned < settled ? settled : planned;
    if (date < today) dates.push(date);
  }
  return dates;
}

function lets(place: number, year: number, thisYear: number): boolean {
  if (OVERDUE_PLACES.includes(place)) return year >= thisYear - 1;
  return place === MISSED_ONCE && year === thisYear - 2;
}

function inspected(
  office: StoryOffice,
  officer: Officer,
  now: Date,
  place: number,
  date: CivilDate,
): StoryEvent {
  const heads = INSPECTION_HEADS.slice(0, 3 + (place % 3)).map((head) => ({
    head,
    result: 'IN_ORDER' as const,
    note: head === 'FACILITIES' ? (SEEN[place % SEEN.length] ?? null) : null,
  }));
  return event(now, place, date, 9, async () =>
    recordInspection(office, officer, {
      ...(await toldOf(office, place, date)),
      heads,
      findings: [],
      note: '演示数据：年度自查。',
    }),
  );
}

function drilled(
  office: StoryOffice,
  officer: Officer,
  now: Date,
  place: number,
  date: CivilDate,
): StoryEvent {
  return event(now, place, date, 15, async () =>
    recordDrill(office, officer, {
      ...(await toldOf(office, place, date)),
      participants: place % 7 === 0 ? null : 40 + place * 9,
      summary: `${DRILLED[place % DRILLED.length] ?? ''}，按预案完成（演示数据）。`,
    }),
  );
}

async function toldOf(office: StoryOffice, place: number, saidOn: CivilDate) {
  const shelterId = await demoShelterId(office, place);
  return { id: uuidv7(), shelterId, saidOn, deviceTime: null, sentAt: null, evidence: [] };
}

function event(
  now: Date,
  place: number,
  date: CivilDate,
  hour: number,
  happen: () => Promise<unknown>,
): StoryEvent {
  return { at: momentAgo(now, daysBetween(date, civilDateOf(now)), hour, place / 2), happen };
}
