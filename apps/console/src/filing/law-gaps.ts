import { onBehalfFindings, type OnBehalf } from '#regulation/filing/on-behalf';
import { lawItems, missingContents, type LawItem } from '#regulation/filing/required-contents';
import type { Finding } from '#regulation/refusal';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type { ContentsInput } from './contents.documents.ts';

/** The gaps of Art. 14 in what the boxes say now: the same rules that the server applies, without asking it. */
export function lawGaps(input: ContentsInput, keyed: OnBehalf): Finding[] {
  return [...missingContents(contentsOf(input)), ...onBehalfFindings(keyed)];
}

/** Items (1)-(6) of Art. 14, and which of them the boxes tell. */
export function lawItemsOf(input: ContentsInput): LawItem[] {
  return lawItems(contentsOf(input));
}

/** Whether a finding is one of those that `lawGaps` knows: then what is said now counts, not what was saved. */
export function isLawGap({ class: kind, code }: { class?: string | null; code: string }): boolean {
  return kind === 'LAW' && ['MISSING', 'UNIT_MISSING', 'SIGNED_PAPER_MISSING'].includes(code);
}

function contentsOf(input: ContentsInput): ShelterContents {
  const position = input.position
    ? { ...input.position, sourceCrs: 'WGS84' as const, rawLongitude: 0, rawLatitude: 0 }
    : null;
  return { ...EMPTY_CONTENTS, ...input, position } as ShelterContents;
}
