import type * as words from '../enumerations.ts';

type Pair = readonly [chinese: string, english: string];

/** Words of a rebuild (`../labels.ts` has the rest). */
export interface RebuildLabels {
  RebuildKind: Record<words.RebuildKind, Pair>;
  RebuildStage: Record<words.RebuildStage, Pair>;
  RebuildEffect: Record<words.RebuildEffect, Pair>;
  Loss: Record<words.Loss, Pair>;
}

export const REBUILD_LABELS: RebuildLabels = {
  RebuildKind: { REBUILD: ['改建', 'Rebuild'], EXTENSION: ['扩建', 'Extension'] },
  RebuildStage: {
    NOTIFIED: ['已备案，未办结', 'On notice'],
    COMPLETED: ['已办结', 'Completed'],
    CALLED_OFF: ['已取消', 'Called off'],
  },
  RebuildEffect: {
    NONE: ['不影响使用', 'Stays in use'],
    LIMITED: ['部分停用', 'Part out of use'],
    UNAVAILABLE: ['全部停用', 'Out of use'],
  },
  Loss: { MISSING: ['缺失', 'missing'], FAILED: ['失效', 'failed'], FEWER: ['减少', 'fewer'] },
};
