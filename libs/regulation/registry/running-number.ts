/** A counter as people read it: at least four digits, no upper limit. Throws on anything but a whole number >= 1. */
export function runningNumber(running: number): string {
  if (!Number.isSafeInteger(running) || running < 1)
    throw new RangeError(`running number must be a whole number >= 1, got ${running}`);
  return String(running).padStart(4, '0');
}
