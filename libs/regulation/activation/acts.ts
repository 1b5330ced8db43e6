import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { ActivationStage } from '../enumerations.ts';

/** Art. 22 and 26: the only place the opening of shelters is written down. */
export const ACTIVATION_ACTS = {
  propose: {
    from: [],
    to: 'PROPOSED',
    by: ['FILING_AUTHORITY', 'CITY_EM', 'DECIDER'],
    article: null,
    source: 'practice: whoever sees the need says so; it opens nothing',
  },
  cancel: {
    from: ['PROPOSED'],
    to: 'CANCELLED',
    by: ['FILING_AUTHORITY', 'CITY_EM', 'DECIDER'],
    article: null,
    source: 'practice: a proposal nobody decided may be dropped',
  },
  /** The county government or the committee alone: neither the city nor a department signs. */
  decide: { from: ['PROPOSED'], to: 'LIVE', by: ['DECIDER'], article: 22 },
  amend: {
    from: ['LIVE'],
    to: 'LIVE',
    by: ['DECIDER'],
    article: null,
    source: 'practice: who decides may amend',
  },
  close: {
    from: ['LIVE'],
    to: 'STANDING_DOWN',
    by: ['DECIDER'],
    article: null,
    source: 'practice: who decides may close',
  },
  /** Follows from releasing the last shelter. */
  end: {
    from: ['STANDING_DOWN'],
    to: 'ENDED',
    by: ['DECIDER'],
    article: null,
    source: 'practice: an activation ends when its last shelter is released',
  },
  /** Follows from the last summary, repair and aftermath of its shelters; whoever records that one closes the file. */
  closeFile: { from: ['ENDED'], to: 'FILE_CLOSED', by: ['OPERATOR', 'FILING_AUTHORITY'], article: 26 },
} as const satisfies ActTable<ActivationStage>;

export type ActivationAct = keyof typeof ACTIVATION_ACTS;

/** The act of the authority table that each step of the process is. */
export const ACTIVATION_ACT_NAMES = {
  propose: 'proposeActivation',
  cancel: 'proposeActivation',
  decide: 'decideActivation',
  amend: 'amendActivation',
  close: 'closeActivation',
  end: 'standShelterDown',
  closeFile: 'recordSummary',
} as const satisfies Record<ActivationAct, ActName>;

/** Stages in which shelters of an activation may still be open. */
export const RUNNING_STAGES: readonly ActivationStage[] = ['LIVE', 'STANDING_DOWN'];

/** Steps that nobody takes by hand: they follow from the last of other acts. */
export const FOLLOWING_ACTS: readonly string[] = ['end', 'closeFile'] satisfies readonly ActivationAct[];
