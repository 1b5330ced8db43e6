import { judgeAct, type ActTable } from '#regulation/act-table';
import { mayPerform, type ActName } from '#regulation/authority';
import type { ActSubject } from '#regulation/act-grants';
import type { Actor, Appointment } from '#regulation/actor';
import type { FilingKind } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { refuseIfAny } from '../platform/refused.ts';
import type { LedgerSubject } from './ledger.entity.ts';
import { writeLedgerEntry } from './write-ledger-entry.ts';

/** A workflow whose stages live in one column of one table. Table and column names come from code, never from input. */
export interface Process<Stage extends string, Act extends string> {
  readonly name: string;
  readonly table: string;
  readonly key: string;
  readonly stageColumn: string;
  readonly acts: ActTable<Stage> & Record<Act, unknown>;
  /** Under which name the acts × roles table knows each act. */
  readonly authority: Readonly<Record<Act, ActName>>;
  /** SQL that gives jurisdiction_code, and where the process has them unit_id, filing_kind, keyed_by, for a row aliased `subject`. */
  readonly scope: string;
  /** What else the law must know of a subject, read from further columns that the scope gives. */
  readonly facts?: (row: Readonly<Record<string, unknown>>) => Partial<ActSubject>;
}

/** A locked row as the law sees it. */
export interface LockedSubject<Stage extends string> {
  readonly id: string;
  readonly stage: Stage;
  readonly jurisdictionCode: string;
  readonly unitId: string | null;
  readonly filingKind?: FilingKind;
  readonly keyedBy: string | null;
  readonly facts?: Partial<ActSubject>;
}

/** SQL by column over a table joined to the row, aliased `subject`. Comes from code, never from input. */
export interface DrawnColumns {
  readonly columns: Readonly<Record<string, string>>;
  readonly from: string;
  readonly on: string;
}

export interface Performance<Stage extends string, Act extends string> {
  readonly act: Act;
  readonly ids: readonly string[];
  readonly by: Actor;
  readonly at: Date;
  /** Of an act that follows from another one by itself: by virtue of which appointment that one was done. */
  readonly under?: Appointment;
  /** What else the law says against it, per subject; asked only after the rows are locked. */
  readonly refusals?: (subject: LockedSubject<Stage>) => readonly Refusal[];
  /** What the law says against the act as a whole, told beside the rest. */
  readonly against?: readonly Refusal[];
  /** Columns that change with the stage, by name. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Columns that change with the stage by what another table says, in the same statement. */
  readonly drawn?: DrawnColumns;
  /** Goes into the ledger: ids, numbers and codes, never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Subjects of other processes that the act moves too: one decision is one entry. */
  readonly also?: readonly LedgerSubject[];
  /** Where the ledger files it; default: the first subject's jurisdiction. */
  readonly jurisdictionCode?: string;
}

/**
 * The one door: locks the rows in id order, asks the law about every one, and, when nothing is against it,
 * moves their stage and writes one ledger entry, all in the caller's transaction.
 * Throws ActRefused with every refusal of every subject.
 */
export async function performActs<Stage extends string, Act extends string>(
  tx: EntityManager,
  process: Process<Stage, Act>,
  performance: Performance<Stage, Act>,
): Promise<LockedSubject<Stage>[]> {
  const ids = [...new Set(performance.ids)];
  const subjects = await lockSubjects(tx, process, ids);
  const appointments = new Set<Appointment>();
  const refusals: Refusal[] = [
    ...notFound(process.name, ids.length - subjects.length),
    ...(performance.against ?? []),
  ];
  for (const subject of subjects) {
    const appointment =
      performance.under ??
      mayPerform(performance.by, process.authority[performance.act], { ...subject, ...subject.facts });
    if (appointment) appointments.add(appointment);
    refusals.push(
      ...judgeAct(process.acts, performance.act, subject.stage, appointment !== null),
      ...(performance.refusals?.(subject) ?? []),
    );
  }
  refuseIfAny(refusals);

  const rule = process.acts[performance.act];
  if (!rule) throw new Error(`${process.name} knows no act ${performance.act}`);
  await moveSubjects(
    tx,
    process,
    ids,
    { [process.stageColumn]: rule.to, ...performance.set },
    performance.drawn,
  );
  await writeLedgerEntry(tx, {
    process: process.name,
    act: performance.act,
    article: rule.article,
    at: performance.at,
    by: performance.by,
    appointment: [...appointments][0] ?? null,
    jurisdictionCode: performance.jurisdictionCode ?? subjects[0]?.jurisdictionCode ?? '',
    subjects: [
      ...subjects.map(({ id, stage }) => ({ kind: process.name, id, from: stage, to: rule.to })),
      ...(performance.also ?? []),
    ],
    details: performance.details ?? {},
  });
  return subjects;
}

/** performActs for a single subject. */
export async function performAct<Stage extends string, Act extends string>(
  tx: EntityManager,
  process: Process<Stage, Act>,
  { id, ...performance }: Omit<Performance<Stage, Act>, 'ids'> & { readonly id: string },
): Promise<LockedSubject<Stage>> {
  const [subject] = await performActs(tx, process, { ...performance, ids: [id] });
  if (!subject) throw new Error('performActs answered without its subject');
  return subject;
}

type LockedRow<Stage> = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly stage: Stage;
  readonly jurisdiction_code: string;
  readonly unit_id?: string | null;
  readonly filing_kind?: FilingKind | null;
  readonly keyed_by?: string | null;
};

/** NO KEY: keys never change, and a check of a foreign key elsewhere need not wait for the act. */
async function lockSubjects<Stage extends string, Act extends string>(
  tx: EntityManager,
  process: Process<Stage, Act>,
  ids: readonly string[],
): Promise<LockedSubject<Stage>[]> {
  const rows = await tx.query<LockedRow<Stage>[]>(
    `select subject.${process.key} as id, subject.${process.stageColumn} as stage, ${process.scope}
     from ${process.table} subject where subject.${process.key} = any($1)
     order by subject.${process.key} for no key update of subject`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    jurisdictionCode: row.jurisdiction_code,
    unitId: row.unit_id ?? null,
    keyedBy: row.keyed_by ?? null,
    ...(row.filing_kind ? { filingKind: row.filing_kind } : {}),
    ...(process.facts ? { facts: process.facts(row) } : {}),
  }));
}

async function moveSubjects(
  tx: EntityManager,
  { table, key }: { readonly table: string; readonly key: string },
  ids: readonly string[],
  set: Readonly<Record<string, unknown>>,
  drawn: DrawnColumns | undefined,
): Promise<void> {
  const told = Object.keys(set).map((column, index) => `${column} = $${index + 2}`);
  const taken = Object.entries(drawn?.columns ?? {}).map(([column, sql]) => `${column} = ${sql}`);
  await tx.query(
    `update ${table} subject set ${[...told, ...taken].join(', ')} ${drawn ? `from ${drawn.from}` : ''}
     where subject.${key} = any($1) ${drawn ? `and ${drawn.on}` : ''}`,
    [ids, ...Object.values(set)],
  );
}

function notFound(process: string, missing: number): Refusal[] {
  if (missing === 0) return [];
  return [
    { rule: 'subject-exists', article: null, field: 'id', code: 'NOT_FOUND', params: { process, missing } },
  ];
}
