import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { keepInspection, onceOnly, type ToldInspection } from './keep-inspection.ts';

/** The unit's own inspection of its shelter (Art. 27 ¶2); with the facilities looked at, it is the year's. */
export function recordInspection(office: Office, officer: Officer, told: ToldInspection): Promise<void> {
  const order = { campaignId: null, orderedOrganisationIds: [], refusals: () => [] };
  return onceOnly(office, officer, told.id, (tx, at) =>
    keepInspection(tx, at, officer, 'SELF_ANNUAL', 'recordInspection', told, order),
  );
}
