/** The only source of the present instant: rules and use cases are handed times, tests hand their own clock. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
