import type { Finding } from '../refusal.ts';

export interface OnBehalf {
  /** True when staff keyed it for the unit. */
  onBehalf: boolean;
  unitId: string | null;
  signedPaperFileId: string | null;
}

/**
 * Art. 14 makes filing the unit's own act. Staff who key it on its behalf name the unit and attach the paper it signed.
 * The article does not speak of keying on behalf, so this is practice; it blocks submission all the same.
 */
export function onBehalfFindings({ onBehalf, unitId, signedPaperFileId }: OnBehalf): Finding[] {
  if (!onBehalf) return [];
  const findings: Finding[] = [];
  if (unitId === null) findings.push(finding('unitId', 'UNIT_MISSING'));
  if (signedPaperFileId === null) findings.push(finding('signedPaperFileId', 'SIGNED_PAPER_MISSING'));
  return findings;
}

function finding(field: string, code: Finding['code']): Finding {
  const source = 'practice: filing is the unit’s own act (Art. 14)';
  return { class: 'LAW', rule: 'filing/on-behalf', article: null, source, field, code, params: {} };
}
