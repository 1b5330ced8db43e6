import type { Officer } from '../../identity/officer.ts';
import { publishShelters } from '../../publication/publish-shelters.ts';
import { takeFromPublic } from '../../publication/take-from-public.ts';
import { demoShelterId } from './demo-shelter-id.ts';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

const EDITIONS_DAYS_AGO = [540, 360, 180, 45];
/** One in so many waits for an edition still to come. */
const WITHHELD_EVERY = 6;
const SUSPENDED = 12;
const HIDDEN = 30;

/** The city publishes twice a year what was filed by then; two shelters are taken from the public eye again. */
export function editionEvents(office: StoryOffice, city: Officer, now: Date): StoryEvent[] {
  const event = (days: number, happen: () => Promise<unknown>) => ({
    at: momentAgo(now, days, 17, 30),
    happen,
  });
  const shown = DEMO_SHELTERS.filter((_shelter, place) => (place + 1) % WITHHELD_EVERY !== 0).map(
    ({ name }) => name,
  );
  const source = { query: `select id from shelter where demo and name = any($1)`, parameters: [shown] };
  return [
    ...EDITIONS_DAYS_AGO.map((days) =>
      event(days, () => publishShelters(office, city, source, '演示数据：定期公布。')),
    ),
    event(20, async () =>
      takeFromPublic(office, city, 'suspend', await demoShelterId(office, SUSPENDED), '场地施工，暂停公布。'),
    ),
    event(15, async () =>
      takeFromPublic(office, city, 'hide', await demoShelterId(office, HIDDEN), '位置需要复核。'),
    ),
  ];
}
