import { DESIGN_ITEMS } from '../site/words.ts';
import { advice, type Check } from './check.ts';

/** Art. 10 (1)-(7): once the scheme is spoken of, what it is not said to contain. Nothing told, nothing asked. */
export const designScheme: Check = ({ designScheme: answers }) => {
  if (answers.length === 0) return [];
  const contained = new Set(answers.flatMap(({ item, contained: is }) => (is === 'YES' ? [item] : [])));
  const lacking = DESIGN_ITEMS.filter((item) => !contained.has(item));
  if (lacking.length === 0) return [];
  return [
    advice(
      'design-scheme',
      'practice: asks at filing what Art. 10 wants of the scheme',
      'designScheme',
      'SCHEME_INCOMPLETE',
      { items: lacking.join(',') },
    ),
  ];
};
