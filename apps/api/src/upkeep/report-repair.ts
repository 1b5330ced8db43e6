import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { stepDefect, type DefectStepTold } from './step-defect.ts';

/** The defect is mended, says whoever mended it; somebody else is to look. */
export function reportRepair(office: Office, officer: Officer, told: DefectStepTold): Promise<void> {
  return stepDefect(office, officer, 'reportRepair', told, {
    set: ({ repairedBy }) => ({ repaired_by: [...new Set([...repairedBy, officer.personId])] }),
  });
}
