import type { Refusal } from '../api/problem.ts';
import { isAdvice } from '../parts/findings.ts';
import { differences, isAmong } from './contents-form.ts';
import type { ContentsInput } from './contents.documents.ts';
import { isLawGap } from './own-checks.ts';

/** What the server said, and of which contents. */
export interface Answered {
  said: readonly Refusal[];
  of: ContentsInput;
}

export interface DraftSaid {
  /** What the boxes say now. */
  written: ContentsInput;
  /** Boxes that cannot be read, and therefore not be sent. */
  faults: readonly Refusal[];
  /** The box of the form that a field of what was sent stands in. */
  boxOf: (field: string | null) => string | null;
  /** What this side judges of what can be read. */
  own: readonly Refusal[];
  /** Why the last try to save was refused. */
  refused: Answered;
  /** What the checks said of what is saved. */
  saved: Answered;
}

/**
 * All that is said of a draft, what stands in the way first. What can be judged here is judged here, while one types and
 * without a network; what only the server knows counts as long as the field stands as it was told to it.
 */
export function draftFindings({ written, boxOf, faults, own, refused, saved }: DraftSaid): Refusal[] {
  const inBoxes = (said: readonly Refusal[]): Refusal[] =>
    said.map((finding) => ({ ...finding, field: boxOf(finding.field) }));
  const unread = new Set(faults.flatMap(({ field }) => partOf(field) ?? []));
  const judged = inBoxes(own).filter(({ field }) => !unread.has(partOf(field) ?? ''));
  const stops = judged.filter((finding) => !isAdvice(finding) && !isLawGap(finding));
  const known = new Set([...faults, ...judged].map(nameOf));
  const stopped = inBoxes(standing(refused, written)).filter((finding) => !known.has(nameOf(finding)));
  const first = [...faults, ...stops, ...stopped];
  const told = new Set(first.map(({ field }) => field));
  const advised = inBoxes(standing(saved, written)).filter(
    (finding) => !isLawGap(finding) && !known.has(nameOf(finding)),
  );
  const others = [...judged.filter(isLawGap), ...judged.filter(isAdvice), ...advised];
  return [...first, ...others.filter(({ field }) => field === null || !told.has(field))];
}

/** What was said of fields that have not been touched since. */
export function standing({ said, of }: Answered, written: ContentsInput): Refusal[] {
  const changed = differences(written, of);
  return said.filter(({ field }) => field === null || !isAmong(changed, field));
}

/** `position` of `position.latitude`. */
function partOf(field: string | null): string | null {
  return field?.split('.')[0] ?? null;
}

function nameOf({ field, code }: Refusal): string {
  return `${field ?? ''} ${code}`;
}
