import type { Refusal } from '#regulation/refusal';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { Language } from '#regulation/labels';
import type { Officer } from '../identity/officer.ts';
import { findStoredFile, type FoundFile } from '../platform/files/stored-file.queries.ts';
import { pathOfFile } from '../platform/files/store-file.ts';
import { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { askToStop } from './cancel-import.ts';
import { checkOwnMapping } from './profiles/own-columns.ts';
import type { ProfileName } from './profiles/profile.ts';
import { beginRun, endRun, keepColumns, touchRun } from './run-record.ts';
import { rowsPath } from './import-list.ts';
import { previewList } from './preview-list.ts';
import { LIMITS } from './reading/limits.ts';
import { ListUnreadable } from './reading/unreadable.ts';
import type { SketchedColumn } from './reading/worker-messages.ts';
import { keepRows, refusalsOf, runImport } from './run-import.ts';
import { findOwner } from './taking/own-unit.ts';
import type { JudgedRow } from './taking/judge-rows.ts';

/** Each has a thread of its own and half a gigabyte at most. */
const AT_ONCE = 2;

export interface ListOrder {
  readonly fileId: string;
  readonly profile: ProfileName | null;
  readonly mapping: ColumnMapping | null;
  readonly createJurisdictions: boolean;
  readonly language: Language;
}

/** A preview: its run, the columns with their first values, and the first rows as they would come in. */
export interface JudgedList {
  readonly runId: string;
  readonly columns: readonly SketchedColumn[];
  readonly samples: readonly JudgedRow[];
}

/** The imports of this server: they run beside the requests, a few at a time. */
@Injectable()
export class BackgroundImports implements BeforeApplicationShutdown {
  readonly #running = new Map<string, Promise<void>>();
  readonly #log = new Logger('import');
  /** How many places are taken; counted from the request on, before anything is waited for. */
  readonly #busy = { imports: 0, previews: 0 };

  constructor(private readonly office: Office) {}

  /** Stops after the present batch; the rest waits for the next import of the file. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => askToStop(this.office, id)));
    await Promise.all(this.#running.values());
  }

  /** Judges a list without writing anything of it. */
  async preview(officer: Officer, order: ListOrder): Promise<JudgedList> {
    this.#takePlace('previews');
    try {
      return await this.#judge(officer, order);
    } finally {
      this.#busy.previews -= 1;
    }
  }

  /** Begins to import a list and answers its run at once. */
  async start(officer: Officer, order: ListOrder): Promise<string> {
    this.#takePlace('imports');
    try {
      const file = await this.#open(officer, order);
      const runId = await this.#begin(officer, file, order, 'RUNNING');
      this.#running.set(runId, this.#work(officer, file, { ...order, runId }));
      return runId;
    } catch (error) {
      this.#busy.imports -= 1;
      throw error;
    }
  }

  async #judge(officer: Officer, order: ListOrder): Promise<JudgedList> {
    const file = await this.#open(officer, order);
    const runId = await this.#begin(officer, file, order, 'PREVIEW');
    try {
      const path = pathOfFile(this.office.config.dataDir, file.sha256);
      const preview = await previewList(this.office, officer, {
        ...order,
        path,
        reportPath: null,
        rowsPath: rowsPath(this.office, runId),
      });
      const { profile, total, counts, report, columns, samples } = preview;
      await keepColumns(this.office, runId, columns, preview.columnsBy);
      await touchRun(this.office.dataSource, runId, this.office.clock.now(), { profile, total, counts });
      const rowsFileId = await keepRows(this.office, officer, runId);
      const told = { findings: report.shown, findingCount: report.count, rowsFileId };
      await endRun(this.office, runId, { state: 'PREVIEW', ...told });
      return { runId, columns, samples };
    } catch (error) {
      await endRun(this.office, runId, { state: 'FAILED', refusals: refusalsOf(error) });
      if (!isRefusal(error)) throw error;
      const columns = error instanceof ListUnreadable ? error.columns : [];
      await keepColumns(this.office, runId, columns, order.mapping ? 'CHOSEN' : 'HEADINGS');
      return { runId, columns, samples: [] };
    }
  }

  async #work(
    officer: Officer,
    file: FoundFile,
    order: ListOrder & { readonly runId: string },
  ): Promise<void> {
    try {
      const path = pathOfFile(this.office.config.dataDir, file.sha256);
      await runImport(this.office, officer, { ...order, path });
    } catch (error) {
      // Its end is in its run record; only of a bug there is more to say.
      if (!isRefusal(error)) this.#log.error(error instanceof Error ? error.stack : error);
    } finally {
      this.#running.delete(order.runId);
      this.#busy.imports -= 1;
    }
  }

  #takePlace(kind: 'imports' | 'previews'): void {
    if (this.#busy[kind] >= AT_ONCE) throw refused(null, 'TOO_BUSY');
    this.#busy[kind] += 1;
  }

  async #open(officer: Officer, { fileId, profile, mapping }: ListOrder): Promise<FoundFile> {
    await findOwner(this.office.dataSource, officer);
    const faults = mapping ? faultsOf(mapping, profile) : [];
    if (faults.length > 0) throw new ActRefused(faults);
    const file = await findStoredFile(this.office, fileId);
    if (!file || file.keptBy !== officer.personId) throw refused('fileId', 'UNKNOWN_FILE');
    return file;
  }

  #begin(officer: Officer, file: FoundFile, order: ListOrder, state: 'PREVIEW' | 'RUNNING'): Promise<string> {
    const { fileName, sha256 } = file;
    const { createJurisdictions } = order;
    return beginRun(this.office, officer, { state, fileName, sha256, createJurisdictions });
  }
}

function faultsOf(mapping: ColumnMapping, profile: ProfileName | null): Refusal[] {
  const base = { rule: 'import/columns', article: null, field: 'mapping' };
  if (profile !== null && profile !== 'own') return [{ ...base, code: 'COLUMNS_FIXED', params: {} }];
  const [limit, count] = [LIMITS.columns, mapping.length];
  if (count > limit) return [{ ...base, field: 'columns', code: 'TOO_MANY', params: { limit, count } }];
  return checkOwnMapping(mapping);
}

function isRefusal(error: unknown): boolean {
  return error instanceof ListUnreadable || error instanceof ActRefused;
}

function refused(field: string | null, code: 'UNKNOWN_FILE' | 'TOO_BUSY'): ActRefused {
  return new ActRefused([{ rule: 'import/start', article: null, field, code, params: {} }]);
}
