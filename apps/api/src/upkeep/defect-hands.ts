import type { DefectHands } from '#regulation/upkeep/sign-off';
import type { Defect } from './defect.entity.ts';

/** Who has a stake in a defect: the body and person it was given to, and everybody who worked on it. */
export function handsOf(
  defect: Pick<Defect, 'responsibleOrganisationId' | 'responsiblePersonId' | 'repairedBy'>,
): DefectHands {
  const { responsibleOrganisationId, responsiblePersonId, repairedBy } = defect;
  return {
    responsibleOrganisationId,
    personIds: responsiblePersonId === null ? repairedBy : [responsiblePersonId, ...repairedBy],
  };
}
