import { civilDateOf, isCivilDate, type CivilDate } from '../civil-date.ts';
import type { RecordingFlag } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { afterWorkingDays, type HolidayCalendar } from './working-days.ts';

/** When something was done, by every clock that had a say. */
export interface RecordingTimes {
  /** The day the person says it was done. */
  saidOn: CivilDate;
  /** The device's clock when it was written down; null = not told. */
  deviceAt: Date | null;
  /** The device's clock when it was sent: tells how wrong that clock is. */
  sentAt: Date | null;
  /** Our clock when it came. */
  receivedAt: Date;
}

export interface RecordingConfig {
  /** A device clock off by no more than this is taken as right. */
  toleratedSeconds: number;
  /** Recordings go into the system within so many working days (Zibo 2020, three (3)). */
  workingDays: number;
  calendar?: HolidayCalendar;
}

/** Practice: a telephone that is five minutes out is right enough. */
export const RECORDING_DEFAULTS: RecordingConfig = { toleratedSeconds: 300, workingDays: 2 };

/** A day that does not exist cannot be meant; every other day is stored, however odd. */
export function saidDateRefusals(saidOn: string, field: string): Refusal[] {
  if (isCivilDate(saidOn)) return [];
  return [
    {
      rule: 'upkeep/recording',
      article: null,
      field,
      code: 'NO_SUCH_DATE',
      params: { value: saidOn.slice(0, 40) },
    },
  ];
}

/**
 * The day it was done, for which it counts: what the person says, put right where the person only took over the day of a
 * wrong device clock, and never after the day it was received.
 */
export function doneOn(times: RecordingTimes, config: RecordingConfig = RECORDING_DEFAULTS): CivilDate {
  const { saidOn, deviceAt, receivedAt } = times;
  const tookOver = deviceAt !== null && civilDateOf(deviceAt) === saidOn;
  const day = tookOver ? civilDateOf(corrected(deviceAt, times, config)) : saidOn;
  const received = civilDateOf(receivedAt);
  return day < received ? day : received;
}

/** The instant it was done, as near as is known: the device's, put right, when it is of that day; else that day's noon. */
export function doneAt(times: RecordingTimes, config: RecordingConfig = RECORDING_DEFAULTS): Date {
  const day = doneOn(times, config);
  const { deviceAt, receivedAt } = times;
  const device = deviceAt === null ? null : corrected(deviceAt, times, config);
  const at = device !== null && civilDateOf(device) === day ? device : new Date(`${day}T12:00:00+08:00`);
  return at < receivedAt ? at : receivedAt;
}

/** What is to be said about the clocks and the delay. None of it stops anything: a synced fact is always stored. */
export function recordingFlags(
  times: RecordingTimes,
  config: RecordingConfig = RECORDING_DEFAULTS,
): RecordingFlag[] {
  const seconds = skewSeconds(times);
  const received = civilDateOf(times.receivedAt);
  const flags: RecordingFlag[] = [];
  if (seconds > config.toleratedSeconds) flags.push('CLOCK_AHEAD');
  if (seconds < -config.toleratedSeconds) flags.push('CLOCK_BEHIND');
  if (times.saidOn > received) flags.push('DATED_AHEAD');
  if (received > lastDayInTime(doneOn(times, config), config)) flags.push('RECORDED_LATE');
  return flags;
}

/** Zibo 2020, three (3): recordings are in the system within two working days. */
export function lastDayInTime(madeOn: CivilDate, config: RecordingConfig = RECORDING_DEFAULTS): CivilDate {
  return afterWorkingDays(madeOn, config.workingDays, config.calendar);
}

/** By how much the device's clock is ahead of ours; 0 when it is not known. */
function skewSeconds({ sentAt, receivedAt }: RecordingTimes): number {
  return sentAt === null ? 0 : (sentAt.getTime() - receivedAt.getTime()) / 1_000;
}

function corrected(deviceAt: Date, times: RecordingTimes, config: RecordingConfig): Date {
  const seconds = skewSeconds(times);
  const isWrong = Math.abs(seconds) > config.toleratedSeconds;
  return isWrong ? new Date(deviceAt.getTime() - seconds * 1_000) : deviceAt;
}
