import { DEREGISTRATION_ACTS } from '#regulation/deregistration/acts';
import { askingRefusals } from '#regulation/deregistration/leaving';
import { reasonRefusals } from '#regulation/filing/review';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { judgeDeed } from '../../upkeep/judge-deed.ts';
import { tellFiling } from '../tell-filing.ts';
import { DEREGISTRATION_PROCESS } from './deregistration-process.ts';
import { lockLeaving, shelterOf } from './lock-leaving.ts';

/** The unit asks that its shelter leave the register; nothing else changes until the authority decides. */
export async function askDeregistration(
  office: Office,
  officer: Officer,
  shelterId: string,
  reason: string,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const leaving = await lockLeaving(tx, shelterId);
    const { shelter, appointment } = await judgeDeed(tx, officer, 'askDeregistration', shelterId, {}, [
      ...reasonRefusals(reason),
      ...(leaving ? askingRefusals(leaving) : []),
    ]);
    const id = uuidv7();
    const { jurisdictionCode, unitId } = shelter;
    await tx.query(
      `insert into deregistration (id, shelter_id, jurisdiction_code, unit_id, stage, asked_reason, asked_by, asked_at, changed_at)
       values ($1, $2, $3, $4, 'ASKED', $5, $6, $7, $7)`,
      [id, shelterId, jurisdictionCode, unitId, reason.trim(), officer.personId, at],
    );
    await writeLedgerEntry(tx, {
      process: DEREGISTRATION_PROCESS.name,
      act: 'askDeregistration',
      article: DEREGISTRATION_ACTS.askDeregistration.article,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: DEREGISTRATION_PROCESS.name, id, from: null, to: 'ASKED' }],
      details: { shelterId },
    });
    await tellFiling(tx, shelter, at, shelterId);
  });
}

/** The unit takes its request back before it is decided; answers the shelter. */
export async function takeBackDeregistration(office: Office, officer: Officer, id: string): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const shelterId = await shelterOf(tx, id);
    const subject = await performAct(tx, DEREGISTRATION_PROCESS, {
      act: 'takeBackDeregistration',
      id,
      by: officer,
      at,
      set: { changed_at: at },
      details: { shelterId },
    });
    if (shelterId === null) throw new Error(`deregistration ${id} vanished under its lock`);
    await tellFiling(tx, subject, at, shelterId);
    return shelterId;
  });
}
