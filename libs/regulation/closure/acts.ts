import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { ClosingTaskKind, ClosingTaskStage, Role } from '../enumerations.ts';

/** Practice: where the unit has no account, its filing authority keys what the unit tells it. */
const WHO_RECORDS: readonly Role[] = ['OPERATOR', 'FILING_AUTHORITY'];

/** Art. 26: what a unit owes when its shelter is released. Each is recorded once; then nothing of it changes. */
export const CLOSURE_ACTS = {
  recordSummary: { from: ['OPEN'], to: 'DONE', by: WHO_RECORDS, article: 26 },
  recordRepair: { from: ['OPEN'], to: 'DONE', by: WHO_RECORDS, article: 26 },
  recordAftermath: { from: ['OPEN'], to: 'DONE', by: WHO_RECORDS, article: 26 },
} as const satisfies ActTable<ClosingTaskStage> & Partial<Record<ActName, unknown>>;

export type ClosureAct = keyof typeof CLOSURE_ACTS;

/** Each is the act of the same name in the authority table. */
export const CLOSURE_ACT_NAMES = {
  recordSummary: 'recordSummary',
  recordRepair: 'recordRepair',
  recordAftermath: 'recordAftermath',
} as const satisfies Record<ClosureAct, ActName>;

/** The act that does each task. */
export const ACT_OF_TASK = {
  SUMMARY: 'recordSummary',
  REPAIR: 'recordRepair',
  AFTERMATH: 'recordAftermath',
} as const satisfies Record<ClosingTaskKind, ClosureAct>;
