/** Why two places may be one. Practice: real lists hold the same shelter twice under names that differ by a word. */
export const RESEMBLANCES = ['SAME_NAME', 'NAME_WITHIN_NAME', 'SAME_PLACE'] as const;
export type Resemblance = (typeof RESEMBLANCES)[number];

export interface NearDuplicateConfig {
  /** Within this many metres a name that holds the other one counts. */
  nearMeters: number;
  /** Within this many metres any name counts. */
  samePlaceMeters: number;
}

export const NEAR_DUPLICATE_DEFAULTS: NearDuplicateConfig = { nearMeters: 300, samePlaceMeters: 30 };

const COMMON = /应急|避难|场所|疏散|紧急|临时|emergency|shelter|[\s()（）·\-—]/giu;

/**
 * How a place near by resembles this one, the most telling first; null = not at all. It is for the reviewer to judge:
 * a hall and its field are two shelters at one place.
 */
export function resemblance(
  name: string,
  other: { name: string; meters: number },
  { nearMeters, samePlaceMeters }: NearDuplicateConfig = NEAR_DUPLICATE_DEFAULTS,
): Resemblance | null {
  if (other.meters > nearMeters) return null;
  const [mine, theirs] = [coreOf(name), coreOf(other.name)];
  if (mine !== '' && mine === theirs) return 'SAME_NAME';
  if (mine.length > 1 && theirs.length > 1 && (mine.includes(theirs) || theirs.includes(mine)))
    return 'NAME_WITHIN_NAME';
  return other.meters <= samePlaceMeters ? 'SAME_PLACE' : null;
}

/** What tells one name from another, once the words that all shelters share are gone. */
function coreOf(name: string): string {
  return name.normalize('NFKC').replaceAll(COMMON, '').toLowerCase();
}
