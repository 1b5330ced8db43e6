import { FirstRunLink, Session } from './identity/session.entity.ts';
import { AppointmentRow } from './identity/appointment.entity.ts';
import { Jurisdiction } from './identity/jurisdiction.entity.ts';
import { Organisation } from './identity/organisation.entity.ts';
import { Person, SignInFailure } from './identity/person.entity.ts';
import { LedgerEntry, LedgerSeal } from './ledger/ledger.entity.ts';
import { StoredFile } from './platform/files/stored-file.entity.ts';
import { OutboxHead, OutboxRow } from './platform/outbox/outbox.entity.ts';
import { CorrectionNotice } from './registry/correction-notice.entity.ts';
import { NumberCounter } from './registry/number-counter.entity.ts';
import { Shelter } from './registry/shelter.entity.ts';
import { ShelterVersion } from './registry/shelter-version.entity.ts';
import { FilingReturn } from './filing/filing-return.entity.ts';
import { Deregistration } from './filing/deregistration/deregistration.entity.ts';
import { Filing } from './filing/filing.entity.ts';
import { RebuildNotice } from './filing/rebuild/rebuild-notice.entity.ts';
import { ImportMapping } from './import/import-mapping.entity.ts';
import { ImportRun } from './import/import-run.entity.ts';
import { Edition, EditionItem } from './publication/edition.entity.ts';
import { Publication } from './publication/publication.entity.ts';
import { LiveSituation } from './registry/live-situation.entity.ts';
import { SavedView } from './registry/saved-view.entity.ts';
import { Activation } from './activation/activation.entity.ts';
import { ActivationShelter } from './activation/activation-shelter.entity.ts';
import { DecisionRequest } from './activation/decision-request.entity.ts';
import { DutyRosterEntry, DutyTarget } from './activation/duty-roster.entity.ts';
import { EmergencyPlan } from './activation/emergency-plan.entity.ts';
import { HazardEvent } from './activation/hazard-event.entity.ts';
import { CommandPostMember, StandingPostMember } from './activation/post-members.entity.ts';
import { ProposalItem } from './activation/proposal-item.entity.ts';
import { ShelterReport, VolunteerStation } from './activation/site-records.entity.ts';
import { Announcement } from './announcements/announcement.entity.ts';
import { GateConflict, GateEntry, GateTally, GateTransfer } from './occupancy/gate-records.entity.ts';
import { Stay } from './occupancy/stay.entity.ts';
import { ClosingTask } from './closure/closing-task.entity.ts';
import { MaintenanceArrangement } from './maintenance/maintenance-arrangement.entity.ts';
import { Duty } from './duties/duty.entity.ts';
import { Defect, DefectStep } from './upkeep/defect.entity.ts';
import { Drill } from './upkeep/drill.entity.ts';
import { Evidence } from './upkeep/evidence.entity.ts';
import { Outage } from './upkeep/outage.entity.ts';
import { FacilityCheck, YearlyFulfilment } from './upkeep/fulfilment.entity.ts';
import { Inspection, InspectionCampaign } from './inspection/inspection.entity.ts';

/** Every table of the system. */
export const ENTITIES = [
  Jurisdiction,
  Organisation,
  Person,
  SignInFailure,
  AppointmentRow,
  Session,
  FirstRunLink,
  LedgerEntry,
  LedgerSeal,
  StoredFile,
  OutboxRow,
  OutboxHead,
  Shelter,
  ShelterVersion,
  CorrectionNotice,
  NumberCounter,
  SavedView,
  Filing,
  FilingReturn,
  RebuildNotice,
  Deregistration,
  ImportRun,
  ImportMapping,
  LiveSituation,
  Edition,
  EditionItem,
  Publication,
  DutyRosterEntry,
  DutyTarget,
  EmergencyPlan,
  StandingPostMember,
  HazardEvent,
  Activation,
  ProposalItem,
  DecisionRequest,
  ActivationShelter,
  CommandPostMember,
  VolunteerStation,
  ShelterReport,
  Duty,
  Defect,
  DefectStep,
  Evidence,
  Drill,
  YearlyFulfilment,
  FacilityCheck,
  Outage,
  InspectionCampaign,
  Inspection,
  Announcement,
  ClosingTask,
  MaintenanceArrangement,
  Stay,
  GateEntry,
  GateTally,
  GateTransfer,
  GateConflict,
];
