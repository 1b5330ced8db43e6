import { civilDateOf, type CivilDate } from '#regulation/civil-date';
import type { Actor } from '#regulation/actor';
import { FILING_ACT_NAMES, FILING_ACTS, type FilingAct } from '#regulation/filing/acts';
import { filingNumber } from '#regulation/filing/filing-number';
import type { FilingStage } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerSubject } from '../../ledger/ledger.entity.ts';
import { performActs, type Process } from '../../ledger/perform-act.ts';
import { enterShelters, reviseShelters } from '../../registry/record-shelter.ts';
import { takeNumbersOfEach } from '../../registry/take-numbers.ts';
import {
  insertDrafts,
  insertMigrated,
  reviseDrafts,
  type FiledRow,
  type Hand,
  type RevisedRow,
} from './filing-rows.ts';
import { findUnits } from './find-units.ts';
import type { JudgedRow } from './judge-rows.ts';
import { isUntouched, keyOf, type Known, type KnownFiling } from './known-places.ts';

/** What became of a portion of rows. */
export interface Taken {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows left as they are because a person changed the record since the last import. */
  readonly overtaken: readonly JudgedRow[];
  readonly subjects: readonly LedgerSubject[];
  /** The shelters on file that the rows are now. */
  readonly shelterIds: readonly string[];
}

/** The filing process, as far as an import moves filings that are there already. */
const FILINGS: Process<FilingStage, FilingAct> = {
  name: 'filing',
  table: 'filing',
  key: 'id',
  stageColumn: 'stage',
  acts: FILING_ACTS,
  authority: FILING_ACT_NAMES,
  scope: 'subject.jurisdiction_code, subject.unit_id, subject.kind as filing_kind, subject.keyed_by',
};

/** Puts an authority's rows on file: new ones MIGRATED, changed ones as their next version, held ones as drafts. */
export async function migrateRows(
  tx: EntityManager,
  actor: Actor,
  rows: readonly JudgedRow[],
  known: Known,
  { at, correctionDue }: { readonly at: Date; readonly correctionDue: CivilDate },
): Promise<Taken> {
  const taken = rows.filter(({ verdict }) => verdict !== 'REFUSED');
  const units = await findUnits(tx, taken, at);
  const filed = (judged: JudgedRow): FiledRow => ({ judged, unitId: units.get(judged.row) ?? '' });
  const { fresh, changed, overtaken, left } = sortGood(taken, known);
  const { unseen, moved } = sortHeld(taken, known);
  const hand = { personId: actor.personId, at, correctionDue };
  await releaseHeld(tx, actor, fresh, known, at);
  const entered = await enterRows(tx, fresh.map(filed), hand);
  const heldIds = await insertDrafts(tx, unseen.map(filed), 'MIGRATED', hand);
  const revised = ({ id, judged }: { readonly id: string; readonly judged: JudgedRow }): RevisedRow => ({
    id,
    ...filed(judged),
  });
  await reviseDrafts(tx, moved.map(revised), hand);
  await reviseRows(tx, changed.map(revised), hand);
  return {
    created: fresh.length,
    updated: changed.length,
    unchanged: taken.filter(({ verdict }) => verdict === 'GOOD').length - fresh.length - changed.length,
    overtaken,
    subjects: [
      ...entered.map(({ filingId: id }) => ({ kind: 'filing', id, from: null, to: 'FILED' })),
      ...heldIds.map((id) => ({ kind: 'filing', id, from: null, to: 'DRAFT' })),
      ...changed.map(({ id, version }) => ({
        kind: 'shelter',
        id,
        from: `v${version}`,
        to: `v${version + 1}`,
      })),
    ],
    shelterIds: [...entered.map(({ id }) => id), ...changed.map(({ id }) => id), ...left],
  };
}

/** Who imports, when, and until when the gaps are to be made good. */
interface DatedHand extends Hand {
  readonly correctionDue: CivilDate;
}

interface ChangedRow {
  readonly id: string;
  readonly version: number;
  readonly judged: JudgedRow;
}

/** Good rows: new, changed, or left as they are; what a person changed since the last import is left to the person. */
function sortGood(rows: readonly JudgedRow[], known: Known) {
  const fresh: JudgedRow[] = [];
  const changed: ChangedRow[] = [];
  const overtaken: JudgedRow[] = [];
  const left: string[] = [];
  for (const row of rows.filter(({ verdict }) => verdict === 'GOOD')) {
    const shelter = known.shelters.get(keyOf(row));
    const filing = known.filings.get(keyOf(row));
    if (!shelter && (!filing || isReleasable(filing))) fresh.push(row);
    else if (!shelter) {
      overtaken.push(row);
      if (filing?.shelterId) left.push(filing.shelterId);
    } else if (shelter.same || shelter.deregistered) left.push(shelter.id);
    else if (shelter.version !== shelter.importedVersion) {
      overtaken.push(row);
      left.push(shelter.id);
    } else changed.push({ id: shelter.id, version: shelter.version, judged: row });
  }
  return { fresh, changed, overtaken, left };
}

