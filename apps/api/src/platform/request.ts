import type { Language } from '#regulation/labels';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one HTTP request, wherever in the call it is asked for. */
export interface RequestFacts {
  readonly id: string;
  readonly language: Language;
}

export const currentRequest = new AsyncLocalStorage<RequestFacts>();

/** The language to answer in; Chinese where there is no request. */
export function currentLanguage(): Language {
  return currentRequest.getStore()?.language ?? 'zh-CN';
}
