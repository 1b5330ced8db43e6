import type { FilingStage } from '../enumerations.ts';

/** What is printed of a filing, and of a shelter on file. */
export const PAPER_KINDS = [
  'FILING_FORM',
  'RETURN_LETTER',
  'CERTIFICATE',
  'REGISTRY_EXTRACT',
  'ZONE_PLAN_SHEET',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A filing as far as its papers depend on it. */
export interface FilingStanding {
  stage: FilingStage;
  /** Given when it comes on file; it stays. */
  number: string | null;
  /** How often it was given back. */
  returns: number;
}

/**
 * Practice (Art. 14 asks for filing and names no paper): the form is there from the first draft; a letter once something
 * was given back, and it stays; a certificate once there is a number, also after a later version took its place.
 */
export function filingPapers({ stage, number, returns }: FilingStanding): PaperKind[] {
  const certified = number !== null && (stage === 'FILED' || stage === 'SUPERSEDED');
  return [
    'FILING_FORM',
    ...(returns > 0 ? (['RETURN_LETTER'] as const) : []),
    ...(certified ? (['CERTIFICATE'] as const) : []),
  ];
}

/** Practice: an extract of every version; the sheet on the wall needs a drawing to show. */
export function shelterPapers({ zonePlanFileId }: { zonePlanFileId: string | null }): PaperKind[] {
  return zonePlanFileId === null ? ['REGISTRY_EXTRACT'] : ['REGISTRY_EXTRACT', 'ZONE_PLAN_SHEET'];
}
