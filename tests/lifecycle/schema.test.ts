import { describe, expect, test } from '@jest/globals';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('the schema on %s', (kind) => {
  test('is what the entities say: migrations leave nothing to change, and a planted difference is seen', async () => {
    const server = await startServer(kind);
    try {
      expect(await differences(server)).toEqual([]);
      await server.office.dataSource.query(`alter table person add column planted text`);
      await server.office.dataSource.query(`alter table filing drop constraint ck_filing_stage`);
      const planted = (await differences(server)).join('\n');
      expect(planted).toMatch(/drop column "planted"/i);
      expect(planted).toMatch(/ck_filing_stage/);
    } finally {
      await server.close();
    }
  });
});

async function differences(server: TestServer): Promise<string[]> {
  const { upQueries } = await server.office.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
