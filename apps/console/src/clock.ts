import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const EVERY_MS = 30_000;

/** The moment now: the console’s only look at the clock, so that ages tick together. */
export function now(): Date {
  return new Date();
}

/** The moment now, moving on every half minute while the component lives. */
export function useNow(): Readonly<ShallowRef<Date>> {
  const moment = shallowRef(now());
  const timer = setInterval(() => (moment.value = now()), EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
  return moment;
}
