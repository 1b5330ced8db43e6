import type { ShelterContents } from '#regulation/registry/contents';
import { Readable } from 'node:stream';
import { acceptFiling } from '../../filing/accept-filing.ts';
import { draftFiling } from '../../filing/draft-filing.ts';
import { returnFiling } from '../../filing/return-filing.ts';
import { reviseFiling } from '../../filing/revise-filing.ts';
import { submitFiling } from '../../filing/submit-filing.ts';
import { withdrawFiling } from '../../filing/withdraw-filing.ts';
import type { Officer } from '../../identity/officer.ts';
import { storeFile } from '../../platform/files/store-file.ts';
import { correctShelter } from '../../registry/correct-shelter.ts';
import { demoContents } from './demo-contents.ts';
import { defectEvents } from './demo-defects.ts';
import { editionEvents } from './demo-editions.ts';
import { maintenanceEvents } from './demo-maintenance.ts';
import { DEMO_PENDING } from './demo-pending.ts';
import type { DemoPeople } from './demo-people.ts';
import { nightEvents } from './demo-nights.ts';
import { demoPlan } from './demo-plan.ts';
import { rebuildEvents } from './demo-rebuilds.ts';
import { DEMO_SHELTERS, type DemoShelter } from './demo-shelters.ts';
import { yearEvents } from './demo-year.ts';
import { DAY_MS, momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

/** The first was filed two years ago, then one every fortnight. */
const FIRST_FILED_DAYS_AGO = 720;
const FORTNIGHT = 14;
const ACCEPTED_ALL_THE_SAME = '已到现场核对（演示）。建议项随下次变更补充。';

/** How long ago the shelter in a place of the list came on file. */
function filedDaysAgo(place: number): number {
  return FIRST_FILED_DAYS_AGO - FORTNIGHT * place;
}

/** Lets two years happen in the order they happened: every act through its use case, by somebody who may do it. */
export async function tellStory(office: StoryOffice, people: DemoPeople, now: Date): Promise<void> {
  const events = [
    ...DEMO_SHELTERS.flatMap((shelter, place) => new Tale(office, people, now, shelter, place).filed()),
    ...pendingEvents(office, people, now),
    ...nightEvents(office, people, now),
    ...editionEvents(office, known(people.officers['city']), now),
    ...yearEvents(office, people, now, filedDaysAgo),
    ...defectEvents(office, people, now),
    ...rebuildEvents(office, people, now),
    ...maintenanceEvents(office, people, now),
  ];
  for (const { at, happen } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    office.clock.moveTo(at);
    await happen();
  }
}

function pendingEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  const { draft, submitted, returned, withdrawn, submittedInLingbao } = DEMO_PENDING;
  const tale = (shelter: DemoShelter, place: number) => new Tale(office, people, now, shelter, place);
  return [
    ...tale(draft, 60).drafted(2, { declaredCapacity: null, facilities: [] }),
    ...tale(submitted, 61).submitted(3),
    ...tale(returned, 62).returned(6),
    ...tale(withdrawn, 63).withdrawn(20),
    ...tale(submittedInLingbao, 64).submitted(1),
  ];
}

/** What happened to one shelter, from the first draft on. */
class Tale {
  #filing = '';
  #revision = 1;
  #shelter = '';
  #version = 0;
  #plan = '';

  constructor(
    private readonly office: StoryOffice,
    private readonly people: DemoPeople,
    private readonly now: Date,
    private readonly shelter: DemoShelter,
    private readonly place: number,
  ) {}

  filed(): StoryEvent[] {
    const { place } = this;
    const day = filedDaysAgo(place);
    return [
      ...(place % 6 === 2 ? this.returnedOnce(day) : this.submitted(day + 3)),
      this.#event(day, 15, () => this.#accept()),
      ...(place % 5 === 0 && day > 150
        ? [
            this.#correction(
              day - 120,
              { landmark: `${this.shelter.landmark}，有指示牌` },
              '现场核对主入口。',
            ),
          ]
        : []),
      ...(place % 10 === 0
        ? [this.#correction(30, { blockedCapacity: 100 }, '部分场地施工，暂停使用 100 人的容量。')]
        : []),
      ...(place % 16 === 3 ? this.changed(100) : []),
    ];
  }

