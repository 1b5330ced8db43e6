import { Clock } from '../../apps/api/src/platform/clock/clock.ts';

/** A clock the test sets. It stands still between calls unless it is told otherwise. */
export class TestClock extends Clock {
  #now: Date;
  constructor(start = '2026-03-10T09:00:00+08:00') {
    super();
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(instant: string): void {
    this.#now = new Date(instant);
  }
  /** Moves on by so many minutes. */
  pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}
