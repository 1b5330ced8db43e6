import { DUTY_KINDS, type DutyKind } from '#regulation/enumerations';
import { keepStandingCommandPost } from '../../activation/appoint-post-members.ts';
import { keepDutyRoster, setDutyTarget } from '../../activation/keep-duty-roster.ts';
import { recordEmergencyPlan } from '../../activation/keep-emergency-plan.ts';
import type { Officer } from '../../identity/officer.ts';
import { civilDateOf } from '#regulation/civil-date';
import { CITY_CODE, JURISDICTIONS } from '../jurisdictions.ts';
import type { DemoPeople } from './demo-people.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

/** Who answers for which duty in the demo city; supply points are each county's own affair, and some have nobody: a gap. */
const CITY_WIDE: Readonly<Partial<Record<DutyKind, string>>> = {
  MEDICAL: 'health',
  SECURITY: 'police',
  WATER: 'water',
  SANITATION: 'urban',
  POWER: 'power',
  COMMUNICATION: 'telecom',
};
const SUPPLY: Readonly<Record<string, string>> = {
  '411202': 'hubin-em',
  '411282': 'lingbao-em',
  'SMX-SFQ': 'sfq',
};
/** Invented targets of an invented city, in minutes. */
const TARGETS = { acknowledgeMinutes: 20, inPlaceMinutes: 90 };

/** What was settled in quiet times: plans, rosters, targets, and who sits in the command posts of 湖滨区. */
export function standingOrderEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  const city = officerOf(people, 'city');
  const counties = JURISDICTIONS.filter(({ code }) => code !== CITY_CODE);
  const since = momentAgo(now, 700, 9, 0);
  return [
    ...counties.map(({ code, name }, place) => ({
      at: new Date(since.getTime() + place * 60_000),
      happen: async () => {
        await recordEmergencyPlan(office, city, {
          jurisdictionCode: code,
          title: `${name}应急避难场所应急预案（演示）`,
          version: '第一版',
          fileId: null,
          inForceFrom: civilDateOf(since),
        });
        for (const dutyKind of DUTY_KINDS) {
          await setDutyTarget(office, city, { jurisdictionCode: code, dutyKind, ...TARGETS });
          const account = CITY_WIDE[dutyKind] ?? SUPPLY[code];
          const organisationId = account && officerOf(people, account).appointments[0]?.organisationId;
          if (!organisationId) continue;
          const entry = { jurisdictionCode: code, dutyKind, organisationId };
          await keepDutyRoster(office, city, {
            ...entry,
            inForceFrom: civilDateOf(since),
            inForceUntil: null,
          });
        }
      },
    })),
    { at: momentAgo(now, 260, 10, 0), happen: () => seatPosts(office, people) },
  ];
}

async function seatPosts(office: StoryOffice, people: DemoPeople): Promise<void> {
  const shelters = await office.dataSource.query<{ id: string }[]>(
    `select id from shelter where demo and jurisdiction_code = '411202' and filed_at is not null order by code limit 6`,
  );
  const seat = (name: string) => ({ name, phone: null, organisationId: null, personId: null });
  // Nobody for the units: their command posts open incomplete, and the board shows it.
  for (const { id } of shelters) {
    await keepStandingCommandPost(office, officerOf(people, 'hubin-gov'), id, [
      { ...seat('应急局值班员（演示）'), kind: 'EM_DEPARTMENT' },
      {
        ...seat('社区负责人（演示）'),
        kind: 'COMMUNITY_HEAD',
        personId: officerOf(people, 'community1').personId,
      },
    ]);
  }
}

export function officerOf({ officers }: DemoPeople, username: string): Officer {
  const officer = officers[username];
  if (!officer) throw new Error(`the demo has no ${username}`);
  return officer;
}
