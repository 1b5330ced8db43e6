import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { headsAt } from '../ledger/heads-at.ts';
import { MIGRATIONS } from '../migrations/all-migrations.ts';
import { openAsFound } from '../open-office.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { SystemClock } from '../platform/clock/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { explainFailure, StartFailure } from '../platform/logging/explain-failure.ts';
import { exitCodeOf } from './exit-code.ts';
import { untilStopped } from './until-stopped.ts';

const USAGE = `Usage: npm run backup -- FILE
  Writes the whole registry into FILE: database, uploads, signed ledger heads and the key that signs them.
  Works beside a running server. The file is secret: keep it as you keep the server itself.`;
/** The backup is whole as far as it goes, and the data folder has lost something. */
const INCOMPLETE = 1;

function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

function fileNamed(): string {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new StartFailure(USAGE);
  return resolve(file);
}

async function run(): Promise<number> {
  const file = fileNamed();
  const config = readConfig(process.env);
  const { dataDir } = config;
  if (!config.databaseUrl && !existsSync(join(dataDir, 'database'))) {
    throw new StartFailure(
      `There is nothing to back up: ${dataDir} holds no database. Check DATA_DIR and DATABASE_URL.\n` +
        `没有可备份的内容：${dataDir} 中没有数据库。请检查 DATA_DIR 和 DATABASE_URL。`,
    );
  }
  const { dataSource, database, close } = await openAsFound(config, 'command');
  try {
    tell(`Backing up to ${file} … 正在备份`);
    const { bytes, tables, rows, uploads, missing } = await writeBackup(dataSource, {
      file,
      dataDir,
      madeAt: new SystemClock().now(),
      database: database.capabilities.kind,
      known: MIGRATIONS.map(({ name }) => name),
      changing: [{ path: 'ledger/heads.jsonl', at: (tx) => headsAt(tx, dataDir) }],
      signal: untilStopped(),
      tell,
    });
    const size = (bytes / 1_000_000).toFixed(1);
    process.stdout.write(
      `The backup is whole: ${file} (${size} MB; ${tables} tables, ${rows} rows, ${uploads} uploads). 备份完成。\n` +
        `It is SECRET: it holds personal data, password hashes and the key that signs the ledger. Only its owner can read it; keep it so.\n` +
        `备份文件属机密：内含个人信息、密码散列和账本签名私钥，请严格保管。\n`,
    );
    for (const sha256 of missing) tell(`MISSING 缺失: upload ${sha256} is gone from ${dataDir}, or altered.`);
    if (missing.length === 0) return 0;
    tell(
      `${missing.length} uploads are not in it. Look for them in older backups. ${missing.length} 个上传文件未能备份。`,
    );
    return INCOMPLETE;
  } finally {
    await close();
  }
}

let code: number;
try {
  code = await run();
} catch (error) {
  tell(explainFailure(error));
  code = exitCodeOf(error);
}
process.exit(code);
