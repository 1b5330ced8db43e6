import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { DeregistrationStage, Role } from '../enumerations.ts';

const WHO_KEEPS_THE_RECORD: readonly Role[] = ['FILING_AUTHORITY', 'CITY_EM'];
const source = 'practice: the unit asks, the authority that keeps the record closes it';

/** The Measures say how a shelter comes on file and not how it leaves: the unit asks, the authority decides, or acts ex officio. */
export const DEREGISTRATION_ACTS = {
  askDeregistration: { from: [], to: 'ASKED', by: ['OPERATOR'], article: null, source },
  takeBackDeregistration: { from: ['ASKED'], to: 'TAKEN_BACK', by: ['OPERATOR'], article: null, source },
  declineDeregistration: { from: ['ASKED'], to: 'DECLINED', by: WHO_KEEPS_THE_RECORD, article: null, source },
  grantDeregistration: { from: ['ASKED'], to: 'GRANTED', by: WHO_KEEPS_THE_RECORD, article: null, source },
  /** Ex officio: nobody asked. */
  deregisterShelter: { from: [], to: 'GRANTED', by: WHO_KEEPS_THE_RECORD, article: null, source },
} as const satisfies ActTable<DeregistrationStage>;

export type DeregistrationAct = keyof typeof DEREGISTRATION_ACTS;

/** The act of the authority table that each step is. */
export const DEREGISTRATION_ACT_NAMES = {
  askDeregistration: 'askDeregistration',
  takeBackDeregistration: 'askDeregistration',
  declineDeregistration: 'deregisterShelter',
  grantDeregistration: 'deregisterShelter',
  deregisterShelter: 'deregisterShelter',
} as const satisfies Record<DeregistrationAct, ActName>;
