import { mayPerform } from '#regulation/authority';
import { checkContents } from '#regulation/filing/check-contents';
import { reasonRefusals } from '#regulation/filing/review';
import type { Refusal } from '#regulation/refusal';
import type { ShelterContents } from '#regulation/registry/contents';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { ActRefused, refuseIfAny } from '../platform/refused.ts';
import { factsOf } from './contents-facts.ts';
import { refuseUnknownFiles } from './own-files.ts';
import { filesOf } from './shelter-columns.ts';
import { reviseShelter } from './record-shelter.ts';
import { Shelter } from './shelter.entity.ts';

export interface Correction {
  readonly id: string;
  /** The version the officer saw. */
  readonly version: number;
  readonly contents: ShelterContents;
  readonly reason: string;
}

/** Corrects a filed record ex officio (Art. 18): a new version with its reason, told to the unit; publishing it is another act. */
export async function correctShelter(
  office: Office,
  officer: Officer,
  correction: Correction,
): Promise<number> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const shelter = await tx
      .getRepository(Shelter)
      .findOne({ where: { id: correction.id }, lock: { mode: 'pessimistic_write' } });
    const appointment = shelter && mayPerform(officer, 'correctShelter', shelter);
    const refusals = refusalsOf(shelter, appointment !== null, correction);
    // Who may not is told nothing of what lies near.
    if (!shelter || !appointment) throw new ActRefused(refusals);
    const checked = {
      jurisdictionCode: shelter.jurisdictionCode,
      contents: correction.contents,
      shelterId: shelter.id,
    };
    const findings = checkContents(correction.contents, await factsOf(tx, checked, at));
    refuseIfAny([...refusals, ...findings.filter((finding) => finding.class === 'IMPOSSIBLE')]);
    await refuseUnknownFiles(tx, officer.personId, filesOf(correction.contents), shelter.fileIds);
    const { version } = await reviseShelter(tx, shelter.id, {
      contents: correction.contents,
      origin: 'CORRECTION',
      filingId: null,
      reason: correction.reason.trim(),
      by: officer.personId,
      at,
    });
    await tx.query(
      `insert into correction_notice (shelter_id, version, jurisdiction_code, unit_id, organisation_id, told_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        shelter.id,
        version,
        shelter.jurisdictionCode,
        shelter.unitId,
        appointment?.organisationId ?? null,
        at,
      ],
    );
    await writeLedgerEntry(tx, {
      process: 'shelter',
      act: 'correctShelter',
      article: 18,
      at,
      by: officer,
      appointment,
      jurisdictionCode: shelter.jurisdictionCode,
      subjects: [{ kind: 'shelter', id: shelter.id, from: `v${shelter.version}`, to: `v${version}` }],
      details: { unitToBeTold: shelter.unitId },
    });
    const { jurisdictionCode, unitId } = shelter;
    await tellChanges(tx, [{ topic: 'FILING', jurisdictionCode, unitId, shelterId: shelter.id, at }]);
    return version;
  });
}

function refusalsOf(shelter: Shelter | null, allowed: boolean, correction: Correction): Refusal[] {
  const refusal = (field: string | null, code: Refusal['code'], params: Refusal['params'] = {}): Refusal => ({
    rule: 'correct-shelter',
    article: 18,
    field,
    code,
    params,
  });
  if (!shelter) return [refusal('id', 'NOT_FOUND', { process: 'shelter' })];
  return [
    ...(allowed ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'correctShelter' })]),
    ...(shelter.version === correction.version
      ? []
      : [refusal('version', 'CHANGED_MEANWHILE', { seen: correction.version, now: shelter.version })]),
    ...reasonRefusals(correction.reason),
    ...(shelter.deregisteredAt
      ? [{ ...refusal(null, 'SHELTER_DEREGISTERED', { code: shelter.code }), article: null }]
      : []),
  ];
}
