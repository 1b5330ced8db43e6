import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { deviceNow } from '../device/clock.ts';
import { settings } from '../device/settings.ts';
import type { KeptAnswer, NearestAnswer, Question } from './answer.types.ts';
import { answerOnDevice } from './answer-on-device.ts';
import { ask, isTakenBack, NoAnswer, type Unanswered } from './ask.ts';
import { keepAnswer, keptAnswerFor } from './kept-answers.ts';
import { NEAREST_SHELTERS } from './operations.ts';

/** Enough to walk on without a network: three are shown, the map draws all. */
const FIRST = 20;
const AGAIN_MILLISECONDS = { QUIET: 300_000, LIVE: 30_000 };
const AFTER_FAILURE_MILLISECONDS = [5_000, 15_000, 60_000];

/** What stands on the screen: nothing asked, waiting, an answer (with `failure` when it is an old one), or only the failure. */
export type Nearest =
  | { kind: 'IDLE' }
  | { kind: 'ASKING' }
  | {
      kind: 'ANSWERED';
      answer: NearestAnswer;
      question: Question;
      receivedAt: number;
      failure: Unanswered | null;
    }
  | { kind: 'FAILED'; failure: Unanswered };

/** The answer to a question that changes; asked again by itself, at once when the network returns. */
export function useNearest(question: Ref<Question | null>): { nearest: Ref<Nearest>; askAgain: () => void } {
  const nearest = shallowRef<Nearest>({ kind: 'IDLE' });
  let current = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  async function answer(asked: Question): Promise<void> {
    current.abort();
    clearTimeout(timer);
    const { signal } = (current = new AbortController());
    const { point, hazard } = asked;
    try {
      const { nearestShelters } = await ask<{ nearestShelters: NearestAnswer }>(
        NEAREST_SHELTERS,
        { near: { ...point, crs: 'WGS84' }, hazard, first: FIRST },
        settings.language,
        signal,
      );
      const kept = { question: asked, answer: nearestShelters, receivedAt: deviceNow() };
      failures = 0;
      keepAnswer(kept);
      nearest.value = { kind: 'ANSWERED', ...kept, failure: null };
      schedule(AGAIN_MILLISECONDS[nearestShelters.situation]);
    } catch (error) {
      if (isTakenBack(error)) return;
      if (!(error instanceof NoAnswer)) throw error;
      nearest.value = withoutServer(asked, error.reason);
      schedule(
        AFTER_FAILURE_MILLISECONDS[Math.min(failures, AFTER_FAILURE_MILLISECONDS.length - 1)] ?? 60_000,
      );
      failures += 1;
    }
  }

  function schedule(milliseconds: number): void {
    timer = setTimeout(() => (document.hidden ? schedule(milliseconds) : askAgain()), milliseconds);
  }

  function askAgain(): void {
    if (question.value) void answer(question.value);
  }

  watch(
    question,
    (asked, before) => {
      if (!asked) nearest.value = { kind: 'IDLE' };
      else {
        nearest.value = meanwhile(nearest.value, asked, before ?? null);
        void answer(asked);
      }
    },
    { immediate: true },
  );

  const returned = () => document.hidden || askAgain();
  addEventListener('online', askAgain);
  document.addEventListener('visibilitychange', returned);
  onScopeDispose(() => {
    current.abort();
    clearTimeout(timer);
    removeEventListener('online', askAgain);
    document.removeEventListener('visibilitychange', returned);
  });
  return { nearest, askAgain };
}

/** While walking the last answer stays, its distances brought up to date; another question starts afresh. */
function meanwhile(shown: Nearest, asked: Question, before: Question | null): Nearest {
  if (shown.kind !== 'ANSWERED' || before?.hazard !== asked.hazard) return { kind: 'ASKING' };
  return { ...shown, answer: answerOnDevice(shown, asked, FIRST), question: asked };
}

function withoutServer(asked: Question, failure: Unanswered): Nearest {
  const kept: KeptAnswer | null = keptAnswerFor(asked);
  if (!kept) return { kind: 'FAILED', failure };
  return {
    kind: 'ANSWERED',
    answer: answerOnDevice(kept, asked, FIRST),
    question: asked,
    receivedAt: kept.receivedAt,
    failure,
  };
}
