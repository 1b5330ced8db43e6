import type { FilingKind, FilingStage } from '../enumerations.ts';
import type { Finding } from '../refusal.ts';

/** Stages in which a change of a shelter is under way; there is one at a time for each shelter. */
export const OPEN_CHANGE_STAGES: readonly FilingStage[] = ['DRAFT', 'SUBMITTED', 'RETURNED'];

/** A change of what is on file, as the reviewer needs to see it. */
export interface ChangeFacts {
  kind: FilingKind;
  /** The version it was begun on; null = it was not begun on one. */
  baseVersion: number | null;
  /** The version on file now; null = nothing is on file yet. */
  onFileVersion: number | null;
  /** Code of the shelter when it has left the register; null = it is on it. */
  deregistered: string | null;
  /** Fields in which it differs from what is on file now. */
  differing: readonly string[];
}

/**
 * Practice (Art. 14 speaks of filing, not of changing what was filed): a change that says nothing new, or was begun on a
 * version that has been corrected since, is told to both sides and stopped for neither. Of a shelter that has left the
 * register nothing comes on file any more.
 */
export function changeFindings(facts: ChangeFacts): Finding[] {
  const { kind, baseVersion, onFileVersion, deregistered, differing } = facts;
  if (!isOfOneOnFile(kind) || onFileVersion === null) return [];
  return [
    ...(deregistered === null ? [] : [ofOneThatLeft(deregistered)]),
    ...(baseVersion !== null && baseVersion < onFileVersion
      ? [advice('filing/base-version', 'BASE_VERSION_PASSED', { base: baseVersion, now: onFileVersion })]
      : []),
    ...(differing.length === 0 ? [advice('filing/something-changes', 'NOTHING_CHANGES')] : []),
  ];
}

/** A filing that begins as a version on file: a change, or the as-built version of a rebuild (Art. 21). */
export function isOfOneOnFile(kind: FilingKind): boolean {
  return kind === 'CHANGE' || kind === 'RECONSTRUCTION';
}

function ofOneThatLeft(code: string): Finding {
  const source = 'practice: the authority that keeps the record closed it';
  const rule = 'filing/on-the-register';
  return {
    class: 'IMPOSSIBLE',
    rule,
    article: null,
    source,
    field: null,
    code: 'SHELTER_DEREGISTERED',
    params: { code },
  };
}

function advice(rule: string, code: Finding['code'], params: Finding['params'] = {}): Finding {
  const source = 'practice: a reviewer compares with what is on file';
  return { class: 'ADVICE', rule, article: null, source, field: null, code, params };
}
