import { ref, watch } from 'vue';

const ASK_AGAIN_MS = 5_000;

/** Whether the server answers; requests report, and a silent one is asked again until it does. */
export const online = ref(navigator.onLine);

let timer: ReturnType<typeof setInterval> | undefined;

/** Told by every request: did an answer of any kind come back? */
export function heardFromServer(answered: boolean): void {
  online.value = answered;
}

window.addEventListener('offline', () => (online.value = false));
window.addEventListener('online', () => void askWhetherOnline());

watch(
  online,
  (isOnline) => {
    clearInterval(timer);
    timer = isOnline ? undefined : setInterval(() => void askWhetherOnline(), ASK_AGAIN_MS);
  },
  { immediate: true },
);

/** Asks the server for a sign of life. */
export async function askWhetherOnline(): Promise<void> {
  try {
    online.value = (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    online.value = false;
  }
}
