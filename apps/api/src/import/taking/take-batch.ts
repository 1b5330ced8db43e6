import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { correctionDue } from '#regulation/import/correction-due';
import type { EntityManager } from 'typeorm';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction, isUniqueViolation } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import type { ImportCounts } from '../import-run.entity.ts';
import type { MappedRow } from '../profiles/profile.ts';
import { touchRun } from '../run-record.ts';
import { CITY } from './divisions.ts';
import { draftRows } from './draft-rows.ts';
import { judgeRows, placeRows, type Bench, type JudgedRow } from './judge-rows.ts';
import { findKnown } from './known-places.ts';
import { migrateRows, type Taken } from './migrate-rows.ts';

/** What became of a batch, and of the run so far. */
export interface TakenBatch {
  readonly rows: readonly JudgedRow[];
  readonly taken: Taken;
  readonly counts: ImportCounts;
  /** Somebody asked the run to stop. */
  readonly cancelAsked: boolean;
}

/**
 * Judges some rows and writes them, their ledger entry and the progress of the run: all of it or nothing. When
 * another import brought the same places in at the same moment, it is done again and finds them.
 */
export async function takeBatch(
  office: Office,
  bench: Bench,
  runId: string,
  rows: readonly MappedRow[],
  before: ImportCounts,
): Promise<TakenBatch> {
  const once = () =>
    inTransaction(office.dataSource, (tx) => take(tx, office, bench, runId, rows, before), {
      idempotent: true,
    });
  try {
    return await once();
  } catch (error) {
    if (!SOURCES.some((constraint) => isUniqueViolation(error, constraint))) throw error;
    return once();
  }
}

const SOURCES = ['uq_shelter_source_source_id', 'uq_filing_source_source_id'];

async function take(
  tx: EntityManager,
  office: Office,
  bench: Bench,
  runId: string,
  mapped: readonly MappedRow[],
  before: ImportCounts,
): Promise<TakenBatch> {
  const at = office.clock.now();
  const { actor, owner, survey } = bench;
  // Compiling a query for two thousand rows takes ten times as long as running it.
  await tx.query(`set local jit = off`);
  const placed = placeRows(bench, mapped);
  const known = await findKnown(tx, placed, true);
  const rows = await judgeRows(tx, bench, placed, known, at);
  const taken = owner
    ? await draftRows(tx, actor, owner, rows, known, at)
    : await migrateRows(tx, actor, rows, known, {
        at,
        correctionDue: correctionDue(civilDateOf(at), office.config.correctionDays),
      });
  if (taken.subjects.length > 0 || taken.updated > 0) await writeEntry(tx, bench, rows, taken, runId, at);
  const counts = addUp(before, rows, taken);
  const progress = { profile: survey.head.profile, total: survey.total, counts };
  return { rows, taken, counts, cancelAsked: await touchRun(tx, runId, at, progress) };
}

/** One entry a batch, under the jurisdiction of its rows, or under the city when they are of several. */
async function writeEntry(
  tx: EntityManager,
  { actor, owner }: Bench,
  rows: readonly JudgedRow[],
  taken: Taken,
  runId: string,
  at: Date,
): Promise<void> {
  const codes = new Set(
    rows.flatMap(({ verdict, place }) => (verdict !== 'REFUSED' && place ? [place.code] : [])),
  );
  const first = [...codes][0] ?? CITY;
  const subject = { jurisdictionCode: first, unitId: owner?.id ?? null };
  await writeLedgerEntry(tx, {
    process: 'import',
    act: 'importList',
    article: 18,
    at,
    by: actor,
    appointment: mayPerform(actor, 'importList', subject),
    jurisdictionCode: codes.size === 1 ? first : CITY,
    subjects: taken.subjects,
    details: { runId, created: taken.created, updated: taken.updated, unchanged: taken.unchanged },
  });
}

function addUp(before: ImportCounts, rows: readonly JudgedRow[], taken: Taken): ImportCounts {
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return {
    read: before.read + rows.length,
    imported: before.imported + count('GOOD'),
    created: before.created + taken.created,
    updated: before.updated + taken.updated,
    unchanged: before.unchanged + taken.unchanged,
    refused: before.refused + count('REFUSED') + count('HELD'),
    held: before.held + count('HELD'),
  };
}
