import { lateness } from '#regulation/duties/lateness';
import type { Lateness } from '#regulation/enumerations';
import type { BoardStage } from '#look/duty-marks';
import type { BoardCell, BoardRow } from './board.documents.ts';

/** Practice: without a word for so long, what stands there is old news. */
const SILENT_MINUTES = 60;
const JUST_NOW_MS = 60_000;
const MINUTE = 60_000;

/** What one cell of the board says. */
export interface CellSaid {
  stage: BoardStage;
  lateness: Lateness;
  /** Minutes left (positive) or over (negative) while it is awaited; null = nobody set a target, or it is there. */
  left: number | null;
  /** Minutes since it last changed. */
  since: number;
  fresh: boolean;
}

/** Reads a cell at this moment: between two answers of the server the clock runs on by the same rule of law. */
export function sayCell(cell: BoardCell, row: Pick<BoardRow, 'decidedAt'>, at: Date): CellSaid {
  const awaited = cell.stage === 'ASSIGNED' || cell.stage === 'ACKNOWLEDGED';
  const moment = at.getTime();
  const due = cell.due === null ? null : Date.parse(cell.due);
  const changed = Date.parse(cell.changedAt);
  return {
    stage: cell.organisation === null && awaited ? 'UNASSIGNED' : cell.stage,
    lateness: awaited ? latenessAt(cell.stage, Date.parse(row.decidedAt), due, moment) : cell.lateness,
    left: awaited && due !== null ? minutesLeft(due - moment) : null,
    since: Math.max(0, Math.floor((moment - changed) / MINUTE)),
    fresh: moment - changed < JUST_NOW_MS && cell.changedAt !== row.decidedAt,
  };
}

function latenessAt(stage: BoardCell['stage'], assignedAt: number, due: number | null, at: number): Lateness {
  return lateness({ stage, assignedAt, acknowledgeDue: due, inPlaceDue: due, inPlaceAt: null }, at);
}

/** A started minute over counts as a minute over, so that late never reads nought. */
function minutesLeft(milliseconds: number): number {
  return milliseconds < 0 ? Math.floor(milliseconds / MINUTE) : Math.ceil(milliseconds / MINUTE);
}

/** Whether the last word from the site is too old to be relied on; nothing heard yet counts from the decision. */
export function isSilent(row: Pick<BoardRow, 'lastReportAt' | 'decidedAt' | 'status'>, at: Date): boolean {
  if (row.status === 'CLOSED') return false;
  return at.getTime() - Date.parse(row.lastReportAt ?? row.decidedAt) > SILENT_MINUTES * MINUTE;
}

const WEIGHT: Record<Lateness, number> = { VERY_LATE: 100, LATE: 30, DUE_SOON: 3, ON_TIME: 0, NO_TARGET: 0 };

/** What is worst first: damaged, very late, unassigned, late, silent; released ones last; else by order number. */
export function byUrgency(rows: readonly BoardRow[], at: Date): BoardRow[] {
  const weights = new Map(rows.map((row) => [row, weightOf(row, at)]));
  return rows.toSorted((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
}

function weightOf(row: BoardRow, at: Date): number {
  if (row.status === 'CLOSED' || row.yielded) return -1;
  const cells = row.cells.map((cell) => sayCell(cell, row, at));
  return (
    (row.status === 'DAMAGED' ? 1000 : 0) +
    (row.status === 'FULL' ? 200 : 0) +
    cells.reduce((sum, { lateness: step, stage }) => {
      const waits = stage !== 'IN_PLACE' && stage !== 'STOOD_DOWN';
      return (
        sum + (waits ? WEIGHT[step] : 0) + (stage === 'UNASSIGNED' ? 20 : 0) + (stage === 'DEGRADED' ? 20 : 0)
      );
    }, 0) +
    (isSilent(row, at) ? 40 : 0)
  );
}
