import { drillRefusals } from '#regulation/upkeep/drill';
import { evidenceRefusals } from '#regulation/upkeep/evidence';
import { saidDateRefusals } from '#regulation/upkeep/recording';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { fulfilYear } from './fulfil-year.ts';
import { keepEvidence, type GivenEvidence } from './keep-evidence.ts';
import { judgeDeed } from './judge-deed.ts';
import { isKnownDeed } from './known-deed.ts';
import { deedOf, timeColumns, timesOf, type ToldTimes } from './told-times.ts';

export interface ToldDrill extends ToldTimes {
  /** The client's own key: sent again, it names the same drill. */
  readonly id: string;
  readonly shelterId: string;
  /** Persons; null = not known. */
  readonly participants: number | null;
  readonly summary: string;
  readonly evidence: readonly GivenEvidence[];
}

/** Records a drill of the unit (Art. 20 (6)); it counts for the year it was held in, whenever it is told. */
export async function recordDrill(office: Office, officer: Officer, drill: ToldDrill): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    if (await isKnownDeed(tx, 'drill', drill.id, officer.personId)) return;
    const { shelter, appointment } = await judgeDeed(tx, officer, 'recordDrill', drill.shelterId, {}, [
      ...saidDateRefusals(drill.saidOn, 'heldOn'),
      ...drillRefusals(drill),
      ...evidenceRefusals(drill.evidence),
    ]);
    const times = timesOf(drill, at);
    const { jurisdictionCode, id: shelterId } = shelter;
    const [entered] = await tx.query<unknown[]>(
      `insert into drill (id, shelter_id, jurisdiction_code, recorded_by, organisation_id, participants, summary,
                          said_on, done_on, device_at, sent_at, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing returning id`,
      [
        drill.id,
        shelterId,
        jurisdictionCode,
        officer.personId,
        appointment.organisationId,
        drill.participants,
        drill.summary.trim(),
        ...timeColumns(times),
      ],
    );
    // The same drill came twice at once, and the other one was first.
    if (!entered) {
      await isKnownDeed(tx, 'drill', drill.id, officer.personId);
      return;
    }
    const about = { about: 'DRILL', aboutId: drill.id, shelterId, grade: null, inActivation: false } as const;
    await keepEvidence(tx, [{ ...about, evidence: drill.evidence }], officer, at);
    await fulfilYear(tx, [{ shelterId, duty: 'DRILL', doneOn: deedOf(times).on, deedId: drill.id }]);
    await writeLedgerEntry(tx, {
      process: 'drill',
      act: 'recordDrill',
      article: 20,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'drill', id: drill.id, from: null, to: 'RECORDED' }],
      details: { shelterId, year: deedOf(times).year },
    });
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, shelterId, at }]);
  });
}
