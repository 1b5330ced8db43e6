import { runCommand } from './run-command.ts';

// Opening the office migrates and seeds: what is left is to say so.
await runCommand(async (office) => {
  const [row] = await office.dataSource.query<{ migrations: number }[]>(
    `select count(*)::int as migrations from migrations`,
  );
  const where = office.config.databaseUrl ? 'PostgreSQL (DATABASE_URL)' : office.config.dataDir;
  console.log(
    `The database is up to date: ${row?.migrations ?? 0} migrations, reference data in place (${where}).`,
  );
  return 0;
});
