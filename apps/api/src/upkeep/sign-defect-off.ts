import { signedByAnother } from '#regulation/upkeep/sign-off';
import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { handsOf } from './defect-hands.ts';
import { stepDefect, type DefectStepTold } from './step-defect.ts';

/** Somebody else has looked: the defect is closed (销号), and the shelter is as ready as what remains lets it be. */
export function signDefectOff(office: Office, officer: Officer, told: DefectStepTold): Promise<void> {
  return stepDefect(office, officer, 'signDefectOff', told, {
    refusals: (defect) => signedByAnother(handsOf(defect), officer),
    set: (_defect, at) => ({ resolved_at: at }),
  });
}
