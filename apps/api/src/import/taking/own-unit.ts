import { reach } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import type { EntityManager } from 'typeorm';
import { ActRefused } from '../../platform/refused.ts';

/** The owner or manager whose own list is imported. */
export interface OwnUnit {
  readonly id: string;
  readonly name: string;
  readonly jurisdictionCode: string;
}

/**
 * In whose name the list comes: null for an authority, whose rows go on file; the unit for an owner, whose rows become
 * drafts. Throws ActRefused for whoever may import nothing, or whose units are several.
 */
export async function findOwner(tx: Pick<EntityManager, 'query'>, actor: Actor): Promise<OwnUnit | null> {
  const { everywhere, jurisdictions, units } = reach(actor, 'importList');
  if (everywhere || jurisdictions.length > 0) return null;
  const rows = await tx.query<OwnUnit[]>(
    `select id, name, jurisdiction_code as "jurisdictionCode" from organisation where id = any($1)`,
    [units],
  );
  const [unit] = rows;
  if (!unit || rows.length > 1) {
    const params = { act: 'importList' };
    throw new ActRefused([
      { rule: 'import/authority', article: 18, field: null, code: 'NO_AUTHORITY', params },
    ]);
  }
  return unit;
}

/** The jurisdiction meant by a list that names none: the unit's, or the only one an officer works in. */
export function homeOf(actor: Actor, owner: OwnUnit | null): string | null {
  if (owner) return owner.jurisdictionCode;
  const { everywhere, jurisdictions } = reach(actor, 'importList');
  return !everywhere && jurisdictions.length === 1 ? (jurisdictions[0] ?? null) : null;
}