/** Held rows: those nobody has seen yet, and those whose point moved without becoming a good one. */
function sortHeld(rows: readonly JudgedRow[], known: Known) {
  const unseen: JudgedRow[] = [];
  const moved: { id: string; judged: JudgedRow }[] = [];
  for (const row of rows.filter(({ verdict }) => verdict === 'HELD')) {
    const filing = known.filings.get(keyOf(row));
    if (!filing && !known.shelters.has(keyOf(row))) unseen.push(row);
    else if (filing && filing.held && !filing.same && isUntouched(filing))
      moved.push({ id: filing.id, judged: row });
  }
  return { unseen, moved };
}

function isReleasable({ stage, held }: KnownFiling): boolean {
  return (stage === 'DRAFT' && held) || stage === 'WITHDRAWN';
}

/** A list that now gives a good point: the draft that was held for the bad one is withdrawn, its number set free. */
async function releaseHeld(
  tx: EntityManager,
  actor: Actor,
  fresh: readonly JudgedRow[],
  known: Known,
  at: Date,
): Promise<void> {
  const waiting = fresh.flatMap((row) => known.filings.get(keyOf(row)) ?? []);
  if (waiting.length === 0) return;
  const ids = waiting.filter(({ stage }) => stage === 'DRAFT').map(({ id }) => id);
  if (ids.length > 0) {
    await performActs(tx, FILINGS, {
      act: 'withdraw',
      ids,
      by: actor,
      at,
      set: { changed_at: at, decided_at: at },
    });
  }
  await tx.query(`update filing set source = null, source_id = null where id = any($1)`, [
    waiting.map(({ id }) => id),
  ]);
}

async function enterRows(
  tx: EntityManager,
  rows: readonly FiledRow[],
  hand: DatedHand,
): Promise<{ id: string; filingId: string }[]> {
  if (rows.length === 0) return [];
  const filingIds = rows.map(() => uuidv7());
  const shelters = await enterShelters(
    tx,
    rows.map(({ judged, unitId }, index) => ({
      jurisdictionCode: judged.place?.code ?? '',
      unitId,
      contents: judged.contents,
      filingId: filingIds[index] ?? null,
      source: { name: judged.source, id: judged.sourceId },
      correctionDue: judged.gaps ? hand.correctionDue : null,
    })),
    { origin: 'IMPORT', reason: null, by: hand.personId, at: hand.at },
  );
  const numbers = await giveFilingNumbers(tx, rows, Number(civilDateOf(hand.at).slice(0, 4)));
  const made = shelters.map(({ id }, index) => ({ id, filingId: filingIds[index] ?? '' }));
  await insertMigrated(
    tx,
    rows.map(({ judged }, index) => ({
      id: filingIds[index] ?? '',
      shelterId: shelters[index]?.id ?? '',
      number: numbers[index] ?? '',
      // What only the list showed; the rest is asked anew whenever somebody looks.
      findings: judged.findings.filter(({ rule }) => rule === 'import/row'),
    })),
    hand,
  );
  return made;
}

async function giveFilingNumbers(
  tx: EntityManager,
  rows: readonly FiledRow[],
  year: number,
): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { judged } of rows) {
    const code = judged.place?.code ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const next = await takeNumbersOfEach(tx, 'FILING', year, counts);
  return rows.map(({ judged: { place } }) => {
    const running = next.get(place?.code ?? '') ?? 1;
    next.set(place?.code ?? '', running + 1);
    return filingNumber(place?.localCode ?? '', year, running);
  });
}

async function reviseRows(
  tx: EntityManager,
  rows: readonly RevisedRow[],
  { personId, at, correctionDue }: DatedHand,
): Promise<void> {
  if (rows.length === 0) return;
  await reviseShelters(
    tx,
    rows.map(({ id, judged: { contents } }) => ({ id, contents, filingId: null })),
    { origin: 'IMPORT', reason: null, by: personId, at },
  );
  // A due date that runs goes on running; one without gaps any more ends.
  await tx.query(
    `update shelter set unit_id = revised.unit_id,
            correction_due = case when gaps then coalesce(correction_due, $4::date) end
     from unnest($1::uuid[], $2::uuid[], $3::boolean[]) as revised (id, unit_id, gaps) where shelter.id = revised.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ unitId }) => unitId),
      rows.map(({ judged }) => judged.gaps),
      correctionDue,
    ],
  );
}
