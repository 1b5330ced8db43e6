import type { Actor } from '#regulation/actor';
import type { Refusal } from '#regulation/refusal';
import { hostname } from 'node:os';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { jsonText } from '../platform/database/json-text.ts';
import { isRunning, markOf, type ProcessMark } from '../platform/database/embedded/running-process.ts';
import type { Office } from '../platform/office.ts';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { ColumnSource, ImportCounts, ImportState } from './import-run.entity.ts';
import type { RowFinding } from './reading/unreadable.ts';

type Reader = Pick<EntityManager, 'query'>;

/** A run nobody hears of for this long is over, wherever it ran. */
const SILENCE_MS = 5 * 60_000;

export const NO_ROWS_YET: ImportCounts = {
  read: 0,
  imported: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  held: 0,
};

export interface NewRun {
  readonly state: Extract<ImportState, 'PREVIEW' | 'RUNNING'>;
  readonly fileName: string;
  readonly sha256: string;
  readonly createJurisdictions: boolean;
}

/** Writes down that an import begins. Answers its id. */
export async function beginRun(office: Office, actor: Actor, run: NewRun): Promise<string> {
  const id = uuidv7();
  const at = office.clock.now();
  await office.dataSource.query(
    `insert into import_run (id, person_id, state, file_name, sha256, create_jurisdictions, counts, runner, started_at, touched_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      id,
      actor.personId,
      run.state,
      run.fileName,
      Buffer.from(run.sha256, 'hex'),
      run.createJurisdictions,
      JSON.stringify(NO_ROWS_YET),
      thisRunner(),
      at,
    ],
  );
  return id;
}

/** How far the run is, with the rows themselves. Answers whether somebody asked it to stop. */
export async function touchRun(
  tx: Reader,
  id: string,
  at: Date,
  progress: { readonly profile: string; readonly total: number; readonly counts: ImportCounts },
): Promise<boolean> {
  const [rows] = await tx.query<[{ cancel_asked: boolean }[], number]>(
    `update import_run set profile = $2, total = $3, counts = $4, touched_at = $5 where id = $1 returning cancel_asked`,
    [id, progress.profile, progress.total, JSON.stringify(progress.counts), at],
  );
  return rows[0]?.cancel_asked ?? false;
}

/** What the columns of its list were taken for, and by whom. */
export async function keepColumns(
  office: Office,
  id: string,
  columns: ColumnMapping,
  by: ColumnSource,
): Promise<void> {
  const kept = columns.map(({ position, header, field }) => ({ position, header, field }));
  await office.dataSource.query(`update import_run set columns = $2, columns_by = $3 where id = $1`, [
    id,
    jsonText(kept),
    by,
  ]);
}

export interface RunEnd {
  readonly state: ImportState;
  readonly refusals?: readonly Refusal[];
  readonly findings?: readonly RowFinding[];
  readonly findingCount?: number;
  readonly reportFileId?: string | null;
  readonly rowsFileId?: string | null;
}

/** How the run ended. One that was given up for lost meanwhile is told its real end. */
export async function endRun(office: Office, id: string, end: RunEnd): Promise<void> {
  await office.dataSource.query(
    `update import_run set state = $2, refusals = $3, findings = $4, finding_count = $5, report_file_id = $6,
            ended_at = $7, touched_at = $7, rows_file_id = $8
     where id = $1`,
    [
      id,
      end.state,
      jsonText(end.refusals ?? []),
      jsonText(end.findings ?? []),
      end.findingCount ?? 0,
      end.reportFileId ?? null,
      office.clock.now(),
      end.rowsFileId ?? null,
    ],
  );
}

/** Marks runs as FAILED whose process is gone: asked at start and whenever runs are looked at. */
export async function endLostRuns(office: Office): Promise<void> {
  const at = office.clock.now();
  const running = await office.dataSource.query<{ id: string; runner: string; touched_at: Date }[]>(
    `select id, runner, touched_at from import_run where state = 'RUNNING'`,
  );
  const lost = running.filter(
    ({ runner, touched_at: touched }) => isGone(runner) || at.getTime() - touched.getTime() > SILENCE_MS,
  );
  if (lost.length === 0) return;
  await office.dataSource.query(
    `update import_run set state = 'FAILED', refusals = $2, ended_at = $3 where id = any($1) and state = 'RUNNING'`,
    [lost.map(({ id }) => id), JSON.stringify([INTERRUPTED]), at],
  );
}

export const INTERRUPTED: Refusal = {
  rule: 'import/interrupted',
  article: null,
  field: null,
  code: 'IMPORT_INTERRUPTED',
  params: {},
};

function thisRunner(): string {
  return JSON.stringify({ host: hostname(), ...markOf(process.pid) });
}

/** Whether a process of this machine has ended; of others nothing is known but their silence. */
function isGone(runner: string): boolean {
  const { host, pid, started } = JSON.parse(runner) as ProcessMark & { readonly host: string };
  return host === hostname() && !isRunning({ pid, started });
}
