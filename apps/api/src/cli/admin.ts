import { wordRefusal } from '#regulation/wording';
import { ROLES } from '#regulation/enumerations';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { findOrCreateOrganisation } from '../identity/create-organisation.ts';
import { appoint, createPerson } from '../identity/create-person.ts';
import { makeFirstRunToken } from '../identity/first-run.ts';
import { ORGANISATION_KINDS } from '../identity/organisation.entity.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import type { OpenOffice } from '../open-office.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import { ActRefused } from '../platform/refused.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Usage:
  npm run admin -- first-run [--url https://shelters.example]
      Prints a link, good once and for 24 hours, by which the first administrator is made.
  npm run admin -- create-user USERNAME --name NAME --role ROLE --organisation NAME --kind KIND --jurisdiction CODE[,CODE...]
      Makes an account and prints its password, to be changed after the first sign-in.
      ROLE: ${ROLES.join(' ')}
      KIND: ${ORGANISATION_KINDS.join(' ')}
      CODE: 411200 is the city; the organisation belongs to the first one named.`;

const OPTIONS = {
  url: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  organisation: { type: 'string' },
  kind: { type: 'string' },
  jurisdiction: { type: 'string' },
} as const;

type Values = Partial<Record<keyof typeof OPTIONS, string>>;

const asked = readArguments();
if (asked) await runCommand((office) => administer(office, asked.words, asked.values));
console.error(USAGE);
process.exit(2);

function readArguments(): { words: string[]; values: Values } | undefined {
  try {
    const { positionals: words, values } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const enough =
      (words[0] === 'first-run' && words.length === 1) || (words[0] === 'create-user' && words.length === 2);
    return enough ? { words, values } : undefined;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function administer(office: OpenOffice, words: readonly string[], values: Values): Promise<number> {
  try {
    if (words[0] === 'first-run') await printFirstRunLink(office, values.url);
    else await createUser(office, words[1] ?? '', values);
    return 0;
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    for (const refusal of error.refusals) {
      console.error(`${wordRefusal(refusal, 'en')}\n${wordRefusal(refusal, 'zh-CN')}`);
    }
    return 1;
  }
}

async function printFirstRunLink(office: OpenOffice, url: string | undefined): Promise<void> {
  const base = (url ?? `http://localhost:${office.config.port}`).replace(/\/+$/, '');
  const token = await makeFirstRunToken(office);
  console.log(`Open this link within 24 hours to make the first administrator; it works once.`);
  console.log(`请在 24 小时内打开以下链接，创建首位管理员；链接只能使用一次。`);
  console.log(`${base}/console/#/first-run?token=${token}`);
}

async function createUser(office: OpenOffice, username: string, values: Values): Promise<void> {
  const jurisdictions = (values.jurisdiction ?? '').split(',').filter(Boolean);
  const [home] = jurisdictions;
  const role = ROLES.find((known) => known === values.role);
  const kind = ORGANISATION_KINDS.find((known) => known === values.kind);
  if (!role || !kind || !home || !values.name || !values.organisation) {
    throw new ActRefused(missingOptions({ ...values, role, kind, jurisdiction: home }));
  }
  const { name: displayName, organisation } = values;
  const password = randomBytes(15).toString('base64url');
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const unit = { name: organisation, kind, jurisdictionCode: home };
    const organisationId = await findOrCreateOrganisation(tx, unit, at);
    const personId = await createPerson(tx, { username, displayName, password }, at);
    await appoint(tx, personId, { role, organisationId, jurisdictions });
    await writeLedgerEntry(tx, {
      process: 'person',
      act: 'createPerson',
      article: null,
      at,
      by: null,
      appointment: null,
      jurisdictionCode: home,
      subjects: [{ kind: 'person', id: personId, from: null, to: 'ACTIVE' }],
      details: { roles: [role], byCommand: true },
    });
  });
  console.log(`Account ${username} (${role}) was made. 账号已创建。`);
  console.log(`Password, shown this once 密码（仅显示一次）: ${password}`);
}

function missingOptions(values: Partial<Record<keyof Values, string | undefined>>): ActRefused['refusals'] {
  const needed = ['name', 'role', 'organisation', 'kind', 'jurisdiction'] as const;
  return needed
    .filter((option) => !values[option])
    .map((option) => ({
      rule: 'admin',
      article: null,
      field: `--${option}`,
      code: 'MISSING' as const,
      params: {},
    }));
}
