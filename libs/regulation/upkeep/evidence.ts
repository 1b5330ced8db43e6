import { civilDateOf, addMonths, type CivilDate } from '../civil-date.ts';
import type { DefectGrade, RetentionClass } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../registry/text-limits.ts';
import { lastDayInTime, type RecordingConfig } from './recording.ts';

/** What is told of a recording beside its bytes (Zibo 2020, three (3)): maker and what it proves. */
export interface ToldEvidence {
  maker: string | null;
  proves: string;
}

/** Zibo 2020, three (3): each recording says what it proves. Field paths begin with `field`. */
export function evidenceRefusals(evidence: readonly ToldEvidence[], field = 'evidence'): Refusal[] {
  const limit = LIST_LIMITS.evidence;
  if (evidence.length > limit) return [refusal(field, 'TOO_MANY', { limit, count: evidence.length })];
  return evidence.flatMap(({ maker, proves }, index) => [
    ...(proves.trim() === '' ? [refusal(`${field}.${index}.proves`, 'MISSING', {})] : []),
    ...tooLong(`${field}.${index}.proves`, proves, TEXT_LIMITS.proves),
    ...tooLong(`${field}.${index}.maker`, maker ?? '', TEXT_LIMITS.maker),
  ]);
}

/** Zibo 2020, three (3): into the system within two working days of being made. Late evidence is kept, and said to be late. */
export function isEvidenceLate(madeAt: Date, receivedAt: Date, config?: RecordingConfig): boolean {
  return civilDateOf(receivedAt) > lastDayInTime(civilDateOf(madeAt), config);
}

/** Zibo 2020, three (3): at least two years; for ever in major emergencies and in major, hard or complex cases. */
export function retentionOf(facts: { grade: DefectGrade | null; inActivation: boolean }): RetentionClass {
  return facts.inActivation || facts.grade === 'MAJOR' ? 'PERMANENT' : 'TWO_YEARS';
}

/** The last day a recording must be kept; null = for ever. */
export function keptUntil(retention: RetentionClass, receivedAt: Date): CivilDate | null {
  return retention === 'PERMANENT' ? null : addMonths(civilDateOf(receivedAt), 24);
}

function tooLong(field: string, text: string, limit: number): Refusal[] {
  return text.length > limit ? [refusal(field, 'TOO_LONG', { limit, length: text.length })] : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'upkeep/evidence', article: null, field, code, params };
}
