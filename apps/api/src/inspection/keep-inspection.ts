import type { ActName } from '#regulation/authority';
import type { InspectionKind } from '#regulation/enumerations';
import {
  allHeads,
  fulfilsYear,
  headRefusals,
  looksAtFacilities,
  type HeadNote,
} from '#regulation/inspection/heads';
import type { Refusal } from '#regulation/refusal';
import { TEXT_LIMITS } from '#regulation/registry/text-limits';
import { evidenceRefusals } from '#regulation/upkeep/evidence';
import { findingRefusals } from '#regulation/upkeep/findings';
import { saidDateRefusals } from '#regulation/upkeep/recording';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import { jsonText } from '../platform/database/json-text.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { fulfilYear } from '../upkeep/fulfil-year.ts';
import { judgeDeed, type JudgedDeed } from '../upkeep/judge-deed.ts';
import { keepEvidence, type GivenEvidence } from '../upkeep/keep-evidence.ts';
import { keepReadiness } from '../upkeep/keep-readiness.ts';
import { isKnownDeed } from '../upkeep/known-deed.ts';
import { openDefects, type FoundDefect, type OpenedDefects } from '../upkeep/open-defects.ts';
import { deedOf, timeColumns, timesOf, type ToldTimes } from '../upkeep/told-times.ts';

export interface ToldFindingWithProof extends Omit<FoundDefect, 'shelterId'> {
  readonly evidence: readonly GivenEvidence[];
}

/** An inspection as it is told, perhaps long after it was done. */
export interface ToldInspection extends ToldTimes {
  /** The client's own key: sent again, it names the same inspection. */
  readonly id: string;
  readonly shelterId: string;
  readonly heads: readonly HeadNote[];
  readonly findings: readonly ToldFindingWithProof[];
  readonly evidence: readonly GivenEvidence[];
  readonly note: string | null;
}

/** By whose order departments take part. */
export interface InspectionOrder {
  readonly campaignId: string | null;
  readonly orderedOrganisationIds: readonly string[];
  readonly refusals: (shelterJurisdiction: string) => readonly Refusal[];
}

interface Kept {
  readonly kind: InspectionKind;
  readonly act: ActName;
  readonly told: ToldInspection;
  readonly order: InspectionOrder;
  readonly heads: readonly HeadNote[];
}

/**
 * Keeps an inspection whole: the record, its findings as defects, the evidence, what it makes of the shelter and of the
 * year; in one transaction and one ledger entry. A synced fact is always stored: late, doubtful clocks are said, not refused.
 */
export async function keepInspection(
  tx: EntityManager,
  at: Date,
  officer: Officer,
  kind: InspectionKind,
  act: ActName,
  told: ToldInspection,
  order: InspectionOrder,
): Promise<void> {
  const foundUnder = told.findings.map(({ head }) => head);
  const { orderedOrganisationIds } = order;
  const judged = await judgeDeed(tx, officer, act, told.shelterId, { orderedOrganisationIds }, [
    ...saidDateRefusals(told.saidOn, 'inspectedOn'),
    ...headRefusals(kind, told.heads, foundUnder),
    ...findingRefusals(told.findings),
    ...evidenceRefusals(told.evidence),
    ...noteRefusals(told.note),
    ...(await campaignRefusals(tx, told.shelterId, order)),
  ]);
  const kept = { kind, act, told, order, heads: allHeads(told.heads, foundUnder) };
  if (!(await enter(tx, at, officer, judged, kept))) return;
  const opened = await openFindings(tx, at, officer, judged, kept);
  await proveAndJudge(tx, at, officer, judged, kept, opened);
  const { jurisdictionCode, id: shelterId } = judged.shelter;
  await writeLedgerEntry(tx, {
    process: 'inspection',
    act,
    article: 27,
    at,
    by: officer,
    appointment: judged.appointment,
    jurisdictionCode,
    subjects: [{ kind: 'inspection', id: told.id, from: null, to: kind }, ...opened.subjects],
    details: { shelterId, campaignId: order.campaignId, year: deedOf(timesOf(told, at)).year },
  });
  await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, shelterId, at }]);
}

