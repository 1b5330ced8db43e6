import type { ActivationStage } from '#regulation/enumerations';

const OVER: readonly ActivationStage[] = ['ENDED', 'FILE_CLOSED', 'CANCELLED'];

/** Whether nobody acts on the ground any more; papers may still be owed. */
export function isOver(stage: ActivationStage): boolean {
  return OVER.includes(stage);
}
