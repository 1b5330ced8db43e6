import type { DeregistrationStage } from '../enumerations.ts';

type Pair = readonly [chinese: string, english: string];

/** Words of a deregistration (`../labels.ts` has the rest). */
export interface DeregistrationLabels {
  DeregistrationStage: Record<DeregistrationStage, Pair>;
}

export const DEREGISTRATION_LABELS: DeregistrationLabels = {
  DeregistrationStage: {
    ASKED: ['申请待决定', 'Asked for'],
    GRANTED: ['已注销', 'Deregistered'],
    DECLINED: ['不予注销', 'Declined'],
    TAKEN_BACK: ['申请已撤回', 'Taken back'],
  },
};
