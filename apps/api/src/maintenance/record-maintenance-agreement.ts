import { civilDateOf } from '#regulation/civil-date';
import { agreementRefusals, type ToldMaintainer } from '#regulation/maintenance/arrangement';
import { placeAgreement } from '#regulation/maintenance/standing';
import type { Officer } from '../identity/officer.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { enterArrangement, type EnteredArrangement } from './enter-arrangement.ts';
import { nameOfMaintainer } from './name-of-maintainer.ts';

/** Art. 17: the unit and the owner of a facility agreed who maintains it; their document proves it. */
export async function recordMaintenanceAgreement(
  office: Office,
  officer: Officer,
  told: EnteredArrangement & ToldMaintainer,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, (tx) =>
    enterArrangement(tx, officer, 'recordMaintenanceAgreement', told, at, {
      refusals: (stand, onBehalf) =>
        agreementRefusals(
          { ...told, onBehalf, unitName: stand?.unitName ?? null, isFiled: stand?.isFiled ?? true },
          civilDateOf(at),
        ),
      place: (stand) => placeAgreement(told.on, stand),
      columns: ({ unitName }) => ({
        party: told.party,
        maintainerName: nameOfMaintainer(told, unitName, told.ownerName),
        unitPosition: null,
        ownerPosition: null,
      }),
    }),
  );
}
