import type { Actor, Appointment } from '#regulation/actor';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerSubject } from './ledger.entity.ts';

export interface LedgerFact {
  readonly process: string;
  readonly act: string;
  readonly article: number | null;
  readonly at: Date;
  readonly by: Actor | null;
  /** Under which appointment it was done; null for the system itself. */
  readonly appointment: Appointment | null;
  readonly jurisdictionCode: string;
  readonly subjects: readonly LedgerSubject[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** Writes one act into the ledger, in the caller's transaction. One decision is one entry, however many subjects. */
export async function writeLedgerEntry(tx: EntityManager, fact: LedgerFact): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into ledger_entry (id, at, process, act, article, jurisdiction_code, person_id, role, organisation_id, subjects, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      fact.at,
      fact.process,
      fact.act,
      fact.article,
      fact.jurisdictionCode,
      fact.by?.personId ?? null,
      fact.appointment?.role ?? 'SYSTEM',
      fact.appointment?.organisationId ?? null,
      JSON.stringify(fact.subjects),
      JSON.stringify(fact.details),
    ],
  );
  return id;
}
