import type { OperationalStatus } from '#regulation/enumerations';
import { shallowRef, watch, type Ref } from 'vue';
import type { ShelterDetail } from '../answer/answer.types.ts';
import { ask, type Unanswered } from '../answer/ask.ts';
import { PUBLIC_SHELTER } from '../answer/operations.ts';
import { hearStaleHours, type PublicTerms } from '../answer/public-terms.ts';
import { AGAIN_MILLISECONDS, useTurns } from '../answer/use-turns.ts';
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

/** Not opened, or no more: nothing of it changes from minute to minute. */
const AT_REST: readonly OperationalStatus[] = ['STANDBY', 'CLOSED'];

/** One shelter by its code: what is kept first, then what the server says, asked again by itself. */
export function useShelter(code: Ref<string>): { shown: Ref<Shown>; askAgain: () => void } {
  const shown = shallowRef<Shown>({ kind: 'ASKING' });

  async function show(signal: AbortSignal): Promise<number> {
    const wanted = code.value;
    const { publicShelter, publicTerms } = await ask<{
      publicShelter: ShelterDetail | null;
      publicTerms: Pick<PublicTerms, 'staleAfterHours'>;
    }>(PUBLIC_SHELTER, { code: wanted }, settings.language, signal);
    hearStaleHours(publicTerms.staleAfterHours);
    if (!publicShelter) {
      forget(wanted);
      shown.value = { kind: 'NOT_FOUND' };
      return AGAIN_MILLISECONDS.QUIET;
    }
    const fresh = { shelter: publicShelter, receivedAt: deviceNow() };
    keepShelter(fresh);
    shown.value = { kind: 'SHELTER', ...fresh, failure: null };
    return AGAIN_MILLISECONDS[AT_REST.includes(publicShelter.operationalStatus) ? 'QUIET' : 'LIVE'];
  }

  const askAgain = useTurns(show, (failure) => {
    shown.value = shown.value.kind === 'SHELTER' ? { ...shown.value, failure } : { kind: 'FAILED', failure };
  });

  watch(
    code,
    (wanted) => {
      const kept = keptShelters().find(({ shelter }) => shelter.code === wanted);
      shown.value = kept ? { kind: 'SHELTER', ...kept, failure: null } : { kind: 'ASKING' };
      askAgain();
    },
    { immediate: true },
  );
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
