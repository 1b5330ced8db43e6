import type { DefectGrade, FacilityType, InspectionHead } from '#regulation/enumerations';
import { effectOf, type DefectEffect } from '#regulation/upkeep/readiness';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerSubject } from '../ledger/ledger.entity.ts';
import { jsonText } from '../platform/database/json-text.ts';
import type { DefectOrigin } from './defect.entity.ts';

/** Something amiss, on its way into the ledger of defects. */
export interface FoundDefect {
  readonly shelterId: string;
  readonly grade: DefectGrade;
  readonly head: InspectionHead;
  readonly facilityType: FacilityType | null;
  readonly text: string;
  /** What a major one makes of the shelter. */
  readonly effect: DefectEffect | null;
}

/** Where and when defects came to light. */
export interface Discovery {
  readonly origin: DefectOrigin;
  /** The inspection, drill, activation or notice of a rebuild. */
  readonly originId: string;
  /** Departments ordered to carry out the inspection. */
  readonly orderedOrganisationIds: readonly string[];
  /** Civil date. */
  readonly foundOn: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly organisationId: string | null;
}

export interface OpenedDefects {
  /** In the order given. */
  readonly ids: readonly string[];
  /** What the ledger entry of the act that found them says of them. */
  readonly subjects: readonly LedgerSubject[];
}

/**
 * Opens defects, set-based, in the caller's transaction. The caller's own ledger entry names them; `keepReadiness` then
 * says what they make of their shelters.
 */
export async function openDefects(
  tx: EntityManager,
  found: readonly FoundDefect[],
  discovery: Discovery,
): Promise<OpenedDefects> {
  const { origin, originId, orderedOrganisationIds, foundOn, at, personId, organisationId } = discovery;
  const rows = found.map(({ shelterId, grade, head, facilityType, text, effect }) => ({
    id: uuidv7(),
    step_id: uuidv7(),
    shelter_id: shelterId,
    grade,
    head,
    facility_type: facilityType,
    text: text.trim(),
    effect: effectOf(grade, effect),
  }));
  if (rows.length > 0) {
    await tx.query(
      `insert into defect (id, shelter_id, jurisdiction_code, stage, grade, head, facility_type, text, effect, origin,
                           origin_id, ordered_organisation_ids, found_on, found_at, changed_at)
       select found.id, shelter.id, shelter.jurisdiction_code, 'FOUND', found.grade, found.head, found.facility_type,
              found.text, found.effect, $2, $3, $4, $5, $6, $6
       from jsonb_to_recordset($1) as found (id uuid, shelter_id uuid, grade text, head text, facility_type text,
         text text, effect text) join shelter on shelter.id = found.shelter_id`,
      [jsonText(rows), origin, originId, orderedOrganisationIds, foundOn, at],
    );
    await tx.query(
      `insert into defect_step (id, defect_id, act, at, person_id, organisation_id)
       select step_id, id, 'find', $2, $3, $4 from jsonb_to_recordset($1) as found (id uuid, step_id uuid)`,
      [jsonText(rows), at, personId, organisationId],
    );
  }
  const ids = rows.map(({ id }) => id);
  return { ids, subjects: ids.map((id) => ({ kind: 'defect', id, from: null, to: 'FOUND' })) };
}
