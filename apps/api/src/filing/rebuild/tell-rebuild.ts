import type { EntityManager } from 'typeorm';
import { tellChanges } from '../../platform/outbox/tell-change.ts';
import type { SubjectShelter } from '../../upkeep/subject-shelter.ts';

/** Leaves word of a notice for its unit and its authority, and of what it means for the shelter's readiness. */
export function tellRebuild(tx: EntityManager, shelter: SubjectShelter, at: Date): Promise<void> {
  const { id: shelterId, jurisdictionCode, unitId } = shelter;
  const change = { jurisdictionCode, unitId, shelterId, at };
  return tellChanges(tx, [
    { topic: 'FILING', ...change },
    { topic: 'UPKEEP', ...change },
  ]);
}
