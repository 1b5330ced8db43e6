import { mayReadFilingFile } from './filing/filing-files.queries.ts';
import { mayReadRebuildFile } from './filing/rebuild/rebuild-files.queries.ts';
import { countUnsealed } from './ledger/verify-ledger.ts';
import type { FileReader } from './platform/files/stored-file.queries.ts';
import type { GaugeSource } from './platform/health/metrics.ts';
import { countWaitingChanges } from './platform/outbox/read-changes.ts';
import { DATABASE_ANSWERS, MIGRATIONS_DONE, type Condition } from './platform/health/readiness.ts';
import { isPublicZonePlan } from './publication/public-files.queries.ts';
import { mayReadShelterFile } from './registry/shelter-files.queries.ts';
import { mayReadEvidenceFile } from './upkeep/evidence.queries.ts';
import { mayReadMaintenanceFile } from './maintenance/maintenance.queries.ts';
import { isDemoLoaded } from './seed/demo/load-demo.ts';
import { isReferenceSeeded } from './seed/seed-reference.ts';

// What the platform asks of the stages without knowing them.

/** Who may read a file besides its uploader; the public reads only what the last of them allows. */
export const FILE_READERS: readonly FileReader[] = [
  mayReadShelterFile,
  mayReadFilingFile,
  mayReadRebuildFile,
  mayReadEvidenceFile,
  mayReadMaintenanceFile,
  isPublicZonePlan,
];

/** Numbers of the business beside the measurements of the process. */
export const GAUGES: readonly GaugeSource[] = [
  { name: 'ledger_unsealed_entries', help: 'Acts committed and not yet sealed', read: countUnsealed },
  { name: 'outbox_waiting_changes', help: 'Changes committed and not yet told', read: countWaitingChanges },
];

/** What must hold before the server is ready, in this order. */
export const READY_WHEN: readonly Condition[] = [
  DATABASE_ANSWERS,
  MIGRATIONS_DONE,
  {
    code: 'REFERENCE_DATA',
    otherwise: 'Jurisdictions are missing. Start the server again, or run "npm run migrate".',
    forGood: true,
    holds: ({ dataSource }) => isReferenceSeeded(dataSource),
  },
  {
    code: 'DEMO_CITY',
    otherwise: 'The demo city is still being loaded.',
    forGood: true,
    holds: async (office) => !office.config.demo || isDemoLoaded(office.dataSource),
  },
];
