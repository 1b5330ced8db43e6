import type { DataSource, Logger } from 'typeorm';

/** How many statements TypeORM sends while `work` runs. */
export async function countQueries(dataSource: DataSource, work: () => Promise<unknown>): Promise<number> {
  const before = dataSource.logger;
  let count = 0;
  const nothing = () => undefined;
  const counting: Logger = {
    logQuery: () => {
      count += 1;
    },
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  dataSource.logger = counting;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return count;
}
