import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { DutyStage } from '../enumerations.ts';

/** Art. 24: what a department does with a duty. Being in place needs no earlier word: the radio may have been down. */
export const DUTY_ACTS = {
  acknowledge: { from: ['ASSIGNED'], to: 'ACKNOWLEDGED', by: ['DECIDER', 'DUTY_DEPARTMENT'], article: 24 },
  reportInPlace: {
    from: ['ASSIGNED', 'ACKNOWLEDGED', 'DEGRADED'],
    to: 'IN_PLACE',
    by: ['DECIDER', 'DUTY_DEPARTMENT'],
    article: 24,
  },
  reportDegraded: {
    from: ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED'],
    to: 'DEGRADED',
    by: ['DECIDER', 'DUTY_DEPARTMENT'],
    article: 24,
  },
  standDown: {
    from: ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED'],
    to: 'STOOD_DOWN',
    by: ['DECIDER', 'DUTY_DEPARTMENT'],
    article: 24,
  },
} as const satisfies ActTable<DutyStage>;

export type DutyAct = keyof typeof DUTY_ACTS;

/** The act of the authority table that each step is. */
export const DUTY_ACT_NAMES = {
  acknowledge: 'acknowledgeDuty',
  reportInPlace: 'reportDutyInPlace',
  reportDegraded: 'reportDutyDegraded',
  standDown: 'standDownDuty',
} as const satisfies Record<DutyAct, ActName>;
