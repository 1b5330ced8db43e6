import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { stepDefect, type DefectStepTold } from './step-defect.ts';

/** Whoever was ordered begins to mend. */
export function startRepair(office: Office, officer: Officer, told: DefectStepTold): Promise<void> {
  return stepDefect(office, officer, 'startRepair', told, {
    set: ({ repairedBy }) => ({ repaired_by: [...new Set([...repairedBy, officer.personId])] }),
  });
}
