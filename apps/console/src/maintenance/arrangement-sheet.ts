import type { FacilityType, MaintenanceParty } from '#regulation/enumerations';
import { newId } from '../api/new-id.ts';
import { perform, type Outcome } from '../api/perform.ts';
import { DETERMINE, END, RECORD_AGREEMENT, RECORD_DISAGREEMENT } from './maintenance.documents.ts';

/** What can be done about the maintenance of a facility. */
export const MAINTENANCE_ACTS = [
  'recordMaintenanceAgreement',
  'recordMaintenanceDisagreement',
  'determineMaintenance',
  'endMaintenance',
  'liftDetermination',
] as const;
export type MaintenanceAct = (typeof MAINTENANCE_ACTS)[number];

/** Whether the console knows how to do an act that the server offers. */
export function isMaintenanceAct(act: string): act is MaintenanceAct {
  return (MAINTENANCE_ACTS as readonly string[]).includes(act);
}

/** What is typed; its id is made once, so that sending it again names the same record. */
export interface ArrangementSheet {
  id: string;
  ownerName: string;
  on: string;
  party: MaintenanceParty;
  maintainerName: string;
  unitPosition: string;
  ownerPosition: string;
  decisionNumber: string;
  reason: string;
  documents: string[];
  signedPapers: string[];
}

/** An empty sheet; the owner is taken over from what is known. */
export function blankSheet(ownerName: string): ArrangementSheet {
  return {
    id: newId(),
    ownerName,
    on: '',
    party: 'OWNER',
    maintainerName: '',
    unitPosition: '',
    ownerPosition: '',
    decisionNumber: '',
    reason: '',
    documents: [],
    signedPapers: [],
  };
}

/** Sends a sheet as the act it is for. `endingId` is what is ended. */
export function sendSheet(
  act: MaintenanceAct,
  shelterId: string,
  facilityType: FacilityType,
  sheet: ArrangementSheet,
  endingId: string,
): Promise<Outcome<unknown>> {
  const { id, ownerName, on, party, maintainerName, unitPosition, ownerPosition, reason } = sheet;
  const documentFileId = sheet.documents[0] ?? null;
  const signedPaperFileId = sheet.signedPapers[0] ?? null;
  const facility = { shelterId, facilityType };
  const entered = { id, ...facility, ownerName, documentFileId, signedPaperFileId };
  switch (act) {
    case 'recordMaintenanceAgreement':
      return perform(RECORD_AGREEMENT, { input: { ...entered, agreedOn: on, party, maintainerName } });
    case 'recordMaintenanceDisagreement':
      return perform(RECORD_DISAGREEMENT, {
        input: { ...entered, disagreedOn: on, unitPosition, ownerPosition },
      });
    case 'determineMaintenance': {
      const { decisionNumber } = sheet;
      return perform(DETERMINE, {
        input: {
          ...facility,
          party,
          maintainerName,
          determinedOn: on,
          decisionNumber,
          reason,
          documentFileId,
        },
      });
    }
    case 'endMaintenance':
    case 'liftDetermination':
      return perform(END, { id: endingId, reason });
  }
}
