import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { ShelterDetail } from '../answer/answer.types.ts';
import { ask, isTakenBack, NoAnswer, type Unanswered } from '../answer/ask.ts';
import { PUBLIC_SHELTER } from '../answer/operations.ts';
import { deviceNow } from '../device/clock.ts';
import { keep, recall } from '../device/device-store.ts';
import { settings } from '../device/settings.ts';

const NAME = 'shelters';
/** How many shelters looked at stay readable without a network. */
const MOST = 12;

interface KeptShelter {
  shelter: ShelterDetail;
  receivedAt: number;
}

export type Shown =
  | { kind: 'ASKING' }
  | { kind: 'SHELTER'; shelter: ShelterDetail; receivedAt: number; failure: Unanswered | null }
  | { kind: 'NOT_FOUND' }
  | { kind: 'FAILED'; failure: Unanswered };

/** One shelter by its code: what is kept first, then what the server says. */
export function useShelter(code: Ref<string>): { shown: Ref<Shown>; askAgain: () => void } {
  const shown = shallowRef<Shown>({ kind: 'ASKING' });
  let current = new AbortController();

  async function show(wanted: string): Promise<void> {
    current.abort();
    const { signal } = (current = new AbortController());
    const kept = keptShelters().find(({ shelter }) => shelter.code === wanted);
    shown.value = kept ? { kind: 'SHELTER', ...kept, failure: null } : { kind: 'ASKING' };
    try {
      const { publicShelter } = await ask<{ publicShelter: ShelterDetail | null }>(
        PUBLIC_SHELTER,
        { code: wanted },
        settings.language,
        signal,
      );
      if (!publicShelter) {
        forget(wanted);
        shown.value = { kind: 'NOT_FOUND' };
        return;
      }
      const fresh = { shelter: publicShelter, receivedAt: deviceNow() };
      keepShelter(fresh);
      shown.value = { kind: 'SHELTER', ...fresh, failure: null };
    } catch (error) {
      if (isTakenBack(error)) return;
      if (!(error instanceof NoAnswer)) throw error;
      const failure = error.reason;
      shown.value = kept ? { kind: 'SHELTER', ...kept, failure } : { kind: 'FAILED', failure };
    }
  }

  const askAgain = () => void show(code.value);
  watch(code, askAgain, { immediate: true });
  addEventListener('online', askAgain);
  onScopeDispose(() => {
    current.abort();
    removeEventListener('online', askAgain);
  });
  return { shown, askAgain };
}

function keptShelters(): KeptShelter[] {
  return recall<KeptShelter[]>(NAME) ?? [];
}

function keepShelter(kept: KeptShelter): void {
  const others = keptShelters().filter(({ shelter }) => shelter.code !== kept.shelter.code);
  keep(NAME, [kept, ...others].slice(0, MOST));
}

function forget(code: string): void {
  keep(
    NAME,
    keptShelters().filter(({ shelter }) => shelter.code !== code),
  );
}
