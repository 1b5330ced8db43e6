import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { FILING_ACT_NAMES } from '#regulation/filing/acts';
import { filingNumber } from '#regulation/filing/filing-number';
import { fourEyes } from '#regulation/filing/four-eyes';
import { remarkRefusals } from '#regulation/filing/review';
import { blocking, type Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import type { Officer } from '../identity/officer.ts';
import { performAct, performActs } from '../ledger/perform-act.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { enterShelter, reviseShelter } from '../registry/record-shelter.ts';
import { takeNumbers } from '../registry/take-numbers.ts';
import type { Filing } from './filing.entity.ts';
import { FILING_PROCESS } from './filing-process.ts';
import { readOnFile } from './on-file.ts';
import { completeRebuild } from './rebuild/complete-rebuild.ts';
import { lockAndJudgeFiling } from './judge-filing.ts';
import { tellFiling } from './tell-filing.ts';

export interface AcceptedFiling {
  readonly number: string;
  readonly shelterId: string;
  readonly shelterCode: string;
  readonly version: number;
}

/**
 * Puts a filing on file (Art. 14): number, shelter code and version in one transaction.
 * The reviewer says which revision was read, so that nothing unseen is ever accepted. Advice still open stops nothing: it
 * is kept with the filing as it read then, beside why it was accepted all the same.
 */
export async function acceptFiling(
  office: Office,
  officer: Officer,
  id: string,
  revision: number,
  adviceReason: string | null = null,
): Promise<AcceptedFiling> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const judged = await lockAndJudgeFiling(tx, id, at);
    const jurisdiction = await tx
      .getRepository(Jurisdiction)
      .findOneBy({ code: judged?.filing.jurisdictionCode ?? '' });
    const singleOfficer = jurisdiction?.singleOfficer ?? false;
    const advice = (judged?.findings ?? []).filter((finding) => finding.class === 'ADVICE');
    const reason = adviceReason?.trim() || null;
    await performAct(tx, FILING_PROCESS, {
      act: 'accept',
      id,
      by: officer,
      at,
      refusals: () => [
        ...blocking(judged?.findings ?? []),
        ...fourEyes(keyedBySelf(judged?.filing, officer.personId), officer.personId, singleOfficer),
        ...changedMeanwhile(judged?.filing.revision ?? revision, revision),
        ...remarkRefusals(reason, 'adviceReason'),
      ],
      set: { decided_at: at, changed_at: at, accepted_advice: jsonText(advice), accept_reason: reason },
      details: {
        revision,
        keyedBySameOfficer: keyedBySelf(judged?.filing, officer.personId) !== null,
        advice: advice.map(({ code }) => code),
        withReason: reason !== null,
      },
    });
    if (!judged || !jurisdiction) throw new Error(`filing ${id} vanished under its lock`);
    await supersedeEarlier(tx, judged.filing, officer, at);
    const { shelterId } = judged.filing;
    const before = shelterId === null ? undefined : (await readOnFile(tx, [shelterId])).get(shelterId);
    const accepted = await putOnFile(tx, judged.filing, jurisdiction.localCode, officer.personId, at);
    if (before) await completeRebuild(tx, judged.filing, before.contents.facilities, officer, at);
    await tellFiling(tx, judged.filing, at, accepted.shelterId);
    return accepted;
  });
}

/** What was on file of the shelter is history from here on; its number stays with it. */
async function supersedeEarlier(
  tx: EntityManager,
  { id, shelterId, jurisdictionCode, unitId, kind }: Filing,
  by: Officer,
  at: Date,
): Promise<void> {
  if (shelterId === null) return;
  const earlier = await tx.query<{ id: string }[]>(
    `select id from filing where shelter_id = $1 and stage = 'FILED' and id <> $2 order by id`,
    [shelterId, id],
  );
  if (earlier.length === 0) return;
  const ids = earlier.map((filing) => filing.id);
  // Follows from the acceptance by itself, whatever kind the earlier one was.
  const under = mayPerform(by, FILING_ACT_NAMES.accept, { jurisdictionCode, unitId, filingKind: kind });
  if (!under) throw new Error(`filing ${id} was accepted without authority`);
  await performActs(tx, FILING_PROCESS, { act: 'supersede', ids, by, under, at, set: { changed_at: at } });
}

async function putOnFile(
  tx: EntityManager,
  filing: Filing,
  localCode: string,
  by: string,
  at: Date,
): Promise<AcceptedFiling> {
  const facts = {
    contents: filing.contents,
    origin: 'FILING' as const,
    filingId: filing.id,
    reason: null,
    by,
    at,
  };
  const shelter = filing.shelterId
    ? await reviseShelter(tx, filing.shelterId, facts)
    : await enterShelter(tx, filing, facts);
  // The shelter's number first, as the import does: two who take both in another order wait for each other for ever.
  const year = Number(civilDateOf(at).slice(0, 4));
  const running = await takeNumbers(tx, 'FILING', filing.jurisdictionCode, year);
  const number = filingNumber(localCode, year, running);
  await tx.query(`update filing set number = $2, shelter_id = $3 where id = $1`, [
    filing.id,
    number,
    shelter.id,
  ]);
  return { number, shelterId: shelter.id, shelterCode: shelter.code, version: shelter.version };
}

/** The officer's own id when the officer had a hand in the filing. */
export function keyedBySelf(
  filing: Pick<Filing, 'keyedBy' | 'editors'> | undefined,
  personId: string,
): string | null {
  return filing && (filing.keyedBy === personId || filing.editors.includes(personId)) ? personId : null;
}

function changedMeanwhile(now: number, seen: number): Refusal[] {
  if (now === seen) return [];
  return [
    {
      rule: 'reviewed-revision',
      article: null,
      field: 'revision',
      code: 'CHANGED_MEANWHILE',
      params: { seen, now },
    },
  ];
}
