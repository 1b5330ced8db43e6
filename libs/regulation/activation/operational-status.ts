import type { OperationalStatus } from '../enumerations.ts';

/** The facts of an opened shelter: three of them make it open (decided, gate open, staffed). */
export interface OpeningFacts {
  readonly answered: boolean;
  readonly gateOpen: boolean;
  readonly staffed: boolean;
  readonly partlyUsable: boolean;
  readonly damaged: boolean;
  readonly closing: boolean;
  readonly released: boolean;
  /** Room left in persons; null = unknown, and unknown room admits. */
  readonly available: number | null;
}

/**
 * Practice (the field's three facts of "open"): what a decided shelter is doing, by what was reported and by nothing else.
 * A shelter is never called open because somebody decided it.
 */
export function operationalStatus(facts: OpeningFacts): OperationalStatus {
  if (facts.released) return 'CLOSED';
  if (facts.damaged) return 'DAMAGED';
  if (facts.closing) return 'CLOSING';
  if (!facts.gateOpen) return facts.answered ? 'OPENING' : 'DECIDED';
  if (facts.available !== null && facts.available <= 0) return 'FULL';
  return facts.staffed && !facts.partlyUsable ? 'OPEN' : 'LIMITED';
}
