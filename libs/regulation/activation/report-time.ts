/** Practice, configurable: by how much a reporting clock may run ahead before it is not believed, in milliseconds. */
export const CLOCK_AHEAD_MS = 10 * 60_000;

/** The moment a report speaks of. Instants in milliseconds since 1970. */
export interface ReportTime {
  readonly at: number;
  /** True when the device's clock was not believed and the moment of receipt counts instead. */
  readonly clockOff: boolean;
}

/**
 * Practice (device time and receipt time are both kept): what happened is dated by the device, unless that lies in the future
 * or before the decision it reports on. A wrong clock is flagged and never a reason to lose a report.
 */
export function reportTime(told: number | null, received: number, decided: number): ReportTime {
  if (told === null) return { at: received, clockOff: false };
  if (told > received + CLOCK_AHEAD_MS || told < decided) return { at: received, clockOff: true };
  return { at: Math.min(told, received), clockOff: false };
}
