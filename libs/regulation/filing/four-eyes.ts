import type { Refusal } from '../refusal.ts';

/**
 * Who keyed a filing does not accept it, unless the jurisdiction sets `singleOfficer`; the ledger then says so.
 * Practice (separation of duties in internal control), not in the Measures. Nobody on record as keying (null) hinders nobody.
 */
export function fourEyes(keyedBy: string | null, acceptedBy: string, singleOfficer: boolean): Refusal[] {
  if (singleOfficer || keyedBy === null || keyedBy !== acceptedBy) return [];
  return [{ rule: 'filing/four-eyes', article: null, field: null, code: 'KEYED_BY_SELF', params: {} }];
}
