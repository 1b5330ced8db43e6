import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Change } from '../../apps/api/src/platform/outbox/change.ts';
import { tellChanges } from '../../apps/api/src/platform/outbox/tell-change.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('changes left in the outbox on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(kind);
  });
  afterAll(() => server.close());

  const told = (activationId: string) =>
    server.office.dataSource.query<Record<string, unknown>[]>(
      `select seq, topic, jurisdiction_code, unit_id, shelter_id, at from outbox where activation_id = $1 order by id`,
      [activationId],
    );

  test('are one row for each distinct change, in the order they were told, by one statement', async () => {
    const { dataSource, clock } = server.office;
    const [activationId, shelterId, at] = [randomUUID(), randomUUID(), clock.now()];
    const decided: Change = { topic: 'ACTIVATION', jurisdictionCode: '411202', activationId, at };
    const duty: Change = { topic: 'DUTY', jurisdictionCode: '411202', activationId, shelterId, at };
    const statements = await countQueries(dataSource, () =>
      dataSource.transaction((tx) => tellChanges(tx, [duty, decided, duty, decided, decided])),
    );
    expect(statements).toBe(3); // begin, insert, commit
    const row = { seq: null, jurisdiction_code: '411202', unit_id: null, at };
    expect(await told(activationId)).toEqual([
      { ...row, topic: 'DUTY', shelter_id: shelterId },
      { ...row, topic: 'ACTIVATION', shelter_id: null },
    ]);
  });

  test('are gone with the transaction that told them; nothing to tell writes nothing', async () => {
    const { dataSource, clock } = server.office;
    const activationId = randomUUID();
    const undone = dataSource.transaction(async (tx) => {
      await tellChanges(tx, [
        { topic: 'ACTIVATION', jurisdictionCode: '411202', activationId, at: clock.now() },
      ]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await told(activationId)).toEqual([]);
    expect(await countQueries(dataSource, () => tellChanges(dataSource.manager, []))).toBe(0);
  });
});
