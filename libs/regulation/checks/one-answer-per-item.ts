import { impossible, type Check } from './check.ts';

/** Art. 10: one answer an item; two would leave open which one holds. */
export const oneAnswerPerItem: Check = ({ designScheme: answers }) =>
  answers.flatMap(({ item }, index) =>
    answers.findIndex((other) => other.item === item) === index
      ? []
      : [impossible('one-answer-per-item', `designScheme.${index}.item`, 'TWICE', { value: item })],
  );
