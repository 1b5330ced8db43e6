import type { CivilDate } from '../civil-date.ts';
import type { DeadlineLight, RebuildStage } from '../enumerations.ts';
import { latenessOf, type LatenessConfig } from '../upkeep/lateness.ts';

/** Practice: only how the promised end is shown; the city sets its own. */
export const REBUILD_LATENESS: LatenessConfig = { soonDays: 14, veryLateDays: 60 };

/**
 * Practice: how the end that was promised stands while the as-built version is not on file; null once nothing is waited for.
 * What is out of use stays so past that day, until somebody says that the work is done.
 */
export function finishLight(
  { stage, endsOn }: { readonly stage: RebuildStage; readonly endsOn: CivilDate },
  today: CivilDate,
  config: LatenessConfig = REBUILD_LATENESS,
): DeadlineLight | null {
  return stage === 'NOTIFIED' ? latenessOf(endsOn, today, config) : null;
}
