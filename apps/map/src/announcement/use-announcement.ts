import { shallowRef, watch, type Ref } from 'vue';
import { ask, type Unanswered } from '../answer/ask.ts';
import { ANNOUNCEMENT } from '../answer/operations.ts';
import { hearStaleHours, type PublicTerms } from '../answer/public-terms.ts';
import { AGAIN_MILLISECONDS, useTurns } from '../answer/use-turns.ts';
import { deviceNow } from '../device/clock.ts';
import { settings } from '../device/settings.ts';
import type { AnnouncementDetail } from './announcement.types.ts';
import { keepAnnouncement, keptAnnouncement, type KeptAnnouncement } from './kept-announcements.ts';

export type ShownAnnouncement =
  | { kind: 'ASKING' }
  | ({ kind: 'ANNOUNCEMENT'; failure: Unanswered | null } & KeptAnnouncement)
  | { kind: 'NOT_FOUND' }
  | { kind: 'FAILED'; failure: Unanswered };

/** One announcement: what is kept first, then what the server says, asked again by itself. */
export function useAnnouncement(identifier: Ref<string>): {
  shown: Ref<ShownAnnouncement>;
  askAgain: () => void;
} {
  const shown = shallowRef<ShownAnnouncement>({ kind: 'ASKING' });

  async function show(signal: AbortSignal): Promise<number> {
    const fresh = await fetchAnnouncement(identifier.value, signal);
    shown.value = fresh ? { kind: 'ANNOUNCEMENT', ...fresh, failure: null } : { kind: 'NOT_FOUND' };
    return AGAIN_MILLISECONDS[fresh?.announcement.live ? 'LIVE' : 'QUIET'];
  }

  const askAgain = useTurns(show, (failure) => {
    shown.value =
      shown.value.kind === 'ANNOUNCEMENT' ? { ...shown.value, failure } : { kind: 'FAILED', failure };
  });

  watch(
    identifier,
    (wanted) => {
      const kept = keptAnnouncement(wanted);
      shown.value = kept ? { kind: 'ANNOUNCEMENT', ...kept, failure: null } : { kind: 'ASKING' };
      askAgain();
    },
    { immediate: true },
  );
  return { shown, askAgain };
}

/** Asks for one announcement and keeps it on the device; null when there is none of that name. Throws as `ask` does. */
export async function fetchAnnouncement(
  identifier: string,
  signal: AbortSignal,
): Promise<KeptAnnouncement | null> {
  const { announcement, publicTerms } = await ask<{
    announcement: AnnouncementDetail | null;
    publicTerms: Pick<PublicTerms, 'staleAfterHours'>;
  }>(ANNOUNCEMENT, { identifier }, settings.language, signal);
  hearStaleHours(publicTerms.staleAfterHours);
  const fresh = announcement && { announcement, receivedAt: deviceNow() };
  keepAnnouncement(identifier, fresh);
  return fresh;
}
