import { addDays, civilDateOf } from '#regulation/civil-date';
import { INSPECTION_HEADS } from '#regulation/enumerations';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../../identity/officer.ts';
import { askInspectionCampaign } from '../../inspection/ask-inspection-campaign.ts';
import { carryOutInspection } from '../../inspection/carry-out-inspection.ts';
import type { ToldFindingWithProof } from '../../inspection/keep-inspection.ts';
import { orderInspectionCampaign } from '../../inspection/order-inspection-campaign.ts';
import { storeFile } from '../../platform/files/store-file.ts';
import { orderRectification } from '../../upkeep/order-rectification.ts';
import { reportRepair } from '../../upkeep/report-repair.ts';
import { returnRepair } from '../../upkeep/return-repair.ts';
import { signDefectOff } from '../../upkeep/sign-defect-off.ts';
import { startRepair } from '../../upkeep/start-repair.ts';
import type { DemoPeople } from './demo-people.ts';
import { demoPlan } from './demo-plan.ts';
import { demoShelterId } from './demo-shelter-id.ts';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

type Step = 'order' | 'start' | 'report' | 'return' | 'sign';

/** A finding of the demo and how far it has come: days ago of each step; `due` in days from today. */
interface DemoDefect {
  readonly place: number;
  readonly inspector: string;
  readonly found: number;
  readonly due: number;
  readonly finding: Omit<ToldFindingWithProof, 'evidence'>;
  readonly steps: readonly (readonly [step: Step, daysAgo: number, note: string | null])[];
  /** Within the campaign of 湖滨区. */
  readonly inCampaign?: boolean;
}

const general = (text: string, facilityType: DemoDefect['finding']['facilityType']) =>
  ({ head: 'FACILITIES', facilityType, grade: 'GENERAL', text, effect: null }) as const;

/** Four are open, each in another stage; the others were signed off. */
const DEFECTS: readonly DemoDefect[] = [
  {
    place: 4,
    inspector: 'hubin-em',
    found: 6,
    due: 0,
    finding: general('河堤入口的指示牌褪色，夜间看不清。', 'SIGNS'),
    steps: [],
    inCampaign: true,
  },
  {
    place: 0,
    inspector: 'hubin-em',
    found: 40,
    due: -8,
    finding: general('操场应急照明两盏不亮。', 'LIGHTING'),
    steps: [['order', 38, '请更换灯具，并检查线路。']],
    inCampaign: true,
  },
  {
    place: 36,
    inspector: 'lingbao-em',
    found: 25,
    due: 20,
    finding: { ...general('应急供水管断裂，暂由水车供水。', 'WATER'), grade: 'MAJOR', effect: 'LIMITED' },
    steps: [
      ['order', 24, '半个月内更换管道，其间安排水车。'],
      ['start', 20, null],
    ],
  },
  {
    place: 2,
    inspector: 'hubin-em',
    found: 33,
    due: 5,
    finding: general('北门门锁锈死，紧急时打不开。', null),
    steps: [
      ['order', 31, null],
      ['start', 28, null],
      ['report', 22, '门锁已上油。'],
      ['return', 19, '仍需两人用力才能打开，请更换门锁。'],
      ['report', 2, '已换新锁，单手可开。'],
    ],
    inCampaign: true,
  },
  {
    place: 11,
    inspector: 'city',
    found: 320,
    due: -290,
    finding: general('广播喇叭一只无声。', 'BROADCAST'),
    steps: [
      ['order', 318, null],
      ['start', 315, null],
      ['report', 305, '已更换喇叭。'],
      ['sign', 301, '试响正常，销号。'],
    ],
  },
  {
    place: 7,
    inspector: 'hubin-em',
    found: 130,
    due: -100,
    finding: { ...general('体育馆看台吊顶开裂，部分区域停用。', null), grade: 'MAJOR', effect: 'LIMITED' },
    steps: [
      ['order', 129, '请设计单位出具加固方案。'],
      ['start', 120, null],
      ['report', 104, '已加固，附验收意见。'],
      ['sign', 101, '现场复查，与验收意见一致，销号。'],
    ],
  },
];

const CAMPAIGN = uuidv7();

/** A campaign of 湖滨区, what the inspections brought to light, and what the city asks of 灵宝市. */
export function defectEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  return [
    ...campaignEvents(office, people, now),
    ...DEFECTS.flatMap((defect) => tale(office, people, now, defect)),
  ];
}

function campaignEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  const today = civilDateOf(now);
  const hubinGov = named(people, 'hubin-gov');
  const departmentIds = [bodyOf(named(people, 'hubin-em')), bodyOf(named(people, 'urban'))];
  return [
    {
      at: momentAgo(now, 62, 10, 0),
      happen: () =>
        orderInspectionCampaign(office, hubinGov, {
          id: CAMPAIGN,
          jurisdictionCode: '411202',
          title: '汛前应急避难场所检查（演示数据）',
          startsOn: addDays(today, -60),
          endsOn: addDays(today, 30),
          departmentIds,
          note: '重点检查出入口、供水和应急照明。',
        }),
    },
    {
      at: momentAgo(now, 5, 10, 0),
      happen: () =>
        askInspectionCampaign(office, named(people, 'city'), {
          id: uuidv7(),
          jurisdictionCode: '411282',
          title: '建议开展沿河场所检查（演示数据）',
          startsOn: addDays(today, 5),
          endsOn: addDays(today, 45),
          departmentIds: [],
          note: '请在雨季前完成。',
        }),
    },
  ];
}

function tale(office: StoryOffice, people: DemoPeople, now: Date, defect: DemoDefect): StoryEvent[] {
  const { place, inspector, found, due, finding, steps, inCampaign } = defect;
  const inspecting = named(people, inspector);
  const unit = DEMO_SHELTERS[place]?.unit ?? '';
  const mending = unit === 'unit1' ? named(people, 'unit1') : people.clerks[unit];
  if (!mending) throw new Error(`the demo has nobody at ${unit}`);
  let id = '';
  const at = (days: number, hour: number) => momentAgo(now, days, hour, place / 2);
  const inspect = async () => {
    const key = uuidv7();
    const evidence = await proof(office, inspecting, place, finding.text);
    const inspection = {
      id: key,
      shelterId: await demoShelterId(office, place),
      saidOn: civilDateOf(at(found, 10)),
      deviceTime: null,
      sentAt: null,
      heads: INSPECTION_HEADS.map((head) => ({ head, result: 'IN_ORDER' as const, note: null })),
      findings: [{ ...finding, evidence }],
      evidence: [],
      note: '演示数据：监督检查。',
    };
    await carryOutInspection(office, inspecting, inspection, inCampaign ? CAMPAIGN : null);
    const [row] = await office.dataSource.query<{ id: string }[]>(
      `select id from defect where origin_id = $1`,
      [key],
    );
    id = row?.id ?? '';
  };
  const step = async (what: Step, note: string | null) => {
    const told = { id, note, evidence: [] };
    if (what === 'order') {
      const dueOn = addDays(civilDateOf(now), due);
      const order = { ...told, responsibleOrganisationId: null, responsiblePersonId: null, dueOn };
      await orderRectification(office, inspecting, { ...order, responsiblePerson: '演示责任人' });
    } else if (what === 'start') await startRepair(office, mending, told);
    else if (what === 'report') {
      const evidence = await proof(office, mending, place, note ?? '整改后');
      await reportRepair(office, mending, { ...told, evidence });
    } else if (what === 'return') await returnRepair(office, inspecting, told);
    else await signDefectOff(office, inspecting, told);
  };
  return [
    { at: at(found, 10), happen: inspect },
    ...steps.map(([what, days, note]) => ({ at: at(days, 14), happen: () => step(what, note) })),
  ];
}

/** A paper that shows what it is said to show. */
async function proof(office: StoryOffice, by: Officer, place: number, proves: string) {
  const title = `${DEMO_SHELTERS[place]?.name ?? ''}现场记录`;
  const bytes = Readable.from([demoPlan(`${title} ${proves}`)]);
  const { id } = await storeFile(office, { bytes, fileName: `${title}.pdf`, keptBy: by.personId });
  return [{ fileId: id, method: 'DOCUMENT' as const, madeAt: null, maker: null, proves }];
}

function named(people: DemoPeople, username: string): Officer {
  const officer = people.officers[username];
  if (!officer) throw new Error(`the demo has no ${username}`);
  return officer;
}

function bodyOf(officer: Officer): string {
  return officer.appointments[0]?.organisationId ?? '';
}
