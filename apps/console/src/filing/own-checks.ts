import { toWgs84 } from '#geography/crs';
import { civilDateOf } from '#regulation/civil-date';
import { checkContentsAlone } from '#regulation/filing/check-contents';
import { onBehalfFindings, type OnBehalf } from '#regulation/filing/on-behalf';
import { lawItems, type LawItem } from '#regulation/filing/required-contents';
import type { Finding } from '#regulation/refusal';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type { ContentsInput } from './contents.documents.ts';

/** What the law's checks say of the boxes now: the same rules that the server applies, without asking it. */
export function checksOf(input: ContentsInput, keyed: OnBehalf, at: Date): Finding[] {
  return [...checkContentsAlone(contentsOf(input), civilDateOf(at)), ...onBehalfFindings(keyed)];
}

/** Of a record, whoever writes it: what it may not say, and what the law asks for that it does not tell. */
export function recordChecksOf(input: ContentsInput, at: Date): Finding[] {
  return checkContentsAlone(contentsOf(input), civilDateOf(at)).filter(
    ({ class: kind }) => kind !== 'ADVICE',
  );
}

/** Items (1)-(6) of Art. 14, and which of them the boxes tell. */
export function lawItemsOf(input: ContentsInput): LawItem[] {
  return lawItems(contentsOf(input));
}

/** Whether a finding says that something is not told which the law asks for. */
export function isLawGap({ class: kind, code }: { class?: string | null; code: string }): boolean {
  return kind === 'LAW' && ['MISSING', 'UNIT_MISSING', 'SIGNED_PAPER_MISSING'].includes(code);
}

function contentsOf(input: ContentsInput): ShelterContents {
  return { ...EMPTY_CONTENTS, ...input, position: positionOf(input.position) } as ShelterContents;
}

/** As the server takes it: kept as it was typed, judged where it lies. */
function positionOf(point: ContentsInput['position']): ShelterContents['position'] {
  if (!point) return null;
  const sourceCrs = point.crs ?? 'WGS84';
  const [longitude, latitude] = toWgs84(point.longitude, point.latitude, sourceCrs);
  return { longitude, latitude, sourceCrs, rawLongitude: point.longitude, rawLatitude: point.latitude };
}
