import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { MaintenanceStage, Role } from '../enumerations.ts';

/** The unit, or staff on its behalf. */
const WHO_RECORDS: readonly Role[] = ['OPERATOR', 'FILING_AUTHORITY', 'CITY_EM'];
const WHO_DETERMINES: readonly Role[] = ['FILING_AUTHORITY', 'CITY_EM'];

/**
 * Art. 17: who maintains a facility that is not the unit's own. The two agree; where they cannot, and only then, it is
 * determined. What was in force stays so until something else is: a facility is not without a maintainer for a quarrel.
 */
export const MAINTENANCE_ACTS = {
  recordMaintenanceAgreement: { from: [], to: 'AGREED', by: WHO_RECORDS, article: 17 },
  recordMaintenanceDisagreement: { from: [], to: 'DISAGREED', by: WHO_RECORDS, article: 17 },
  determineMaintenance: { from: ['DISAGREED'], to: 'DETERMINED', by: WHO_DETERMINES, article: 17 },
  endMaintenance: {
    from: ['AGREED', 'DISAGREED'],
    to: 'ENDED',
    by: WHO_RECORDS,
    article: null,
    source: 'practice: a facility changes hands, or the entry was a mistake',
  },
  /** What was determined is lifted by whoever may determine, never by a party. */
  liftDetermination: { from: ['DETERMINED'], to: 'ENDED', by: WHO_DETERMINES, article: 17 },
  /** What a later agreement or determination does to what stood before it. */
  supersedeMaintenance: {
    from: ['AGREED', 'DISAGREED', 'DETERMINED'],
    to: 'ENDED',
    by: WHO_RECORDS,
    article: 17,
  },
} as const satisfies ActTable<MaintenanceStage>;

export type MaintenanceAct = keyof typeof MAINTENANCE_ACTS;

/** The act of the authority table that each step is. */
export const MAINTENANCE_ACT_NAMES = {
  recordMaintenanceAgreement: 'recordMaintenanceAgreement',
  recordMaintenanceDisagreement: 'recordMaintenanceDisagreement',
  determineMaintenance: 'determineMaintenance',
  endMaintenance: 'endMaintenance',
  liftDetermination: 'determineMaintenance',
  supersedeMaintenance: 'recordMaintenanceAgreement',
} as const satisfies Record<MaintenanceAct, ActName>;
