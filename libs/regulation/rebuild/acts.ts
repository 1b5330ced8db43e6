import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { RebuildStage, Role } from '../enumerations.ts';

/** Art. 21 gives a rebuild to the county or committee: the city neither keys a notice nor completes one. */
const WHO_TELLS: readonly Role[] = ['OPERATOR', 'FILING_AUTHORITY'];

/** Art. 21: the notice before the work, until the as-built version is on file. */
export const REBUILD_ACTS = {
  giveNotice: { from: [], to: 'NOTIFIED', by: WHO_TELLS, article: 21 },
  /** Works are put off and grow: told again, the notice stays one. */
  amendNotice: { from: ['NOTIFIED'], to: 'NOTIFIED', by: WHO_TELLS, article: 21 },
  callOffRebuild: {
    from: ['NOTIFIED'],
    to: 'CALLED_OFF',
    by: WHO_TELLS,
    article: null,
    source: 'practice: works that are not carried out',
  },
  fileAsBuilt: { from: ['NOTIFIED'], to: 'NOTIFIED', by: WHO_TELLS, article: 21 },
  /** Follows from the acceptance of the as-built filing. */
  completeRebuild: { from: ['NOTIFIED'], to: 'COMPLETED', by: ['FILING_AUTHORITY'], article: 21 },
} as const satisfies ActTable<RebuildStage>;

export type RebuildAct = keyof typeof REBUILD_ACTS;

/** The act of the authority table that each step is. */
export const REBUILD_ACT_NAMES = {
  giveNotice: 'giveRebuildNotice',
  amendNotice: 'giveRebuildNotice',
  callOffRebuild: 'giveRebuildNotice',
  fileAsBuilt: 'fileAsBuilt',
  completeRebuild: 'acceptFiling',
} as const satisfies Record<RebuildAct, ActName>;
