import { keep, recall } from '../device/device-store.ts';
import type { KeptAnswer, Question } from './answer.types.ts';

const NAME = 'answers';
/** One per hazard asked; the newest stay. */
const MOST = 4;

/** The newest kept answer to this hazard, else the newest at all; null on a new device. */
export function keptAnswerFor({ hazard }: Question): KeptAnswer | null {
  const answers = keptAnswers();
  return answers.find(({ question }) => question.hazard === hazard) ?? answers[0] ?? null;
}

/** Keeps an answer in place of the former one for its hazard. */
export function keepAnswer(kept: KeptAnswer): void {
  const others = keptAnswers().filter(({ question }) => question.hazard !== kept.question.hazard);
  keep(NAME, [kept, ...others].slice(0, MOST));
}

/** Newest first. */
function keptAnswers(): KeptAnswer[] {
  return recall<KeptAnswer[]>(NAME) ?? [];
}
