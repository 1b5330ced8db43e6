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
  ...(['aliases', 'facilities', 'suitability', 'otherPaperFileIds'] as const)
    .filter((field) => contents[field].length > LIST_LIMITS[field])
    .map((field) =>
      impossible('text-length', field, 'TOO_MANY', {
        limit: LIST_LIMITS[field],
        count: contents[field].length,
      }),
    ),
];