/** Answers false when the same inspection came twice at once and the other one was first. */
async function enter(
  tx: EntityManager,
  at: Date,
  officer: Officer,
  { shelter, appointment }: JudgedDeed,
  { kind, told, order, heads }: Kept,
): Promise<boolean> {
  const [entered] = await tx.query<unknown[]>(
    `insert into inspection (id, kind, shelter_id, jurisdiction_code, campaign_id, recorded_by, organisation_id, heads,
                             fulfils, note, said_on, done_on, device_at, sent_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (id) do nothing returning id`,
    [
      told.id,
      kind,
      shelter.id,
      shelter.jurisdictionCode,
      order.campaignId,
      officer.personId,
      appointment.organisationId,
      jsonText(heads),
      fulfilsYear(kind, heads),
      told.note?.trim() || null,
      ...timeColumns(timesOf(told, at)),
    ],
  );
  if (!entered) await isKnownDeed(tx, 'inspection', told.id, officer.personId);
  return entered !== undefined;
}

function openFindings(
  tx: EntityManager,
  at: Date,
  officer: Officer,
  { shelter, appointment }: JudgedDeed,
  { told, order }: Kept,
): Promise<OpenedDefects> {
  const found = told.findings.map((finding) => ({ ...finding, shelterId: shelter.id }));
  return openDefects(tx, found, {
    origin: 'INSPECTION',
    originId: told.id,
    orderedOrganisationIds: order.orderedOrganisationIds,
    foundOn: deedOf(timesOf(told, at)).on,
    at,
    personId: officer.personId,
    organisationId: appointment.organisationId,
  });
}

/** Evidence to the inspection and to each finding; then what it all makes of the shelter and of the year. */
async function proveAndJudge(
  tx: EntityManager,
  at: Date,
  officer: Officer,
  { shelter }: JudgedDeed,
  { kind, told, heads }: Kept,
  opened: OpenedDefects,
): Promise<void> {
  const common = { shelterId: shelter.id, inActivation: false };
  const ofFindings = told.findings.map(({ grade, evidence }, index) => ({
    ...common,
    about: 'DEFECT' as const,
    aboutId: opened.ids[index] ?? '',
    grade,
    evidence,
  }));
  const ofInspection = { ...common, about: 'INSPECTION' as const, aboutId: told.id, grade: null };
  await keepEvidence(tx, [{ ...ofInspection, evidence: told.evidence }, ...ofFindings], officer, at);
  const deed = deedOf(timesOf(told, at));
  if (fulfilsYear(kind, heads)) {
    const duty = 'SELF_INSPECTION';
    await fulfilYear(tx, [{ shelterId: shelter.id, duty, doneOn: deed.on, deedId: told.id }]);
  }
  const look = looksAtFacilities(heads) ? { on: deed.on, at: deed.at, deedId: told.id } : null;
  if (look || told.findings.some(({ grade }) => grade === 'MAJOR'))
    await keepReadiness(tx, [shelter.id], look);
}

/** Runs it, unless this person handed the same in before: then it is answered the same. */
export function onceOnly(
  office: Office,
  officer: Officer,
  id: string,
  work: (tx: EntityManager, at: Date) => Promise<void>,
): Promise<void> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    if (await isKnownDeed(tx, 'inspection', id, officer.personId)) return;
    await work(tx, at);
  });
}

async function campaignRefusals(
  tx: EntityManager,
  shelterId: string,
  order: InspectionOrder,
): Promise<readonly Refusal[]> {
  if (order.campaignId === null) return [];
  const [shelter] = await tx.query<{ code: string }[]>(
    `select jurisdiction_code as code from shelter where id = $1`,
    [shelterId],
  );
  return shelter ? order.refusals(shelter.code) : [];
}

function noteRefusals(note: string | null): Refusal[] {
  const limit = TEXT_LIMITS.remarks;
  const length = note?.length ?? 0;
  if (length <= limit) return [];
  const params = { limit, length };
  return [{ rule: 'inspection/record', article: null, field: 'note', code: 'TOO_LONG', params }];
}
