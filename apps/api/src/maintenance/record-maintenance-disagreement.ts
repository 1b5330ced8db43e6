import { civilDateOf } from '#regulation/civil-date';
import { disagreementRefusals } from '#regulation/maintenance/arrangement';
import { placeDisagreement } from '#regulation/maintenance/standing';
import type { Officer } from '../identity/officer.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { enterArrangement, type EnteredArrangement } from './enter-arrangement.ts';

export interface ToldPositions {
  readonly unitPosition: string;
  readonly ownerPosition: string;
}

/** Art. 17: the two could not agree; what either asks for is kept, and the same level is to determine. */
export async function recordMaintenanceDisagreement(
  office: Office,
  officer: Officer,
  told: EnteredArrangement & ToldPositions,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, (tx) =>
    enterArrangement(tx, officer, 'recordMaintenanceDisagreement', told, at, {
      refusals: (stand, onBehalf) =>
        disagreementRefusals(
          {
            ...told,
            onBehalf,
            unitName: stand?.unitName ?? null,
            isFiled: stand?.isFiled ?? true,
            waits: (stand?.waitingId ?? null) !== null,
          },
          civilDateOf(at),
        ),
      place: (stand) => placeDisagreement(told.on, stand),
      columns: () => ({
        party: null,
        maintainerName: null,
        unitPosition: told.unitPosition.trim(),
        ownerPosition: told.ownerPosition.trim(),
      }),
    }),
  );
}
