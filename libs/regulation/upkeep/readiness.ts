import type { DefectGrade, Readiness } from '../enumerations.ts';

/** What a major defect makes of a shelter, as whoever found it says. */
export const DEFECT_EFFECTS = ['LIMITED', 'UNAVAILABLE'] as const;
export type DefectEffect = (typeof DEFECT_EFFECTS)[number];

export interface ReadinessFacts {
  /** Somebody has looked at the facilities at least once. */
  inspected: boolean;
  /** Effects of the major defects that are still open, and of outages that have begun. */
  effects: readonly DefectEffect[];
}

/**
 * Practice: a shelter is as ready as its worst open major defect or outage lets it be; without one it is ready once somebody has
 * looked, and UNKNOWN until then. It never forbids an activation.
 */
export function readinessOf({ inspected, effects }: ReadinessFacts): Readiness {
  if (effects.includes('UNAVAILABLE')) return 'UNAVAILABLE';
  if (effects.length > 0) return 'LIMITED';
  return inspected ? 'READY' : 'UNKNOWN';
}

/** The effect a defect has on its shelter: none unless it is major. */
export function effectOf(grade: DefectGrade, effect: DefectEffect | null): DefectEffect | null {
  return grade === 'MAJOR' ? effect : null;
}
