import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so; throws after `seconds`, naming what never was. */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 30): Promise<void> {
  const deadline = AbortSignal.timeout(seconds * 1_000);
  while (!(await isSo())) {
    if (deadline.aborted) throw new Error(`never ${what}, in ${seconds} s`);
    await pause(20);
  }
}
