import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

export interface ToldDrill {
  /** Persons who took part; null = not known. */
  participants: number | null;
  summary: string;
}

const MOST_PARTICIPANTS = 1_000_000;

/** Art. 20 (6): a drill is told in words; how many took part may be unknown, but is never less than nobody. */
export function drillRefusals({ participants, summary }: ToldDrill): Refusal[] {
  const length = summary.trim().length;
  const limit = TEXT_LIMITS.remarks;
  return [
    ...(length === 0 ? [refusal('summary', 'MISSING', {})] : []),
    ...(length > limit ? [refusal('summary', 'TOO_LONG', { limit, length })] : []),
    ...(participants !== null && participants < 0
      ? [refusal('participants', 'NEGATIVE', { value: participants })]
      : []),
    ...(participants !== null && participants > MOST_PARTICIPANTS
      ? [refusal('participants', 'TOO_LARGE', { value: participants, limit: MOST_PARTICIPANTS })]
      : []),
  ];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'upkeep/drill', article: 20, field, code, params };
}
