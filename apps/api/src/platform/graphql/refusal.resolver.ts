import type { Language } from '#regulation/labels';
import type { Refusal } from '#regulation/refusal';
import { wordRefusal } from '#regulation/wording';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLanguage } from './current-language.ts';
import { RefusalType } from './refusal.types.ts';

/** Refusals are data until they are read: only here do they get words. */
@Resolver(() => RefusalType)
export class RefusalResolver {
  @ResolveField(() => String, { description: 'What is wrong and what to do, in the language asked for.' })
  message(@Parent() refusal: Refusal, @CurrentLanguage() language: Language): string {
    return wordRefusal(refusal, language);
  }
}
