import type { ActName } from '../authority.ts';
import type { ActTable } from '../act-table.ts';
import type { FilingStage } from '../enumerations.ts';

/** Art. 14, 18, 21: the only place the filing process is written down. RECONSTRUCTION: see `authority.ts`. */
export const FILING_ACTS = {
  draft: { from: [], to: 'DRAFT', by: ['OPERATOR', 'FILING_AUTHORITY', 'CITY_EM'], article: 14 },
  submit: {
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    by: ['OPERATOR', 'FILING_AUTHORITY', 'CITY_EM'],
    article: 14,
  },
  return: { from: ['SUBMITTED'], to: 'RETURNED', by: ['FILING_AUTHORITY', 'CITY_EM'], article: 14 },
  accept: { from: ['SUBMITTED'], to: 'FILED', by: ['FILING_AUTHORITY', 'CITY_EM'], article: 14 },
  withdraw: {
    from: ['DRAFT', 'SUBMITTED', 'RETURNED'],
    to: 'WITHDRAWN',
    by: ['OPERATOR', 'FILING_AUTHORITY', 'CITY_EM'],
    article: null,
    source: 'practice: what was asked may be taken back before it is decided',
  },
  /** A correction ex officio is a new filed version of its own. */
  correct: { from: [], to: 'FILED', by: ['FILING_AUTHORITY', 'CITY_EM'], article: 18 },
  /** An authority's imported row; an owner's row becomes a draft. */
  migrate: { from: [], to: 'FILED', by: ['FILING_AUTHORITY', 'CITY_EM'], article: 18 },
  /** What a later filed version does to the one before it. */
  supersede: { from: ['FILED'], to: 'SUPERSEDED', by: ['FILING_AUTHORITY', 'CITY_EM'], article: 18 },
} as const satisfies ActTable<FilingStage>;

export type FilingAct = keyof typeof FILING_ACTS;

/** The act of the authority table that each step of the process is. */
export const FILING_ACT_NAMES = {
  draft: 'draftFiling',
  submit: 'submitFiling',
  return: 'returnFiling',
  accept: 'acceptFiling',
  withdraw: 'withdrawFiling',
  correct: 'correctShelter',
  migrate: 'importList',
  supersede: 'acceptFiling',
} as const satisfies Record<FilingAct, ActName>;

/** Stages in which the contents of a filing may still be edited. */
export const EDITABLE_FILING_STAGES: readonly FilingStage[] = ['DRAFT', 'RETURNED'];
