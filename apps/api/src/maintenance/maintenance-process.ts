import type { MaintenanceStage, ShelterGrade } from '#regulation/enumerations';
import { MAINTENANCE_ACT_NAMES, MAINTENANCE_ACTS, type MaintenanceAct } from '#regulation/maintenance/acts';
import { levelOf } from '#regulation/maintenance/same-level';
import type { Process } from '../ledger/perform-act.ts';

/** Where arrangements of maintenance (Art. 17) live in the database. */
export const MAINTENANCE_PROCESS: Process<MaintenanceStage, MaintenanceAct> = {
  name: 'maintenance_arrangement',
  table: 'maintenance_arrangement',
  key: 'id',
  stageColumn: 'stage',
  acts: MAINTENANCE_ACTS,
  authority: MAINTENANCE_ACT_NAMES,
  scope: `subject.jurisdiction_code, (select unit_id from shelter where shelter.id = subject.shelter_id) as unit_id,
    (select grade from shelter where shelter.id = subject.shelter_id) as shelter_grade`,
  facts: (row) => ({ level: levelOf(row['shelter_grade'] as ShelterGrade) }),
};
