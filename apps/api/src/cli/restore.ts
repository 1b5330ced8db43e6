import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { MIGRATIONS } from '../migrations/all-migrations.ts';
import { openAsFound, OpenOffice, prepareDatabase } from '../open-office.ts';
import { refuseBesideServer } from '../platform/backup/empty-database.ts';
import { checkBackup, restoreBackup, type RestoreReport } from '../platform/backup/restore-backup.ts';
import { SystemClock } from '../platform/clock/clock.ts';
import { readConfig, type Config } from '../platform/config/config.ts';
import { SERVER_NAME } from '../platform/database/open-database.ts';
import { explainFailure, StartFailure } from '../platform/logging/explain-failure.ts';
import { exitCodeOf } from './exit-code.ts';
import { untilStopped } from './until-stopped.ts';

const USAGE = `Usage: npm run restore -- FILE [--check]
  Restores a backup into an empty database (DATABASE_URL, or the embedded one in DATA_DIR) and into DATA_DIR.
  The server must be stopped. A backup of either database goes into either; one of an older version is migrated.
  --check reads the file from end to end and says what is in it; nothing is restored.`;
const LEDGER_BROKEN = 1;

function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

function wished(): { file: string; check: boolean } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new StartFailure(USAGE);
  return { file: resolve(file), check: values.check };
}

async function check(file: string, signal: AbortSignal): Promise<number> {
  const known = { migrations: MIGRATIONS.map(({ name }) => name) };
  const { head, sections } = await checkBackup(file, known, { signal, tell });
  const rows = Object.values(sections).reduce((sum, section) => sum + section.rows, 0);
  say(
    `The backup is whole: made ${head.madeAt} from the ${head.database} database; ${head.tables.length} tables, ${rows} rows, ` +
      `${sections['files']?.entries ?? 0} uploads, ${head.migrations.length} migrations. 备份完好。`,
  );
  return 0;
}

/** Restores, brings reference data up to date as every start does, and proves the ledger. */
async function restore(config: Config, file: string, signal: AbortSignal): Promise<number> {
  const found = await openAsFound(config, 'command');
  try {
    if (found.database.attached) {
      throw new StartFailure(
        `A server or another command is using ${config.dataDir}. Stop it, restore, and start it again.\n` +
          `有服务或其他命令正在使用 ${config.dataDir}。请先停止，恢复后再启动。`,
      );
    }
    await refuseBesideServer(found.dataSource, SERVER_NAME);
    const report = await restoreBackup(found.dataSource, { file, dataDir: config.dataDir, signal, tell });
    tellOf(report);
    await prepareDatabase(found.dataSource);
    return await prove(new OpenOffice(config, new SystemClock(), found.dataSource, found.database));
  } finally {
    await found.close();
  }
}

function tellOf({ head, tables, rows, uploads, migrated, missing, notices }: RestoreReport): void {
  for (const notice of notices) tell(notice);
  if (missing.length > 0) {
    tell(
      `${missing.length} uploads were lost before the backup was made: ${missing.join(' ')} 备份时已缺失。`,
    );
  }
  const steps = migrated > 0 ? `, migrated by ${migrated} steps to the present version` : '';
  say(
    `Restored: the registry of ${head.madeAt}; ${tables} tables, ${rows} rows, ${uploads} uploads${steps}. 恢复完成。`,
  );
}

async function prove(office: OpenOffice): Promise<number> {
  const { sealed, notYetSealed, broken } = await verifyLedger(office);
  if (broken) {
    tell(
      `Everything was restored as it was, but the ledger does not hold: ${broken.what}. It was so before the backup was ` +
        `made, or DATA_DIR held other heads. 数据已恢复，但账本校验不通过，请立即报告。`,
    );
    return LEDGER_BROKEN;
  }
  say(`The ledger is whole: ${sealed} sealed entries hold, ${notYetSealed} are not sealed yet. 账本完整。`);
  return 0;
}

async function run(): Promise<number> {
  const { file, check: onlyCheck } = wished();
  const signal = untilStopped();
  return onlyCheck ? check(file, signal) : restore(readConfig(process.env), file, signal);
}

let code: number;
try {
  code = await run();
} catch (error) {
  tell(explainFailure(error));
  code = exitCodeOf(error);
}
process.exit(code);
