import { shallowRef, watch, type Ref } from 'vue';
import { deviceNow } from '../device/clock.ts';
import { settings } from '../device/settings.ts';
import type { KeptAnswer, NearestAnswer, Question } from './answer.types.ts';
import { answerOnDevice } from './answer-on-device.ts';
import { ask, type Unanswered } from './ask.ts';
import { keepAnswer, keptAnswerFor } from './kept-answers.ts';
import { NEAREST_SHELTERS } from './operations.ts';
import { hearStaleHours, type PublicTerms } from './public-terms.ts';
import { AGAIN_MILLISECONDS, useTurns } from './use-turns.ts';

/** Enough to walk on without a network: three are shown, the map draws all. */
const FIRST = 20;

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

  async function answer(signal: AbortSignal): Promise<number | null> {
    const asked = question.value;
    if (!asked) return null;
    const { point, hazard } = asked;
    const { nearestShelters, publicTerms } = await ask<{
      nearestShelters: NearestAnswer;
      publicTerms: PublicTerms;
    }>(
      NEAREST_SHELTERS,
      { near: { ...point, crs: 'WGS84' }, hazard, first: FIRST },
      settings.language,
      signal,
    );
    hearStaleHours(publicTerms.staleAfterHours);
    const told = { ...nearestShelters, nextEditionDue: publicTerms.nextEditionDue };
    const kept = { question: asked, answer: told, receivedAt: deviceNow() };
    keepAnswer(kept);
    nearest.value = { kind: 'ANSWERED', ...kept, failure: null };
    return AGAIN_MILLISECONDS[nearestShelters.situation];
  }

  const askAgain = useTurns(answer, (failure) => {
    if (question.value) nearest.value = withoutServer(question.value, failure);
  });

  watch(
    question,
    (asked, before) => {
      nearest.value = asked ? meanwhile(nearest.value, asked, before ?? null) : { kind: 'IDLE' };
      askAgain();
    },
    { immediate: true },
  );
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
