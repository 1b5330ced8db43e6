import type { GateConflictKind } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface FoundConflict {
  readonly gateId: string;
  readonly kind: GateConflictKind;
  readonly entryId: string;
  readonly otherId?: string;
  readonly persons: number;
  readonly at: Date;
}

/** Leaves a contradiction for the command post; one that is open already is not told twice. */
export async function noteConflict(tx: EntityManager, found: FoundConflict): Promise<void> {
  await tx.query(
    `insert into gate_conflict (id, activation_shelter_id, kind, entry_id, other_id, persons, found_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [uuidv7(), found.gateId, found.kind, found.entryId, found.otherId ?? null, found.persons, found.at],
  );
}
