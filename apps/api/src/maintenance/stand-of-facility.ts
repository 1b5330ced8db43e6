import type { FacilityType, MaintenanceStage, ShelterGrade } from '#regulation/enumerations';
import type { ActSubject } from '#regulation/authority';
import { levelOf } from '#regulation/maintenance/same-level';
import type { MaintenanceStanding } from '#regulation/maintenance/standing';
import type { EntityManager } from 'typeorm';

/** A facility of a shelter, and what stands of its maintenance. */
export interface FacilityStand extends MaintenanceStanding {
  readonly subject: ActSubject & { readonly unitId: string };
  readonly unitName: string;
  readonly isFiled: boolean;
  readonly inForceId: string | null;
  readonly waitingId: string | null;
  /** Whose the facility is, by the disagreement that waits. */
  readonly waitingOwner: string | null;
}

/**
 * Locks one facility of a shelter against everybody else who arranges its maintenance, and reads what stands; null when
 * there is no such shelter. The lock ends with the transaction.
 */
export async function lockFacility(
  tx: EntityManager,
  shelterId: string,
  facilityType: FacilityType,
): Promise<FacilityStand | null> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('maintenance ' || $1::uuid || $2::text, 0))`,
    [shelterId, facilityType],
  );
  const [shelter] = await tx.query<
    { jurisdiction: string; unit: string; name: string; grade: ShelterGrade; filed: boolean }[]
  >(
    `select shelter.jurisdiction_code as jurisdiction, unit_id as unit, organisation.name, grade,
            contents->'facilities' @> jsonb_build_array(jsonb_build_object('type', $2::text)) as filed
     from shelter join organisation on organisation.id = shelter.unit_id where shelter.id = $1`,
    [shelterId, facilityType],
  );
  if (!shelter) return null;
  const standing = await tx.query<{ id: string; stage: MaintenanceStage; since: string; owner: string }[]>(
    `select id, stage, to_char(coalesce(determined_on, said_on), 'YYYY-MM-DD') as since, owner_name as owner
     from maintenance_arrangement where shelter_id = $1 and facility_type = $2 and stage <> 'ENDED'`,
    [shelterId, facilityType],
  );
  const waiting = standing.find(({ stage }) => stage === 'DISAGREED');
  const inForce = standing.find(({ stage }) => stage !== 'DISAGREED');
  return {
    subject: {
      jurisdictionCode: shelter.jurisdiction,
      unitId: shelter.unit,
      level: levelOf(shelter.grade),
    },
    unitName: shelter.name,
    isFiled: shelter.filed,
    inForceId: inForce?.id ?? null,
    inForceSince: inForce?.since ?? null,
    waitingId: waiting?.id ?? null,
    disagreedOn: waiting?.since ?? null,
    waitingOwner: waiting?.owner ?? null,
  };
}
