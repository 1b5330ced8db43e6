import { reasonRefusals } from '#regulation/filing/review';
import { signedByAnother } from '#regulation/upkeep/sign-off';
import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { handsOf } from './defect-hands.ts';
import { stepDefect, type DefectStepTold } from './step-defect.ts';

/** Not good enough: the repair goes back, with the reason. */
export function returnRepair(office: Office, officer: Officer, told: DefectStepTold): Promise<void> {
  return stepDefect(office, officer, 'returnRepair', told, {
    refusals: (defect) => [
      ...reasonRefusals(told.note ?? '', 'reason'),
      ...signedByAnother(handsOf(defect), officer),
    ],
    set: ({ returned }) => ({ returned: returned + 1 }),
  });
}
