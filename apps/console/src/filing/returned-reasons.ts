import type { Refusal } from '../api/problem.ts';
import { differences, formOf, isAmong, readForm } from './contents-form.ts';
import type { ContentsInput } from './contents.documents.ts';
import type { Filing } from './filing.documents.ts';

/**
 * What the officer wrote when giving it back, beside the fields until it is handed in again. Of a field that reads
 * otherwise since, it is no more to be done, only to be read: `answered` words it.
 */
export function returnedReasons(
  { returnReasons, lastReturn }: Pick<Filing, 'returnReasons' | 'lastReturn'>,
  written: ContentsInput,
  answered: (text: string) => string,
): Refusal[] {
  const before = lastReturn?.contents && readForm(formOf(lastReturn.contents)).input;
  const changed = before ? differences(before, written) : [];
  return (returnReasons ?? []).map(({ field, text }) => {
    const isAnswered = field !== null && isAmong(changed, field);
    return {
      class: isAnswered ? 'ADVICE' : 'RETURN',
      code: 'RETURNED',
      field,
      article: null,
      message: isAnswered ? answered(text) : text,
    };
  });
}
