import { CreateIdentity1763700000001 } from './1763700000001-create-identity.ts';
import { CreateLedger1763700000002 } from './1763700000002-create-ledger.ts';
import { CreateRegistryAndFiling1763700000003 } from './1763700000003-create-registry-and-filing.ts';
import { CreatePublication1763700000010 } from './1763700000010-create-publication.ts';
import { CreateImport1763700000020 } from './1763700000020-create-import.ts';
import { IndexFilesByRecord1763700000030 } from './1763700000030-index-files-by-record.ts';
import { NumberSealings1763700000040 } from './1763700000040-number-sealings.ts';
import { DisableOrganisations1763700000050 } from './1763700000050-disable-organisations.ts';
import { CreateOutbox1764100000010 } from './1764100000010-create-outbox.ts';
import { CreateActivation1764100000020 } from './1764100000020-create-activation.ts';
import { CreateWorkOnSite1764100000021 } from './1764100000021-create-work-on-site.ts';
import { CreateUpkeepAndInspection1764100000030 } from './1764100000030-create-upkeep-and-inspection.ts';
import { CreateAnnouncements1764100000050 } from './1764100000050-create-announcements.ts';
import { CreateOccupancy1764100000040 } from './1764100000040-create-occupancy.ts';
import { CreateClosingTasks1764400000010 } from './1764400000010-create-closing-tasks.ts';
import { PassOverClosing1764500000010 } from './1764500000010-pass-over-closing.ts';
import { BaseChangesOnVersions1764600000010 } from './1764600000010-base-changes-on-versions.ts';
import { SpellSearchText1764700000010 } from './1764700000010-spell-search-text.ts';
import { TellOfTheSite1765000000010 } from './1765000000010-tell-of-the-site.ts';
import { CreateDeregistrations1765000000050 } from './1765000000050-create-deregistrations.ts';
import { TellCorrections1764900000010 } from './1764900000010-tell-corrections.ts';
import { RelayInOneStatement1764800000010 } from './1764800000010-relay-in-one-statement.ts';
import { GiveNoticeOfRebuilds1764900000030 } from './1764900000030-give-notice-of-rebuilds.ts';
import { CreateMaintenance1764900000020 } from './1764900000020-create-maintenance.ts';
import { CreateSavedViews1764900000021 } from './1764900000021-create-saved-views.ts';
import { KeepReturns1765000000040 } from './1765000000040-keep-returns.ts';
import { MapImportColumns1765200000010 } from './1765200000010-map-import-columns.ts';
import { KeepImportRows1765200000020 } from './1765200000020-keep-import-rows.ts';
import { ListDueCorrections1765200000030 } from './1765200000030-list-due-corrections.ts';
import { AcceptWithAReason1765300000020 } from './1765300000020-accept-with-a-reason.ts';
import { KeepWhatWasReturned1765300000010 } from './1765300000010-keep-what-was-returned.ts';

/** In the order they run; one that landed is never edited. */
export const MIGRATIONS = [
  CreateIdentity1763700000001,
  CreateLedger1763700000002,
  CreateRegistryAndFiling1763700000003,
  CreatePublication1763700000010,
  CreateImport1763700000020,
  IndexFilesByRecord1763700000030,
  NumberSealings1763700000040,
  DisableOrganisations1763700000050,
  CreateOutbox1764100000010,
  CreateActivation1764100000020,
  CreateWorkOnSite1764100000021,
  CreateUpkeepAndInspection1764100000030,
  CreateAnnouncements1764100000050,
  CreateOccupancy1764100000040,
  CreateClosingTasks1764400000010,
  PassOverClosing1764500000010,
  BaseChangesOnVersions1764600000010,
  SpellSearchText1764700000010,
  RelayInOneStatement1764800000010,
  GiveNoticeOfRebuilds1764900000030,
  TellCorrections1764900000010,
  CreateMaintenance1764900000020,
  CreateSavedViews1764900000021,
  TellOfTheSite1765000000010,
  KeepReturns1765000000040,
  MapImportColumns1765200000010,
  KeepImportRows1765200000020,
  ListDueCorrections1765200000030,
  CreateDeregistrations1765000000050,
  KeepWhatWasReturned1765300000010,
  AcceptWithAReason1765300000020,
];
