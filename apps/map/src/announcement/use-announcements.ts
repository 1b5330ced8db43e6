import { shallowRef, type Ref } from 'vue';
import { ask, isTakenBack, NoAnswer, type Unanswered } from '../answer/ask.ts';
import { ANNOUNCEMENTS } from '../answer/operations.ts';
import { AGAIN_MILLISECONDS, useTurns } from '../answer/use-turns.ts';
import { deviceNow } from '../device/clock.ts';
import { settings } from '../device/settings.ts';
import type { Announced } from './announcement.types.ts';
import { keepList, keptAnnouncement, keptList } from './kept-announcements.ts';
import { bannerOf } from './order-announcements.ts';
import { fetchAnnouncement } from './use-announcement.ts';

const FIRST = 30;
const DAY_MILLISECONDS = 24 * 3_600_000;

/** What was announced, as far as this device knows (with `failure` when it is an old answer). */
export type Told =
  | { kind: 'ASKING' }
  | { kind: 'TOLD'; announcements: Announced[]; receivedAt: number; failure: Unanswered | null }
  | { kind: 'FAILED'; failure: Unanswered };

/** What was announced, asked again by itself. What is in force is fetched whole, to be read without a network. */
export function useAnnouncements(): { told: Ref<Told>; askAgain: () => void } {
  const told = shallowRef<Told>(atFirst());

  async function hear(signal: AbortSignal): Promise<number> {
    const { announcements } = await ask<{ announcements: Announced[] }>(
      ANNOUNCEMENTS,
      { first: FIRST },
      settings.language,
      signal,
    );
    const fresh = { announcements, receivedAt: deviceNow() };
    keepList(fresh);
    told.value = { kind: 'TOLD', ...fresh, failure: null };
    const { urgent } = bannerOf(announcements, deviceNow());
    void fetchUnread(urgent, signal);
    return AGAIN_MILLISECONDS[urgent.length > 0 ? 'LIVE' : 'QUIET'];
  }

  const askAgain = useTurns(hear, (failure) => {
    const kept = keptList();
    told.value = kept ? { kind: 'TOLD', ...kept, failure } : { kind: 'FAILED', failure };
  });
  askAgain();
  return { told, askAgain };
}

/** What was heard today stands there at once, so that nothing moves when it is heard again. */
function atFirst(): Told {
  const kept = keptList();
  if (!kept || deviceNow() - kept.receivedAt > DAY_MILLISECONDS) return { kind: 'ASKING' };
  return { kind: 'TOLD', ...kept, failure: null };
}

async function fetchUnread(announcements: readonly Announced[], signal: AbortSignal): Promise<void> {
  const unread = announcements.filter(({ identifier }) => !keptAnnouncement(identifier));
  try {
    for (const { identifier } of unread) await fetchAnnouncement(identifier, signal);
  } catch (error) {
    // The next turn tries again.
    if (!(error instanceof NoAnswer) && !isTakenBack(error)) throw error;
  }
}
