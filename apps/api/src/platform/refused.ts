import type { Refusal } from '#regulation/refusal';

/** An act that the law or its practice refuses: every reason at once, as data. */
export class ActRefused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(`Refused: ${refusals.map((refusal) => refusal.code).join(', ')}`);
    this.refusals = refusals;
  }
}

/** Throws ActRefused when there is anything to refuse. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new ActRefused(refusals);
}

/** Nobody is signed in, or the session has ended. */
export class Unauthenticated extends Error {}

/** Signed in, and this is not for them to see. */
export class Forbidden extends Error {}
