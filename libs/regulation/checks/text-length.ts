import type { Finding } from '../refusal.ts';
import { LIST_LIMITS } from '../registry/text-limits.ts';
import { impossible, type Check } from './check.ts';
import { textsOf } from './texts-of.ts';

/** Over-long texts and lists: a pasted document in a name field, a thousand facilities. */
export const textLength: Check = (contents) => [
  ...textsOf(contents)
    .filter(({ text, limit }) => text.length > limit)
    .map(({ field, text, limit }) =>
      impossible('text-length', field, 'TOO_LONG', { limit, length: text.length }),
    ),
  ...LISTS.flatMap((field) => tooMany(field, contents[field].length, LIST_LIMITS[field])),
  ...tooMany('boundary', contents.boundary?.parts.length ?? 0, LIST_LIMITS.boundaryParts),
];

const LISTS = [
  'aliases',
  'facilities',
  'suitability',
  'otherPaperFileIds',
  'entrances',
  'zones',
  'exposures',
  'standards',
  'designScheme',
  'contributions',
] as const;

function tooMany(field: string, count: number, limit: number): Finding[] {
  return count > limit ? [impossible('text-length', field, 'TOO_MANY', { limit, count })] : [];
}