  drafted(day: number, changes: Partial<ShelterContents> = {}): StoryEvent[] {
    return [this.#event(day, 9, () => this.#draft(changes))];
  }

  submitted(day: number): StoryEvent[] {
    return [
      ...this.drafted(day),
      this.#event(day, 11, () => submitFiling(this.office, this.#keyer, this.#filing)),
    ];
  }

  returned(day: number): StoryEvent[] {
    const reasons = [
      { field: 'landmark', text: '请写清主要出入口的位置。' },
      { field: 'zonePlanFileId', text: '功能分区图请标明医疗救护区。' },
    ];
    return [
      ...this.drafted(day, { landmark: null }),
      this.#event(day, 11, () => submitFiling(this.office, this.#keyer, this.#filing)),
      this.#event(day - 1, 10, () => returnFiling(this.office, this.#reviewer, this.#filing, reasons)),
    ];
  }

  withdrawn(day: number): StoryEvent[] {
    return [
      ...this.submitted(day),
      this.#event(day, 16, () => withdrawFiling(this.office, this.#keyer, this.#filing)),
    ];
  }

  private returnedOnce(day: number): StoryEvent[] {
    return [
      ...this.returned(day + 6),
      this.#event(day + 2, 10, () => this.#revise({})),
      this.#event(day + 2, 11, () => submitFiling(this.office, this.#keyer, this.#filing)),
    ];
  }

  private changed(day: number): StoryEvent[] {
    const facilities = this.#contents({}).facilities.map((facility) => ({
      ...facility,
      state: 'WORKING' as const,
    }));
    return [
      this.#event(day + 2, 9, () => this.#draft({ facilities }, this.#shelter)),
      this.#event(day + 2, 11, () => submitFiling(this.office, this.#keyer, this.#filing)),
      this.#event(day, 15, () => this.#accept()),
    ];
  }

  async #draft(changes: Partial<ShelterContents>, shelterId: string | null = null): Promise<void> {
    const { shelter, office, people } = this;
    this.#plan ||= await this.#store('功能分区图');
    this.#revision = 1;
    this.#filing = await draftFiling(office, this.#keyer, {
      key: null,
      kind: shelterId ? 'CHANGE' : 'NEW',
      jurisdictionCode: shelter.jurisdiction,
      unitId: people.unitIds[shelter.unit] ?? '',
      shelterId,
      contents: this.#contents(changes),
      signedPaperFileId: this.#onBehalf ? await this.#store('委托录入说明') : null,
    });
  }

  async #revise(changes: Partial<ShelterContents>): Promise<void> {
    await reviseFiling(this.office, this.#keyer, {
      id: this.#filing,
      revision: this.#revision,
      contents: this.#contents(changes),
      signedPaperFileId: this.#onBehalf ? await this.#store('委托录入说明') : null,
    });
    this.#revision += 1;
  }

  async #accept(): Promise<void> {
    const accepted = await acceptFiling(
      this.office,
      this.#reviewer,
      this.#filing,
      this.#revision,
      ACCEPTED_ALL_THE_SAME,
    );
    this.#shelter = accepted.shelterId;
    this.#version = accepted.version;
    await this.office.dataSource.query(`update shelter set demo = true where id = $1`, [accepted.shelterId]);
  }

  #correction(day: number, changes: Partial<ShelterContents>, reason: string): StoryEvent {
    return this.#event(day, 14, async () => {
      const correction = {
        id: this.#shelter,
        version: this.#version,
        contents: this.#contents(changes),
        reason,
      };
      this.#version = await correctShelter(this.office, this.#reviewer, correction);
    });
  }

  #contents(changes: Partial<ShelterContents>): ShelterContents {
    const filedAt = new Date(this.now.getTime() - Math.max(1, filedDaysAgo(this.place)) * DAY_MS);
    return { ...demoContents(this.shelter, this.place, this.#plan, filedAt), ...changes };
  }

  async #store(what: string): Promise<string> {
    const title = `${this.shelter.name}${what}`;
    const bytes = Readable.from([demoPlan(title)]);
    const { id } = await storeFile(this.office, {
      bytes,
      fileName: `${title}.pdf`,
      keptBy: this.#keyer.personId,
    });
    return id;
  }

  /** Halls of Hubin are keyed by the county for their unit. */
  get #onBehalf(): boolean {
    return this.shelter.unit === 'hubin-venues';
  }

  get #keyer(): Officer {
    if (this.#onBehalf) return this.#named('hubin-em');
    if (this.shelter.unit === 'unit1') return this.#named('unit1');
    return known(this.people.clerks[this.shelter.unit]);
  }

  /** The authority where the demo has one, else the city; never who keyed it. */
  get #reviewer(): Officer {
    const { jurisdiction } = this.shelter;
    if (jurisdiction === '411202' && !this.#onBehalf) return this.#named('hubin-em');
    if (jurisdiction === '411282') return this.#named('lingbao-em');
    return this.#named(jurisdiction === 'SMX-SFQ' ? 'sfq' : 'city');
  }

  #named(username: string): Officer {
    return known(this.people.officers[username]);
  }

  #event(daysAgo: number, hour: number, happen: () => Promise<void>): StoryEvent {
    return { at: momentAgo(this.now, daysAgo, hour, this.place / 2), happen };
  }
}

function known(officer: Officer | undefined): Officer {
  if (!officer) throw new Error('the demo speaks of somebody it has not made');
  return officer;
}
