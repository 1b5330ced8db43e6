import { onScopeDispose } from 'vue';
import { isTakenBack, NoAnswer, type Unanswered } from './ask.ts';

/** How long what was told holds before it is asked for again. */
export const AGAIN_MILLISECONDS = { QUIET: 300_000, LIVE: 30_000 };
const AFTER_FAILURE_MILLISECONDS = [5_000, 15_000, 60_000];

/**
 * Takes a turn whenever the returned function is called, when the network or the person returns, and again after the
 * pause the turn answers (null waits to be called). A turn without an answer is told to `missed` and soon taken again; a
 * new turn takes the former one back.
 */
export function useTurns(
  turn: (signal: AbortSignal) => Promise<number | null>,
  missed: (reason: Unanswered) => void,
): () => void {
  let current = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  async function take(): Promise<void> {
    current.abort();
    clearTimeout(timer);
    const { signal } = (current = new AbortController());
    try {
      const pause = await turn(signal);
      failures = 0;
      if (pause !== null && !signal.aborted) schedule(pause);
    } catch (error) {
      if (isTakenBack(error)) return;
      if (!(error instanceof NoAnswer)) throw error;
      missed(error.reason);
      const last = AFTER_FAILURE_MILLISECONDS.length - 1;
      schedule(AFTER_FAILURE_MILLISECONDS[Math.min(failures, last)] ?? 60_000);
      failures += 1;
    }
  }

  const again = () => void take();

  function schedule(milliseconds: number): void {
    timer = setTimeout(() => (document.hidden ? schedule(milliseconds) : again()), milliseconds);
  }

  const returned = () => document.hidden || again();
  addEventListener('online', again);
  document.addEventListener('visibilitychange', returned);
  onScopeDispose(() => {
    current.abort();
    clearTimeout(timer);
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', returned);
  });
  return again;
}
