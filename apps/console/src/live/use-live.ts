import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { watchChanges } from './line.ts';
import type { ChangeTopic, Notice } from './watch.ts';

/** Changes that come together are told together. */
const GATHER_MS = 100;
/** When all are told to ask anew at once, they do not all ask at once. */
const SPREAD_MS = 1_500;
/** However much happens, a page asks again at most so often. */
const AT_MOST_EVERY_MS = 1_000;

/**
 * Calls back when something changed about these topics (of one activation, if given), by whatever way there is: pushed,
 * or asked for every ten seconds. Called with what changed; with nothing when everything is to be asked for anew.
 */
export function useLive(
  topics: readonly ChangeTopic[],
  activationId: MaybeRefOrGetter<string | null>,
  onChange: (notices: readonly Notice[]) => void,
): void {
  let gathered: Notice[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const notices = gathered.some(({ resync }) => resync) ? [] : gathered;
    gathered = [];
    quiet = setTimeout(() => {
      quiet = undefined;
      if (gathered.length > 0) tell();
    }, AT_MOST_EVERY_MS);
    onChange(notices);
  };
  const hear = (notices: readonly Notice[]): void => {
    gathered.push(...(notices.length > 0 ? notices : [ASK_ANEW]));
    if (timer !== undefined || quiet !== undefined) return;
    const spread = gathered.some(({ resync }) => resync) ? Math.random() * SPREAD_MS : 0;
    timer = setTimeout(tell, GATHER_MS + spread);
  };
  let stop = (): void => undefined;
  watch(
    () => toValue(activationId),
    (id) => {
      stop();
      stop = watchChanges(topics, id, hear);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    stop();
    clearTimeout(timer);
    clearTimeout(quiet);
  });
}

const ASK_ANEW: Notice = { id: '', topic: null, activationId: null, shelterId: null, resync: true };
