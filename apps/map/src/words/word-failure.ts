import type { Unanswered } from '../answer/ask.ts';
import { t } from './use-words.ts';
import type { Word } from './words.ts';

/** What to say, beside an old answer and where there is none at all. */
const WORDS: Record<Unanswered, [beside: Word, alone: Word]> = {
  OFFLINE: ['offline', 'offlineEmpty'],
  UNREACHABLE: ['unreachable', 'unreachableEmpty'],
  TOO_LATE: ['serverTrouble', 'troubleEmpty'],
  IN_TROUBLE: ['serverTrouble', 'troubleEmpty'],
  REFUSED: ['serverTrouble', 'troubleEmpty'],
};

/** Why there is no fresh answer; `age` (in words) is that of the answer shown instead, null when there is none. */
export function wordFailure(failure: Unanswered, age: string | null): string {
  const [beside, alone] = WORDS[failure];
  return age === null ? t(alone) : t(beside, { age });
}
