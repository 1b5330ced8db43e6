import type { FilingStage } from '#regulation/enumerations';
import { label } from '#regulation/labels';

/** A shape of its own for every stage: what a copier leaves of colour. */
const SHAPES: Record<FilingStage, string> = {
  DRAFT: '◇',
  SUBMITTED: '◐',
  RETURNED: '▲',
  FILED: '●',
  SUPERSEDED: '○',
  WITHDRAWN: '×',
};

export function stageMark(stage: FilingStage): string {
  return `${SHAPES[stage]} ${label('FilingStage', stage, 'zh-CN')}`;
}
