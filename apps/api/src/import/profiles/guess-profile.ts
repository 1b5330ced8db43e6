import { GSI } from './gsi.ts';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import { mappedColumns } from './own-columns.ts';
import { OWN } from './own.ts';
import type { Columns, Profile, ProfileName } from './profile.ts';
import { TW_NFA } from './tw-nfa.ts';

/** The strict ones first: their headers are their own, the template's are anybody's. */
const PROFILES: readonly Profile[] = [GSI, TW_NFA, OWN];

/** A profile that understands a header row. */
export interface Understood {
  readonly profile: Profile;
  readonly columns: Columns;
}

export function profileNamed(name: ProfileName): Profile {
  const profile = PROFILES.find((one) => one.name === name);
  if (!profile) throw new Error(`no import profile ${name}`);
  return profile;
}

/** The profile whose columns are all there; only the asked one when one was asked. Null when none is. */
export function understand(header: readonly string[], asked: ProfileName | null): Understood | null {
  for (const profile of asked ? [profileNamed(asked)] : PROFILES) {
    const columns = profile.columns(header);
    if (profile.missing(columns).length === 0) return { profile, columns };
  }
  return null;
}

/** The template's meaning under the headings a person has given it. Null when what it needs is missing. */
export function understandMapped(mapping: ColumnMapping): Understood | null {
  const columns = mappedColumns(mapping);
  return OWN.missing(columns).length === 0 ? { profile: OWN, columns } : null;
}
