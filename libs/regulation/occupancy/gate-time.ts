import { CLOCK_AHEAD_MS, reportTime, type ReportTime } from '../activation/report-time.ts';

/** What is known of when something happened at a gate. Instants in milliseconds since 1970. */
export interface GateClock {
  /** By the clock of the device; null = now. */
  readonly told: number | null;
  /** What the device's clock showed when it sent this; null = it did not say. */
  readonly deviceNow: number | null;
  readonly received: number;
  readonly decided: number;
}

/**
 * Practice: a device that says what its own clock shows is put right when that clock is off, by as much as it is off; so the
 * order of what happened at two gates holds though one of them is an hour wrong. Otherwise a gate is believed like a report.
 */
export function gateTime({ told, deviceNow, received, decided }: GateClock): ReportTime {
  const off = deviceNow === null ? 0 : received - deviceNow;
  if (told === null || Math.abs(off) <= CLOCK_AHEAD_MS) return reportTime(told, received, decided);
  return { at: reportTime(told + off, received, decided).at, clockOff: true };
}
