import type { DutyAct } from '#regulation/duties/acts';
import type { ClosingTaskKind, DutyKind, ShelterFact } from '#regulation/enumerations';
import { closeActivation } from '../../activation/close-activation.ts';
import { decideActivation } from '../../activation/decide-activation.ts';
import { reportShelterStatus } from '../../activation/report-shelter-status.ts';
import { runVolunteerStation } from '../../activation/run-volunteer-station.ts';
import { standShelterDown } from '../../activation/stand-shelter-down.ts';
import { recordClosing } from '../../closure/record-closing.ts';
import { performDuties } from '../../duties/perform-duties.ts';
import { officerOf, standingOrderEvents } from './demo-standing-order.ts';
import type { DemoPeople } from './demo-people.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

const HUBIN = '411202';
const MINUTE_MS = 60_000;
/** Who does which duty in the demo city. */
const HANDS: Readonly<Record<DutyKind, string>> = {
  SUPPLY_POINT: 'hubin-em',
  MEDICAL: 'health',
  SECURITY: 'police',
  WATER: 'water',
  SANITATION: 'urban',
  POWER: 'power',
  COMMUNICATION: 'telecom',
};
const FLOOD_DAYS_AGO = 200;
const CLOSING_TEXTS: Readonly<Record<ClosingTaskKind, string>> = {
  SUMMARY: '接到启用令后 25 分钟开门并有人值守，群众平稳安置，未发生安全事件。（演示数据）',
  REPAIR: '供水、供电、厕所和标识逐项检查，均完好。（演示数据）',
  AFTERMATH: '折叠床和棉被清点入库，场地消毒，无遗留诉求。（演示数据）',
};

/** The nights of the demo city: a flood that is over and closed, and an exercise that is running now. None is real and live. */
export function nightEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  return [
    ...standingOrderEvents(office, people, now),
    ...new Night(office, people, momentAgo(now, FLOOD_DAYS_AGO, 20, 0)).flood(),
    ...new Night(office, people, new Date(now.getTime() - 50 * MINUTE_MS)).exercise(),
  ];
}

interface Place {
  readonly id: string;
  readonly unitId: string;
}

/** One activation from its decision on. */
class Night {
  #activation = '';
  #places: Place[] = [];

  constructor(
    private readonly office: StoryOffice,
    private readonly people: DemoPeople,
    private readonly beginning: Date,
  ) {}

