import { describe, expect, it } from '@jest/globals';
import { doneAt, doneOn, recordingFlags, saidDateRefusals, type RecordingTimes } from './recording.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const times = (changes: Partial<RecordingTimes>): RecordingTimes => ({
  saidOn: '2026-03-10',
  deviceAt: at('2026-03-10T08:50:00'),
  sentAt: at('2026-03-10T09:00:00'),
  receivedAt: at('2026-03-10T09:00:05'),
  ...changes,
});

describe('the day something was done', () => {
  it('is the day the person says', () => {
    expect(doneOn(times({ saidOn: '2026-03-07' }))).toBe('2026-03-07');
    expect(doneOn(times({ deviceAt: null, sentAt: null }))).toBe('2026-03-10');
  });

  it('is the same day however late it is synced', () =>
    expect(doneOn(times({ sentAt: at('2026-04-12T09:00:00'), receivedAt: at('2026-04-12T09:00:02') }))).toBe(
      '2026-03-10',
    ));

  it('a clock an hour ahead over midnight does not move it into the next year', () => {
    const newYear = times({
      saidOn: '2027-01-01',
      deviceAt: at('2027-01-01T00:20:00'),
      sentAt: at('2027-01-01T00:25:00'),
      receivedAt: at('2026-12-31T23:25:00'),
    });
    expect(doneOn(newYear)).toBe('2026-12-31');
    expect(doneAt(newYear)).toEqual(at('2026-12-31T23:20:00'));
    expect(recordingFlags(newYear)).toEqual(['CLOCK_AHEAD', 'DATED_AHEAD']);
  });

  it('a clock that fell back to 2020 is put right where only its day was taken over', () => {
    const flat = times({
      saidOn: '2020-01-01',
      deviceAt: at('2020-01-01T00:10:00'),
      sentAt: at('2020-01-01T00:20:00'),
      receivedAt: at('2026-03-10T09:00:00'),
    });
    expect(doneOn(flat)).toBe('2026-03-10');
    // Said on purpose, it stands.
    expect(doneOn({ ...flat, saidOn: '2026-03-08' })).toBe('2026-03-08');
    expect(recordingFlags(flat)).toEqual(['CLOCK_BEHIND']);
  });

  it('is never after the day it was received', () =>
    expect(doneOn(times({ saidOn: '2026-05-01' }))).toBe('2026-03-10'));
});

describe('the instant something was done', () => {
  it('is the device’s when it is of that day, else noon of it', () => {
    expect(doneAt(times({}))).toEqual(at('2026-03-10T08:50:00'));
    expect(doneAt(times({ saidOn: '2026-03-07' }))).toEqual(at('2026-03-07T12:00:00'));
    expect(doneAt(times({ deviceAt: null, receivedAt: at('2026-03-10T09:00:00') }))).toEqual(
      at('2026-03-10T09:00:00'),
    );
  });
});

describe('what is said about the recording', () => {
  it('is nothing when all is as it should be', () => expect(recordingFlags(times({}))).toEqual([]));

  it.each([
    ['2026-03-10T09:05:05', []],
    ['2026-03-10T09:05:06', ['CLOCK_AHEAD']],
    ['2026-03-10T08:55:05', []],
    ['2026-03-10T08:55:04', ['CLOCK_BEHIND']],
    ['2026-03-10T10:00:05', ['CLOCK_AHEAD']],
  ])('sent at %s by the device', (sent, flags) =>
    expect(recordingFlags(times({ sentAt: at(sent) }))).toEqual(flags),
  );

  it('is that it came after more than two working days', () => {
    const friday = { saidOn: '2026-03-06', deviceAt: null, sentAt: null };
    expect(recordingFlags(times(friday))).toEqual([]);
    expect(recordingFlags(times({ ...friday, saidOn: '2026-03-05' }))).toEqual(['RECORDED_LATE']);
    expect(recordingFlags(times({ ...friday, saidOn: '2026-02-10' }))).toEqual(['RECORDED_LATE']);
  });
});

it.each(['2025-02-29', '2026-13-01', '', '昨天'])('"%s" is no day', (day) =>
  expect(saidDateRefusals(day, 'inspectedOn')).toMatchObject([
    { code: 'NO_SUCH_DATE', field: 'inspectedOn' },
  ]),
);

it('29 February is one in a leap year', () => expect(saidDateRefusals('2024-02-29', 'heldOn')).toEqual([]));
