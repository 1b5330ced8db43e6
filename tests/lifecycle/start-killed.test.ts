import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice, type OpenOffice } from '../../apps/api/src/open-office.ts';
import { readConfig } from '../../apps/api/src/platform/config/config.ts';
import { completeContents } from '../support/contents.ts';
import { ask, runBuilt, signInAt } from '../support/built-command.ts';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { DRAFT } from '../support/filing.ts';

jest.setTimeout(240_000);

const AT_ONCE = 6;
const UNIT = `{ organisations(jurisdictionCode: "411202", text: "晨光教育集团") { id } }`;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shelter-killed-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Drafts until the server is gone; answers the ids of those it acknowledged. */
async function draftUntilGone(server: BuiltServer, seen: () => void): Promise<string[]> {
  const token = await signInAt(server, 'unit1', server.password);
  const { organisations } = await ask<{ organisations: { id: string }[] }>(server, UNIT, {}, token);
  const input = {
    jurisdictionCode: '411202',
    unitId: organisations[0]?.id,
    contents: completeContents(null),
  };
  const acknowledged: string[] = [];
  const one = async () => {
    for (;;) {
      const { draftFiling } = await ask<{ draftFiling: { id: string } }>(server, DRAFT, { input }, token);
      acknowledged.push(draftFiling.id);
      seen();
    }
  };
  await Promise.allSettled(Array.from({ length: AT_ONCE }, one));
  return acknowledged;
}

/** Filings without their entry in the ledger, and entries without their filing: halves of an act. */
async function halves(office: OpenOffice): Promise<unknown[]> {
  return office.dataSource.query(
    `select filing.id::text, entry.seq::text from filing
     full join (select seq, subjects->0->>'id' as filing_id from ledger_entry where process = 'filing' and act = 'draft') entry
       on entry.filing_id = filing.id::text
     where filing.id is null or entry.seq is null`,
  );
}

test('a server killed between act and answer leaves every act whole or absent, and loses none it answered', async () => {
  const server = await startBuiltServer({ demo: true, dataDir });
  let answered = 0;
  const drafted = draftUntilGone(server, () => {
    answered += 1;
    if (answered === 12) server.process.kill('SIGKILL');
  });
  const exit = once(server.process, 'exit');
  const acknowledged = await drafted;
  await exit;
  expect(acknowledged.length).toBeGreaterThanOrEqual(12);

  const env = { DATA_DIR: dataDir, DEMO: '0' };
  const office = await openOffice(readConfig(env), 'command');
  try {
    expect(await halves(office)).toEqual([]);
    const kept = await office.dataSource.query<unknown[]>(`select id from filing where id = any($1)`, [
      acknowledged,
    ]);
    expect(kept).toHaveLength(acknowledged.length);
  } finally {
    await office.close();
  }
  // What the dead server had not sealed is sealed by the next one.
  const next = await startBuiltServer({ demo: true, dataDir });
  await next.stop();
  expect(await runBuilt('cli/ledger-verify', [], env)).toEqual({
    code: 0,
    output: expect.not.stringContaining('not sealed yet'),
  });
});
