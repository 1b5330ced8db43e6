import { onScopeDispose, ref, type Ref } from 'vue';

const TICK_MILLISECONDS = 20_000;

/** The device's time, milliseconds since 1970. */
export function deviceNow(): number {
  return Date.now();
}

/** The device's time as it passes, so that ages on the screen grow old. */
export function useNow(): Ref<number> {
  const now = ref(deviceNow());
  const timer = setInterval(() => (now.value = deviceNow()), TICK_MILLISECONDS);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
