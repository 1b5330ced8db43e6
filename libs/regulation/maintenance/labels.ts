import type * as words from '../enumerations.ts';

type Pair = readonly [chinese: string, english: string];

/** Words for who maintains what (Art. 17). */
export interface MaintenanceLabels {
  MaintenanceStage: Record<words.MaintenanceStage, Pair>;
  MaintenanceParty: Record<words.MaintenanceParty, Pair>;
  MaintenanceGround: Record<words.MaintenanceGround, Pair>;
}

export const MAINTENANCE_LABELS: MaintenanceLabels = {
  MaintenanceStage: {
    AGREED: ['协商一致', 'Agreed'],
    DISAGREED: ['协商不成，待确定', 'Not agreed, waiting'],
    DETERMINED: ['已确定', 'Determined'],
    ENDED: ['已结束', 'Ended'],
  },
  MaintenanceParty: {
    UNIT: ['场所产权（管理）单位', 'Unit of the shelter'],
    OWNER: ['设施产权单位', 'Owner of the facility'],
    OTHER: ['其他单位', 'Another body'],
  },
  MaintenanceGround: {
    AGREEMENT: ['双方协议', 'By agreement'],
    DETERMINATION: ['部门确定', 'By determination'],
    UNIT: ['单位自行维护', 'The unit itself'],
    NOT_ARRANGED: ['备案所载，未见协议', 'As filed; no agreement on record'],
    UNKNOWN: ['未载明', 'Not told'],
  },
};
