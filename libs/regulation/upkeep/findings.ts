import type { DefectGrade } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../registry/text-limits.ts';
import { evidenceRefusals, type ToldEvidence } from './evidence.ts';
import type { DefectEffect } from './readiness.ts';

/** What somebody found amiss. */
export interface ToldFinding {
  grade: DefectGrade;
  text: string;
  effect: DefectEffect | null;
  evidence: readonly ToldEvidence[];
}

/** Hazard ledger: every finding is said in words and graded; a major one says what it makes of the shelter. */
export function findingRefusals(findings: readonly ToldFinding[]): Refusal[] {
  const limit = LIST_LIMITS.findings;
  if (findings.length > limit) return [refusal('findings', 'TOO_MANY', { limit, count: findings.length })];
  return findings.flatMap(({ grade, text, effect, evidence }, index) => {
    const field = `findings.${index}`;
    const length = text.trim().length;
    const most = TEXT_LIMITS.finding;
    return [
      ...(length === 0 ? [refusal(`${field}.text`, 'MISSING', {})] : []),
      ...(length > most ? [refusal(`${field}.text`, 'TOO_LONG', { limit: most, length })] : []),
      ...(grade === 'MAJOR' && effect === null ? [refusal(`${field}.effect`, 'MISSING', {})] : []),
      ...evidenceRefusals(evidence, `${field}.evidence`),
    ];
  });
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'upkeep/findings', article: null, field, code, params };
}
