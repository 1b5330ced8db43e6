import type { CivilDate } from '../civil-date.ts';
import type { MaintenanceGround } from '../enumerations.ts';

/** What stands of one facility before something is recorded. */
export interface MaintenanceStanding {
  /** Since when the agreement or determination in force counts; null = none is. */
  readonly inForceSince: CivilDate | null;
  /** When the disagreement that waits was recorded to have been; null = none waits. */
  readonly disagreedOn: CivilDate | null;
}

/** What a new record is, and what it ends. */
export interface PlacedArrangement {
  /** It stands now; else it is told late, and something newer is in force already: history from the start. */
  readonly stands: boolean;
  readonly endsInForce: boolean;
  readonly settlesDisagreement: boolean;
}

/** An agreement takes the place of what is older than it, and settles a disagreement that came before it. */
export function placeAgreement(on: CivilDate, standing: MaintenanceStanding): PlacedArrangement {
  const stands = isNewest(on, standing);
  return {
    stands,
    endsInForce: stands && standing.inForceSince !== null,
    settlesDisagreement: standing.disagreedOn !== null && on >= standing.disagreedOn,
  };
}

/** A disagreement waits; what is in force stays so meanwhile. One older than what is in force was settled by it. */
export function placeDisagreement(on: CivilDate, standing: MaintenanceStanding): PlacedArrangement {
  return { stands: isNewest(on, standing), endsInForce: false, settlesDisagreement: false };
}

function isNewest(on: CivilDate, { inForceSince }: MaintenanceStanding): boolean {
  return inForceSince === null || on >= inForceSince;
}

/** What is known of who maintains a facility. */
export interface MaintenanceFacts {
  readonly inForce: 'AGREEMENT' | 'DETERMINATION' | null;
  /** Who maintains it, by the file (Art. 14); null = not told. */
  readonly filedMaintainer: string | null;
  /** The shelter's owner or manager. */
  readonly unitName: string;
}

/**
 * On what ground somebody maintains a facility. The file may name another body than the unit without any agreement: then
 * Art. 17 asks for one. Who is not told is unknown, never the unit.
 */
export function maintenanceGround({
  inForce,
  filedMaintainer,
  unitName,
}: MaintenanceFacts): MaintenanceGround {
  if (inForce) return inForce;
  const told = filedMaintainer?.trim() ?? '';
  if (told === '') return 'UNKNOWN';
  return told === unitName.trim() ? 'UNIT' : 'NOT_ARRANGED';
}
