import type { Actor } from '../actor.ts';
import type { Refusal } from '../refusal.ts';

/** Who has a stake in a defect. */
export interface DefectHands {
  responsibleOrganisationId: string | null;
  /** The person named in the order, where they have an account, and everybody who reported on the repair. */
  personIds: readonly string[];
}

/**
 * Art. 27 with the practice of the hazard ledger (严格把关销号): whoever was to mend a defect, or mended it, neither signs
 * it off nor sends it back; nor does anybody who holds any office in the responsible body.
 */
export function signedByAnother(
  { responsibleOrganisationId, personIds }: DefectHands,
  actor: Actor,
): Refusal[] {
  const isOfTheBody = actor.appointments.some(
    ({ organisationId }) => organisationId === responsibleOrganisationId,
  );
  if (!isOfTheBody && !personIds.includes(actor.personId)) return [];
  return [{ rule: 'upkeep/sign-off', article: 27, field: null, code: 'OWN_DEFECT', params: {} }];
}
