import type { ShelterContents } from '#regulation/registry/contents';
import { pinyin } from 'pinyin-pro';
import type { SelectQueryBuilder } from 'typeorm';

const SPELLED = { toneType: 'none', type: 'array', v: true } as const;
const HAN = /\p{Script=Han}/u;
/** Chinese characters together, so that words with two readings are known; figures and Latin words as they are. */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const LONGEST_SEARCH = 100;

/** What the search box looks in: everything a place is known by, and its names in pinyin, whole and by first letters. */
export function searchText({ name, aliases, division, address, landmark }: ShelterContents): string {
  return [name, ...aliases, division, address, landmark, ...spelled([name, ...aliases])]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

/** Chinese names in pinyin without tones (`hubingongyuan`) and by first letters (`hbgy`). */
function spelled(names: readonly string[]): string[] {
  return names
    .filter((name) => HAN.test(name))
    .flatMap((name) => {
      const parts = (name.match(RUNS) ?? []).flatMap((run) =>
        HAN.test(run) ? pinyin(run, SPELLED).map((word) => [word, word.charAt(0)]) : [[run, run]],
      );
      return [parts.map(([whole]) => whole).join(''), parts.map(([, first]) => first).join('')];
    });
}

/** Narrows a query over `shelter` to what a person types: part of a name, an address, a code, or pinyin with or without spaces. */
export function narrowByText<Row extends object>(
  query: SelectQueryBuilder<Row>,
  typed: string | null | undefined,
): void {
  const text = typed?.trim().slice(0, LONGEST_SEARCH).toLowerCase();
  if (!text) return;
  const patterns = [...new Set([text, text.replaceAll(/(?<=[a-zü])[\s']+(?=[a-zü])/g, '')])];
  query.andWhere('shelter.searchText like any(:likes)', { likes: patterns.map(within) });
}

function within(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
