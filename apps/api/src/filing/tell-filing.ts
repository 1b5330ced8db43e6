import type { EntityManager } from 'typeorm';
import { tellChanges } from '../platform/outbox/tell-change.ts';

export interface MovedFiling {
  readonly jurisdictionCode: string;
  readonly unitId: string | null;
}

/** Leaves word that a filing moved on, for its unit and for those who review it. */
export function tellFiling(
  tx: EntityManager,
  { jurisdictionCode, unitId }: MovedFiling,
  at: Date,
  shelterId: string | null = null,
): Promise<void> {
  return tellChanges(tx, [{ topic: 'FILING', jurisdictionCode, unitId, shelterId, at }]);
}
