import type { Refusal } from '../api/problem.ts';
import { wordFault } from '../filing/word-faults.ts';
import { readWholeNumber } from './whole-number.ts';

/** What cannot be sent because it is no number: told at the box, before the server is asked. */
export function numberFaults(texts: Readonly<Record<string, string>>): Refusal[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    Number.isNaN(readWholeNumber(text))
      ? [wordFault({ field, code: 'NOT_A_NUMBER', params: { value: text.trim().slice(0, 40) } })]
      : [],
  );
}
