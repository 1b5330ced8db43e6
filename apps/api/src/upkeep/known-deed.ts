import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { ActRefused } from '../platform/refused.ts';

/** Tables whose rows are named by a key that the client made. */
type DeedTable = 'inspection' | 'drill' | 'rebuild_notice';

/**
 * Whether this person handed the deed in before: a device that lost our answer sends the same thing again, and is answered
 * the same. Throws ActRefused when the key is somebody else's.
 */
export async function isKnownDeed(
  tx: EntityManager,
  table: DeedTable,
  id: string,
  personId: string,
): Promise<boolean> {
  const [known] = await tx.query<{ recorded_by: string | null }[]>(
    `select recorded_by from ${table} where id = $1`,
    [id],
  );
  if (known && known.recorded_by !== personId) throw new ActRefused([KEY_OF_ANOTHER]);
  return known !== undefined;
}

const KEY_OF_ANOTHER: Refusal = {
  rule: 'upkeep/known-deed',
  article: null,
  field: 'id',
  code: 'ALREADY_DONE',
  params: {},
};
