import 'reflect-metadata';
import { reach } from '#regulation/authority';
import { wordRefusal } from '#regulation/wording';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Officer } from '../identity/officer.ts';
import { hashFile } from '../import/hash-file.ts';
import { reportPath } from '../import/import-list.ts';
import type { ImportCounts } from '../import/import-run.entity.ts';
import { previewList } from '../import/preview-list.ts';
import { PROFILE_NAMES, type ProfileName } from '../import/profiles/profile.ts';
import { ListUnreadable } from '../import/reading/unreadable.ts';
import { beginRun, endLostRuns } from '../import/run-record.ts';
import { runImport } from '../import/run-import.ts';
import { openOffice } from '../open-office.ts';
import { readConfig } from '../platform/config/config.ts';
import { explainFailure, StartFailure } from '../platform/logging/explain-failure.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { publishShelters } from '../publication/publish-shelters.ts';
import { loadDemo } from '../seed/demo/load-demo.ts';
import { officerNamed } from './officer-named.ts';

const USAGE = `npm run import -- FILE --as USERNAME [--profile ${PROFILE_NAMES.join('|')}] [--create-jurisdictions] [--publish] [--dry-run]`;
const FAILED = 1;
const UNREADABLE = 2;
/** People at a terminal; the report is for the office. */
const LANGUAGE = 'zh-CN';

interface Wish {
  readonly file: string;
  readonly username: string;
  readonly profile: ProfileName | null;
  readonly createJurisdictions: boolean;
  readonly publish: boolean;
  readonly dryRun: boolean;
}

interface Result {
  readonly counts: ImportCounts;
  readonly report: string;
  readonly publishable: readonly string[];
}

function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      profile: { type: 'string' },
      'create-jurisdictions': { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const profile = PROFILE_NAMES.find((name) => name === values.profile) ?? null;
  const [file] = positionals;
  if (
    file === undefined ||
    positionals.length > 1 ||
    values.as === undefined ||
    (values.profile && !profile)
  ) {
    throw new StartFailure(USAGE);
  }
  return {
    file,
    username: values.as,
    profile,
    createJurisdictions: values['create-jurisdictions'],
    publish: values.publish,
    dryRun: values['dry-run'],
  };
}

/** On an empty folder the demo city comes first, so that there is somebody to import as. */
async function findOfficer(office: Office, username: string): Promise<Officer> {
  const [somebody] = await office.dataSource.query<unknown[]>(`select 1 from person limit 1`);
  if (!somebody && office.config.demo) {
    tell('Loading the demo city …');
    await loadDemo(office, process.env['DEMO_PASSWORD']);
  }
  const officer = await officerNamed(office.dataSource, username);
  if (!officer) throw new StartFailure(`There is no user "${username}". Name one who may import with --as.`);
  return officer;
}

async function take(office: Office, officer: Officer, wish: Wish): Promise<Result> {
  const { file: path, profile, createJurisdictions } = wish;
  let last = -1;
  const progress = ({ read }: ImportCounts, total: number) => {
    const percent = Math.floor((read / total) * 100);
    if (percent > last) tell(`${read} / ${total} rows (${percent} %)`);
    last = percent;
  };
  const sha256 = await hashFile(path);
  await endLostRuns(office);
  if (wish.dryRun) {
    const report = reportPath(office, `dry-run-${sha256.slice(0, 12)}`);
    const order = { path, profile, mapping: null, createJurisdictions, language: LANGUAGE } as const;
    const { counts } = await previewList(
      office,
      officer,
      { ...order, reportPath: report, rowsPath: null },
      progress,
    );
    return { counts, report, publishable: [] };
  }
  const runId = await beginRun(office, officer, {
    state: 'RUNNING',
    fileName: basename(path),
    sha256,
    createJurisdictions,
  });
  const order = { runId, path, profile, mapping: null, createJurisdictions, language: LANGUAGE } as const;
  const { counts, shelterIds } = await runImport(office, officer, order, progress);
  return { counts, report: reportPath(office, runId), publishable: shelterIds };
}

/** All that came in and has a place, in one edition; what the city took from the public before stays away. */
async function publish(office: Office, officer: Officer, shelterIds: readonly string[]): Promise<void> {
  const shelters = await office.dataSource.query<{ id: string }[]>(
    `select shelter.id from shelter join publication on publication.shelter_id = shelter.id
     where shelter.id = any($1) and shelter.location is not null and shelter.deregistered_at is null
       and publication.status in ('UNPUBLISHED', 'PUBLISHED')`,
    [shelterIds],
  );
  if (shelters.length === 0) {
    tell('Nothing to publish.');
    return;
  }
  const ids = shelters.map(({ id }) => id);
  const { number } = await publishShelters(office, officer, ids, null);
  tell(`Edition ${number} is published with ${shelters.length} of ${shelterIds.length} imported shelters.`);
}

async function run(wish: Wish): Promise<void> {
  await access(wish.file).catch(() => {
    throw new ListUnreadable([
      { rule: 'import/file', article: null, field: 'file', code: 'FILE_UNREADABLE', params: {} },
    ]);
  });
  const office = await openOffice(readConfig(process.env), 'command');
  try {
    for (const notice of office.notices) tell(notice);
    const officer = await findOfficer(office, wish.username);
    if (wish.publish && !reach(officer, 'publishShelters').everywhere) {
      const params = { act: 'publishShelters' };
      throw new ActRefused([
        { rule: 'import/publish', article: 18, field: null, code: 'NO_AUTHORITY', params },
      ]);
    }
    const { counts, report, publishable } = await take(office, officer, wish);
    if (wish.publish && !wish.dryRun) await publish(office, officer, publishable);
    const { read, imported, refused, held } = counts;
    process.stdout.write(`${JSON.stringify({ read, imported, refused, held, report })}\n`);
  } finally {
    await office.close();
  }
}

try {
  await run(readWish(process.argv.slice(2)));
} catch (error) {
  const refused = error instanceof ListUnreadable || error instanceof ActRefused;
  tell(
    refused
      ? error.refusals.map((refusal) => wordRefusal(refusal, LANGUAGE)).join('\n')
      : error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
        ? `${error.message}\n${USAGE}`
        : explainFailure(error),
  );
  process.exitCode = error instanceof ListUnreadable ? UNREADABLE : FAILED;
}
