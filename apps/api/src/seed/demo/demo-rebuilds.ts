import { addDays, civilDateOf } from '#regulation/civil-date';
import { v7 as uuidv7 } from 'uuid';
import { giveRebuildNotice, type GivenNotice } from '../../filing/rebuild/give-rebuild-notice.ts';
import type { Officer } from '../../identity/officer.ts';
import { beginOutages } from '../../upkeep/begin-outages.ts';
import type { DemoPeople } from './demo-people.ts';
import { demoShelterId } from './demo-shelter-id.ts';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

/** A notice of the demo: given so many days ago; work from and until days counted from today. */
interface DemoRebuild extends Pick<GivenNotice, 'kind' | 'scope' | 'effect' | 'placesOut'> {
  readonly place: number;
  readonly given: number;
  readonly from: number;
  readonly until: number;
}

/** One under way in time, one that has passed its promised end and was told only after the work began. */
const REBUILDS: readonly DemoRebuild[] = [
  {
    place: 3,
    given: 20,
    from: -12,
    until: 40,
    kind: 'REBUILD',
    scope: '一层活动室改建，更换门窗并增设无障碍通道。（演示数据）',
    effect: 'LIMITED',
    placesOut: 120,
  },
  {
    place: 38,
    given: 95,
    from: -100,
    until: -9,
    kind: 'EXTENSION',
    scope: '东侧扩建草坪，新增应急厕所和取水点。（演示数据）',
    effect: 'NONE',
    placesOut: null,
  },
];

/** Rebuilds and extensions of the demo's units (Art. 21). */
export function rebuildEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  const today = civilDateOf(now);
  return REBUILDS.flatMap(({ place, given, from, until, ...told }) => [
    {
      at: momentAgo(now, given, 10, place),
      happen: async () =>
        giveRebuildNotice(office, unitOf(people, place), {
          ...told,
          id: uuidv7(),
          shelterId: await demoShelterId(office, place),
          startsOn: addDays(today, from),
          endsOn: addDays(today, until),
          fileIds: [],
        }),
    },
    { at: momentAgo(now, Math.min(given, -from), 11, place), happen: () => beginOutages(office) },
  ]);
}

function unitOf(people: DemoPeople, place: number): Officer {
  const unit = DEMO_SHELTERS[place]?.unit ?? '';
  const officer = unit === 'unit1' ? people.officers['unit1'] : people.clerks[unit];
  if (!officer) throw new Error(`the demo has nobody at ${unit}`);
  return officer;
}
