import {
  INSPECTION_HEADS,
  type HeadResult,
  type InspectionHead,
  type InspectionKind,
} from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

export interface HeadNote {
  head: InspectionHead;
  result: HeadResult;
  note: string | null;
}

/**
 * The seven heads of Art. 27 ¶3 in the order of the law: what was said of each, and FINDING wherever something was found.
 * A head nobody speaks of was not inspected.
 */
export function allHeads(said: readonly HeadNote[], foundUnder: readonly InspectionHead[]): HeadNote[] {
  return INSPECTION_HEADS.map((head) => {
    const told = said.find((one) => one.head === head);
    const note = told?.note?.trim() || null;
    if (foundUnder.includes(head)) return { head, result: 'FINDING', note };
    return { head, result: told?.result ?? 'NOT_INSPECTED', note };
  });
}

/**
 * Art. 27 ¶3: a supervision judges all seven heads; a self-inspection at least one. A head is told once, and a finding is
 * said under its head.
 */
export function headRefusals(
  kind: InspectionKind,
  said: readonly HeadNote[],
  foundUnder: readonly InspectionHead[],
): Refusal[] {
  const twice = said.filter(({ head }, index) => said.findIndex((one) => one.head === head) !== index);
  const heads = allHeads(said, foundUnder);
  const open = heads.filter(({ result }) => result === 'NOT_INSPECTED');
  const unsaid = heads.filter(({ head, result }) => result === 'FINDING' && !foundUnder.includes(head));
  const limit = TEXT_LIMITS.remarks;
  const long = heads.filter(({ note }) => (note?.length ?? 0) > limit);
  return [
    ...twice.map(({ head }) => refusal('heads', 'TWICE', { value: head })),
    ...(kind === 'SUPERVISION' ? open.map(({ head }) => refusal('heads', 'HEAD_NOT_JUDGED', { head })) : []),
    ...(open.length === INSPECTION_HEADS.length && kind === 'SELF_ANNUAL'
      ? [refusal('heads', 'NOTHING_CHOSEN', {})]
      : []),
    ...unsaid.map(({ head }) => refusal('findings', 'FINDING_UNSAID', { head })),
    ...long.map(({ note }) => refusal('heads', 'TOO_LONG', { limit, length: note?.length ?? 0 })),
  ];
}

/** Art. 27 ¶2: the yearly inspection is one of the facilities (场所设施检查); the other heads may wait. */
export function fulfilsYear(kind: InspectionKind, heads: readonly HeadNote[]): boolean {
  return kind === 'SELF_ANNUAL' && looksAtFacilities(heads);
}

/** Whether somebody looked at the facilities, and so whether the shelter is ready can be said. */
export function looksAtFacilities(heads: readonly HeadNote[]): boolean {
  return heads.some(({ head, result }) => head === 'FACILITIES' && result !== 'NOT_INSPECTED');
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'inspection/heads', article: 27, field, code, params };
}
