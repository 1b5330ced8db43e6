import { actLabel } from '../act-labels.ts';
import { label, type Language } from '../labels.ts';
import type { DutyKind, DutyStage } from '../enumerations.ts';

/** A line of the ledger about the shelter: what somebody did, and what it changed. */
export interface LedgerMoment {
  readonly at: Date;
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
  /** Persons the entry is about; null = it is not about persons. */
  readonly persons: number | null;
}

/** A step of a duty at the shelter. */
export interface DutyMoment {
  readonly at: Date;
  readonly duty: DutyKind;
  readonly stage: DutyStage;
}

export interface SummaryFacts {
  readonly shelter: string;
  readonly event: string;
  readonly exercise: boolean;
  readonly orderNumber: string;
  readonly decidedAt: Date;
  readonly releasedAt: Date;
  /** In the order of the ledger. */
  readonly moments: readonly LedgerMoment[];
  readonly duties: readonly DutyMoment[];
}

/** More lines than anybody reads: the rest stays in the ledger. */
const MOST_LINES = 60;
const ARRIVALS: readonly string[] = ['checkIn'];
const DEPARTURES: readonly string[] = ['checkOut'];

/**
 * Art. 26: a first draft of the summary from what the ledger holds, for the unit to read, correct and complete. It says
 * only what was recorded; nobody counted is said as such and never as nobody came.
 */
export function draftSummary(facts: SummaryFacts, language: Language): string {
  const say = (chinese: string, english: string) => (language === 'zh-CN' ? chinese : english);
  const colon = say('：', ': ');
  const { shelter, event, exercise, orderNumber, decidedAt, releasedAt, moments, duties } = facts;
  const arrived = sum(moments, ARRIVALS);
  const left = sum(moments, DEPARTURES);
  const changes = moments.filter(({ from, to }) => from !== to);
  const hours = Math.round((releasedAt.getTime() - decidedAt.getTime()) / 360_000) / 10;
  const timeline = changes
    .slice(0, MOST_LINES)
    .map(
      ({ at, act, from, to }) =>
        `${clock(at)}  ${actLabel(act, language)}${colon}${statusChange(from, to, language)}`,
    );
  const work = duties
    .slice(0, MOST_LINES)
    .map(
      ({ at, duty, stage }) =>
        `${clock(at)}  ${label('DutyKind', duty, language)}${colon}${label('DutyStage', stage, language)}`,
    );
  return [
    say(`${shelter}启用总结`, `Summary of the opening of ${shelter}`),
    say(
      `事件：${event}${exercise ? '（演练）' : ''}；启用令：${orderNumber}。`,
      `Event: ${event}${exercise ? ' (exercise)' : ''}; opening order ${orderNumber}.`,
    ),
    say(
      `${clock(decidedAt)} 决定启用，${clock(releasedAt)} 撤收，历时 ${hours} 小时。`,
      `Decided ${clock(decidedAt)}, released ${clock(releasedAt)}, ${hours} hours.`,
    ),
    arrived === null
      ? say('没有入住登记。', 'Nobody was registered at the gate.')
      : say(
          `登记入住 ${arrived} 人次，登记离开 ${left ?? 0} 人次。`,
          `Checked in ${arrived}, checked out ${left ?? 0}.`,
        ),
    ...section(say('一、经过', '1. What happened'), timeline, changes.length, say),
    ...section(say('二、部门保障', '2. Departments'), work, duties.length, say),
    say('三、存在问题', '3. What went wrong'),
    '',
    say('四、改进建议', '4. What to do better'),
    '',
  ].join('\n');
}

type Say = (chinese: string, english: string) => string;

function section(heading: string, lines: readonly string[], count: number, say: Say): string[] {
  if (count === 0) return [heading, say('台账中没有记录。', 'The ledger holds nothing.')];
  const rest = count - lines.length;
  return [
    heading,
    ...lines,
    ...(rest > 0 ? [say(`另有 ${rest} 条见台账。`, `${rest} more lines are in the ledger.`)] : []),
  ];
}

function statusChange(from: string | null, to: string, language: Language): string {
  const words = (status: string) => label('OperationalStatus', status, language);
  return from === null ? words(to) : `${words(from)} → ${words(to)}`;
}

/** Null where no entry says how many. */
function sum(moments: readonly LedgerMoment[], acts: readonly string[]): number | null {
  const told = moments.flatMap(({ act, persons }) =>
    acts.includes(act) && persons !== null ? [persons] : [],
  );
  return told.length === 0 ? null : told.reduce((total, persons) => total + persons, 0);
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2026-11-26 20:05`, by the clock of Sanmenxia. */
function clock(at: Date): string {
  return CLOCK.format(at);
}
