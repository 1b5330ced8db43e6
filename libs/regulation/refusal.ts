import type { CheckClass } from './enumerations.ts';
import type { RefusalCode } from './refusal-messages.ts';

export type { CheckClass } from './enumerations.ts';
export type { RefusalCode } from './refusal-messages.ts';

/** Why an act is refused: data, told all at once, worded at the edge by `wordRefusal`. */
export interface Refusal {
  rule: string;
  /** Article of the Measures; null = practice, never presented as law. */
  article: number | null;
  /** Path of the field, e.g. `contact.phone` or `facilities.0.quantity`; null = the act as a whole. */
  field: string | null;
  code: RefusalCode;
  params: Record<string, string | number>;
}

/** A refusal with its class: LAW blocks submission, IMPOSSIBLE blocks save and import, ADVICE never blocks. */
export interface Finding extends Refusal {
  class: CheckClass;
  /** Where a rule of practice comes from. */
  source?: string;
}

/** The findings that stop an act; advice never does. */
export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.class !== 'ADVICE');
}
