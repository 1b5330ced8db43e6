import { doneAt, doneOn, type RecordingTimes } from '#regulation/upkeep/recording';

/** When something was done, as a device tells it. */
export interface ToldTimes {
  /** Civil date, as the person says it. */
  readonly saidOn: string;
  readonly deviceTime: Date | null;
  readonly sentAt: Date | null;
}

/** Beyond these a clock tells nothing at all. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** What the device told beside what our own clock says. */
export function timesOf({ saidOn, deviceTime, sentAt }: ToldTimes, receivedAt: Date): RecordingTimes {
  return { saidOn, deviceAt: told(deviceTime), sentAt: told(sentAt), receivedAt };
}

/** The columns that every recorded deed has, in the order said_on, done_on, device_at, sent_at, received_at. */
export function timeColumns(times: RecordingTimes) {
  return [times.saidOn, doneOn(times), times.deviceAt, times.sentAt, times.receivedAt] as const;
}

/** When it was done and for which day and year it counts. */
export function deedOf(times: RecordingTimes): {
  readonly on: string;
  readonly at: Date;
  readonly year: number;
} {
  const on = doneOn(times);
  return { on, at: doneAt(times), year: Number(on.slice(0, 4)) };
}

function told(instant: Date | null): Date | null {
  const at = instant?.getTime() ?? Number.NaN;
  return at >= EARLIEST && at < LATEST ? instant : null;
}
