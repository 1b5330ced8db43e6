import type { Language } from '#regulation/labels';
import type { Refusal } from '#regulation/refusal';
import { wordRefusal } from '#regulation/wording';
import { GraphQLError } from 'graphql';

/** Refuses what a question says that cannot be meant, in words that name each field and its cure. */
export function refuseInput(refusals: readonly Refusal[], language: Language): void {
  if (refusals.length === 0) return;
  const words = refusals.map((refusal) => wordRefusal(refusal, language));
  throw new GraphQLError(words.join('\n'), { extensions: { code: 'BAD_USER_INPUT' } });
}
