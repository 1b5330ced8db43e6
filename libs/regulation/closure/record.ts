import type { ClosingTaskKind } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';
import { findingRefusals, type ToldFinding } from '../upkeep/findings.ts';

/** What is told when a task of Art. 26 is done. */
export interface ToldClosing {
  /** The task that was opened for it. */
  readonly task: ClosingTaskKind;
  /** The task that the act does. */
  readonly asked: ClosingTaskKind;
  readonly text: string;
  readonly findings: readonly ToldFinding[];
}

/** Art. 26: summary, repair and aftermath are each told in words; what a repair finds amiss becomes defects. */
export function closingRecordRefusals({ task, asked, text, findings }: ToldClosing): Refusal[] {
  const length = text.trim().length;
  const limit = TEXT_LIMITS.closingText;
  return [
    ...(task === asked ? [] : [refusal('id', 'OTHER_TASK', { task, asked })]),
    ...(length === 0 ? [refusal('closingText', 'MISSING', {})] : []),
    ...(length > limit ? [refusal('closingText', 'TOO_LONG', { limit, length })] : []),
    ...findingRefusals(findings),
  ];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'closure/record', article: 26, field, code, params };
}
