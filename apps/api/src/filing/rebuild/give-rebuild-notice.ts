import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { REBUILD_ACTS } from '#regulation/rebuild/acts';
import { isGivenLate } from '#regulation/rebuild/given-late';
import { noticeRefusals } from '#regulation/rebuild/notice';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../identity/officer.ts';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { refuseUnknownFiles } from '../../registry/own-files.ts';
import { judgeDeed } from '../../upkeep/judge-deed.ts';
import { declareOutage } from '../../upkeep/keep-outages.ts';
import { isKnownDeed } from '../../upkeep/known-deed.ts';
import { findSubjectShelter } from '../../upkeep/subject-shelter.ts';
import { offTheRegister } from '../on-file.ts';
import { tellRebuild } from './tell-rebuild.ts';
import { outageOf, type ToldNotice } from './told-rebuild.ts';

export interface GivenNotice extends ToldNotice {
  /** The client's own key: sent again, it names the same notice. */
  readonly id: string;
  readonly shelterId: string;
}

/**
 * Art. 21: files a rebuild or extension before the work. What it takes out of use is out from its first day on, today
 * where that has come. A notice given too late is taken and marked.
 */
export async function giveRebuildNotice(office: Office, officer: Officer, given: GivenNotice): Promise<void> {
  const at = office.clock.now();
  const today = civilDateOf(at);
  await inTransaction(office.dataSource, async (tx) => {
    // Two who give one at the same moment wait for each other here, and so do two sendings of one.
    const [place] = await tx.query<{ code: string; deregistered: boolean }[]>(
      `select code, deregistered_at is not null as deregistered from shelter where id = $1 for no key update`,
      [given.shelterId],
    );
    if (await isKnownDeed(tx, 'rebuild_notice', given.id, officer.personId)) return;
    const onBehalf = await isOnBehalf(tx, officer, given.shelterId);
    const { shelter, appointment } = await judgeDeed(tx, officer, 'giveRebuildNotice', given.shelterId, {}, [
      ...noticeRefusals({ ...given, papers: given.fileIds.length, onBehalf }),
      ...(await underWay(tx, given.shelterId)),
      ...(place ? offTheRegister(place) : []),
    ]);
    await refuseUnknownFiles(tx, officer.personId, [...given.fileIds], []);
    const { jurisdictionCode } = shelter;
    await tx.query(
      `insert into rebuild_notice (id, shelter_id, jurisdiction_code, stage, kind, scope, starts_on, ends_on, effect,
                                   places_out, file_ids, recorded_by, organisation_id, on_behalf, given_at, changed_at)
       values ($1, $2, $3, 'NOTIFIED', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
      [
        given.id,
        given.shelterId,
        jurisdictionCode,
        given.kind,
        given.scope.trim(),
        given.startsOn,
        given.endsOn,
        given.effect,
        given.placesOut,
        given.fileIds,
        officer.personId,
        appointment.organisationId,
        onBehalf,
        at,
      ],
    );
    await declareOutage(tx, outageOf(given, given.shelterId, given.id), today);
    await writeLedgerEntry(tx, {
      process: 'rebuild_notice',
      act: 'giveNotice',
      article: REBUILD_ACTS.giveNotice.article,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'rebuild_notice', id: given.id, from: null, to: 'NOTIFIED' }],
      details: {
        shelterId: given.shelterId,
        startsOn: given.startsOn,
        endsOn: given.endsOn,
        effect: given.effect,
        placesOut: given.placesOut,
        onBehalf,
        late: isGivenLate(given.startsOn, today),
      },
    });
    await tellRebuild(tx, shelter, at);
  });
}

/** Whoever is not of the unit keys it for the unit. */
async function isOnBehalf(tx: EntityManager, officer: Officer, shelterId: string): Promise<boolean> {
  const shelter = await findSubjectShelter(tx, shelterId);
  const appointment = shelter && mayPerform(officer, 'giveRebuildNotice', shelter);
  return appointment ? appointment.role !== 'OPERATOR' : false;
}

async function underWay(tx: EntityManager, shelterId: string): Promise<Refusal[]> {
  const [open] = await tx.query<{ startsOn: string }[]>(
    `select starts_on::text as "startsOn" from rebuild_notice where shelter_id = $1 and stage = 'NOTIFIED'`,
    [shelterId],
  );
  if (!open) return [];
  const params = { startsOn: open.startsOn };
  return [{ rule: 'rebuild/one-at-a-time', article: null, field: null, code: 'REBUILD_UNDER_WAY', params }];
}
