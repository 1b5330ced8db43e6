import { addDays, civilDateOf } from '#regulation/civil-date';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../../identity/officer.ts';
import { determineMaintenance } from '../../maintenance/determine-maintenance.ts';
import { recordMaintenanceAgreement } from '../../maintenance/record-maintenance-agreement.ts';
import { recordMaintenanceDisagreement } from '../../maintenance/record-maintenance-disagreement.ts';
import { storeFile } from '../../platform/files/store-file.ts';
import type { DemoPeople } from './demo-people.ts';
import { demoPlan } from './demo-plan.ts';
import { demoShelterId } from './demo-shelter-id.ts';
import { momentAgo, type StoryEvent } from './story-events.ts';
import type { StoryOffice } from './story-office.ts';

/** A sports hall, whose unit agreed with the owner of its water supply. */
const AGREED = 1;
/** A square, about whose lights the two could not agree. */
const DETERMINED = 6;

/** Art. 17 in the demo: one agreement, and one determination after a disagreement. */
export function maintenanceEvents(office: StoryOffice, people: DemoPeople, now: Date): StoryEvent[] {
  const daysAgo = (days: number) => addDays(civilDateOf(now), -days);
  const unit1 = known(people.officers['unit1']);
  const parks = known(people.clerks['hubin-parks']);
  const hubinEm = known(people.officers['hubin-em']);
  return [
    {
      at: momentAgo(now, 150, 10, 5),
      happen: async () =>
        recordMaintenanceAgreement(office, unit1, {
          id: uuidv7(),
          shelterId: await demoShelterId(office, AGREED),
          facilityType: 'WATER',
          ownerName: '湖滨区二次供水服务站（演示）',
          on: daysAgo(152),
          party: 'OWNER',
          maintainerName: '',
          documentFileId: await paper(office, unit1, '应急供水设施维护协议（演示数据）'),
          signedPaperFileId: null,
        }),
    },
    {
      at: momentAgo(now, 75, 10, 5),
      happen: async () =>
        recordMaintenanceDisagreement(office, parks, {
          id: uuidv7(),
          shelterId: await demoShelterId(office, DETERMINED),
          facilityType: 'LIGHTING',
          ownerName: '湖滨区路灯管护所（演示）',
          on: daysAgo(77),
          unitPosition: '灯杆由路灯管护所建设，应由其维护。（演示数据）',
          ownerPosition: '广场日常由公园事务中心使用，应由其维护。（演示数据）',
          documentFileId: null,
          signedPaperFileId: null,
        }),
    },
    {
      at: momentAgo(now, 61, 15, 5),
      happen: async () =>
        determineMaintenance(office, hubinEm, {
          shelterId: await demoShelterId(office, DETERMINED),
          facilityType: 'LIGHTING',
          party: 'OWNER',
          maintainerName: '',
          on: daysAgo(61),
          decisionNumber: '演示应急维〔1〕号',
          reason: '设施由其建设并持有图纸，具备检修条件。（演示数据）',
          fileId: await paper(office, hubinEm, '广场照明设施维护确定书（演示数据）'),
        }),
    },
  ];
}

async function paper(office: StoryOffice, by: Officer, title: string): Promise<string> {
  const bytes = Readable.from([demoPlan(title)]);
  const { id } = await storeFile(office, { bytes, fileName: `${title}.pdf`, keptBy: by.personId });
  return id;
}

function known(officer: Officer | undefined): Officer {
  if (!officer) throw new Error('the demo speaks of somebody it has not made');
  return officer;
}