  flood(): StoryEvent[] {
    return [
      this.#after(0, () => this.#decide('涧河超警戒水位（演示）', false, 3)),
      this.#after(12, () => this.#report(['GATE_OPEN'])),
      this.#after(25, () => this.#report(['STAFFED'])),
      this.#after(15, () => this.#duties('acknowledge')),
      this.#after(60, () => this.#duties('reportInPlace')),
      this.#after(14 * 60, () =>
        closeActivation(this.office, this.#decider, this.#activation, '水位回落至警戒线以下。'),
      ),
      this.#after(14 * 60 + 30, () => this.#duties('standDown')),
      this.#after(15 * 60, async () => {
        for (const { id } of this.#places) await standShelterDown(this.office, this.#decider, id);
      }),
      this.#after(4 * 24 * 60, () => this.#tellClosing()),
    ];
  }

  exercise(): StoryEvent[] {
    return [
      this.#after(0, () => this.#decide('地震应急演练（演示）', true, 6)),
      this.#after(3, () => this.#report(['ANSWERED'], 0, 5)),
      this.#after(8, () => this.#report(['GATE_OPEN'], 0, 4)),
      this.#after(14, () => this.#report(['STAFFED'], 0, 3)),
      this.#after(20, () => this.#report(['PARTLY_USABLE'], 2, 3)),
      this.#after(26, () => this.#report(['DAMAGED'], 3, 4)),
      this.#after(6, () => this.#duties('acknowledge', ['MEDICAL', 'SECURITY', 'SUPPLY_POINT', 'WATER'])),
      this.#after(30, () => this.#duties('reportInPlace', ['MEDICAL', 'SECURITY'])),
      this.#after(34, () => this.#duties('reportInPlace', ['SUPPLY_POINT'], 0, 2)),
      this.#after(38, () => this.#duties('reportDegraded', ['WATER'], 0, 2, '供水车只到了一辆。')),
      this.#after(42, () => this.#duties('standDown', ['MEDICAL', 'SECURITY'], 3, 4)),
      this.#after(44, () => this.#openStation()),
    ];
  }

  get #decider() {
    return officerOf(this.people, 'hubin-gov');
  }

  async #decide(name: string, exercise: boolean, count: number): Promise<void> {
    const shelters = await this.office.dataSource.query<{ id: string; unit_id: string }[]>(
      `select id, unit_id from shelter
       where demo and jurisdiction_code = $1 and filed_at is not null order by code limit $2`,
      [HUBIN, count],
    );
    const { activationId } = await decideActivation(this.office, this.#decider, {
      key: null,
      event: {
        key: null,
        name,
        hazard: exercise ? 'EARTHQUAKE' : 'FLOOD',
        level: 'ORANGE',
        exercise,
        jurisdictionCodes: [HUBIN],
        area: [],
        peopleAffected: 1_200,
        occurredAt: null,
      },
      jurisdictionCode: HUBIN,
      shelters: shelters.map(({ id }) => ({ shelterId: id, overrideReason: null })),
      temporaryPlaces: [],
      legalBasis: null,
      planId: null,
    });
    this.#activation = activationId;
    this.#places = await this.office.dataSource.query<Place[]>(
      `select opened.id, shelter.unit_id as "unitId" from activation_shelter opened
       join shelter on shelter.id = opened.shelter_id where activation_id = $1 order by order_number`,
      [activationId],
    );
  }

  async #report(facts: readonly ShelterFact[], from = 0, to = this.#places.length): Promise<void> {
    for (const { id, unitId } of this.#places.slice(from, to)) {
      const report = { key: null, activationShelterId: id, facts, at: null, note: null };
      await reportShelterStatus(this.office, this.#clerkOf(unitId), report);
    }
  }

  #clerkOf(unitId: string) {
    const officer = Object.values(this.people.clerks).find(({ appointments }) =>
      appointments.some(({ organisationId }) => organisationId === unitId),
    );
    if (!officer) throw new Error(`the demo has nobody for unit ${unitId}`);
    return officer;
  }

  /** Art. 26: the first shelter has told everything, the second only its summary, the others nothing yet. */
  async #tellClosing(): Promise<void> {
    for (const [index, { id, unitId }] of this.#places.slice(0, 2).entries()) {
      const tasks = await this.office.dataSource.query<{ id: string; kind: ClosingTaskKind }[]>(
        `select id, kind from closing_task where activation_shelter_id = $1 and ($2 or kind = 'SUMMARY')`,
        [id, index === 0],
      );
      for (const task of tasks) {
        const told = { id: task.id, text: CLOSING_TEXTS[task.kind], findings: [] };
        await recordClosing(this.office, this.#clerkOf(unitId), task.kind, told);
      }
    }
  }

  async #duties(
    act: DutyAct,
    kinds: readonly DutyKind[] = Object.keys(HANDS) as DutyKind[],
    from = 0,
    to = this.#places.length,
    words: string | null = null,
  ): Promise<void> {
    const places = this.#places.slice(from, to).map(({ id }) => id);
    for (const kind of kinds) {
      const rows = await this.office.dataSource.query<{ id: string }[]>(
        `select id from duty where activation_shelter_id = any($1) and kind = $2`,
        [places, kind],
      );
      const ids = rows.map(({ id }) => id);
      await performDuties(this.office, officerOf(this.people, HANDS[kind]), act, ids, words);
    }
  }

  async #openStation(): Promise<void> {
    const [place] = this.#places;
    if (!place) throw new Error('the exercise has no shelter');
    await runVolunteerStation(this.office, this.#decider, {
      activationShelterId: place.id,
      place: '东门内侧帐篷（演示）',
      headName: '志愿者队长（演示）',
      phone: null,
      volunteers: 14,
      open: true,
    });
  }

  #after(minutes: number, happen: () => Promise<unknown>): StoryEvent {
    return { at: new Date(this.beginning.getTime() + minutes * MINUTE_MS), happen };
  }
}
