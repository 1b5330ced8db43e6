import type { Actor } from '#regulation/actor';
import type { Refusal } from '#regulation/refusal';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { storeFile } from '../platform/files/store-file.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import {
  importList,
  reportPath,
  rowsPath,
  type ImportOrder,
  type ImportOutcome,
  type Progress,
} from './import-list.ts';
import { ListUnreadable } from './reading/unreadable.ts';
import { endRun, INTERRUPTED, keepColumns } from './run-record.ts';

const REPORT_BYTES = 200_000_000;

/** Imports a list to its end and keeps its report among the files. How it ended, well or not, is in its run record. */
export async function runImport(
  office: Office,
  actor: Actor,
  order: ImportOrder,
  progress?: Progress,
): Promise<ImportOutcome> {
  try {
    const outcome = await importList(office, actor, order, progress);
    const report = await storeFile(office, {
      bytes: createReadStream(reportPath(office, order.runId)),
      fileName: `import-${order.runId}.csv`,
      keptBy: actor.personId,
      most: REPORT_BYTES,
    });
    await endRun(office, order.runId, {
      state: outcome.cancelled ? 'CANCELLED' : 'DONE',
      refusals: outcome.cancelled ? [STOPPED] : [],
      findings: outcome.report.shown,
      findingCount: outcome.report.count,
      reportFileId: report.id,
      rowsFileId: await keepRows(office, actor, order.runId),
    });
    return outcome;
  } catch (error) {
    const by = order.mapping ? 'CHOSEN' : 'HEADINGS';
    if (error instanceof ListUnreadable) await keepColumns(office, order.runId, error.columns, by);
    await endRun(office, order.runId, { state: 'FAILED', refusals: refusalsOf(error) });
    throw error;
  }
}

/** Keeps what became of each row among the files. Answers its id. */
export async function keepRows(office: Office, actor: Actor, runId: string): Promise<string> {
  const path = rowsPath(office, runId);
  const { id } = await storeFile(office, {
    bytes: createReadStream(path),
    fileName: `import-${runId}.rows.gz`,
    keptBy: actor.personId,
    most: REPORT_BYTES,
  });
  await rm(path, { force: true });
  return id;
}

const STOPPED: Refusal = {
  rule: 'import/stopped',
  article: null,
  field: null,
  code: 'CANCELLED',
  params: {},
};

/** What the person is told of a failure; a bug says no more than that it broke off. */
export function refusalsOf(error: unknown): readonly Refusal[] {
  if (error instanceof ListUnreadable || error instanceof ActRefused) return error.refusals;
  return [INTERRUPTED];
}
