import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { DefectStage, Role } from '../enumerations.ts';

const SOURCE = 'hazard ledger 2024: 明确整改责任单位、责任人和整改时限，闭环整改，严格把关销号';
const WHO_ORDERS: readonly Role[] = [
  'OPERATOR',
  'FILING_AUTHORITY',
  'CITY_EM',
  'DUTY_DEPARTMENT',
  'OTHER_DEPARTMENT',
];
const WHO_MENDS: readonly Role[] = ['OPERATOR', 'DUTY_DEPARTMENT', 'OTHER_DEPARTMENT'];
const WHO_SIGNS: readonly Role[] = ['FILING_AUTHORITY', 'CITY_EM', 'DUTY_DEPARTMENT', 'OTHER_DEPARTMENT'];

/**
 * The closed loop of a defect, from FOUND (by an inspection, a drill or a closing) to its sign-off. Art. 27 asks for
 * inspections; the loop itself is the practice of the hazard ledger.
 */
export const DEFECT_ACTS = {
  orderRectification: { from: ['FOUND'], to: 'ORDERED', by: WHO_ORDERS, article: null, source: SOURCE },
  startRepair: { from: ['ORDERED'], to: 'IN_REPAIR', by: WHO_MENDS, article: null, source: SOURCE },
  /** Who mends at once, or was without network when beginning, reports straight away. */
  reportRepair: {
    from: ['ORDERED', 'IN_REPAIR'],
    to: 'REINSPECTION',
    by: WHO_MENDS,
    article: null,
    source: SOURCE,
  },
  returnRepair: { from: ['REINSPECTION'], to: 'IN_REPAIR', by: WHO_SIGNS, article: null, source: SOURCE },
  signDefectOff: { from: ['REINSPECTION'], to: 'RESOLVED', by: WHO_SIGNS, article: 27 },
} as const satisfies ActTable<DefectStage> & Partial<Record<ActName, unknown>>;

export type DefectAct = keyof typeof DEFECT_ACTS;

/** Each step is the act of the same name in the authority table. */
export const DEFECT_ACT_NAMES = {
  orderRectification: 'orderRectification',
  startRepair: 'startRepair',
  reportRepair: 'reportRepair',
  returnRepair: 'returnRepair',
  signDefectOff: 'signDefectOff',
} as const satisfies Record<DefectAct, ActName>;

/** Stages in which a defect still counts against its shelter. */
export const OPEN_DEFECT_STAGES: readonly DefectStage[] = ['FOUND', 'ORDERED', 'IN_REPAIR', 'REINSPECTION'];
