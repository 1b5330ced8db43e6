import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { POSTGRES } from '../../apps/api/src/platform/database/capabilities.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import type { Migrate } from './databases.ts';

/** A database of its own in the cluster, copied from the migrated template in a tenth of a second. */
export async function postgresTestDatabase(
  clusterUrl: string,
  migrate: Migrate,
  templateKey: string,
): Promise<OpenDatabase> {
  const key = createHash('sha256').update(templateKey).digest('hex').slice(0, 16);
  const template = `shelter_template_${key}`;
  const name = `shelter_test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(clusterUrl, async (admin) => {
    // One worker makes the template, the others wait for it.
    await admin.query(`select pg_advisory_lock(hashtext($1))`, [template]);
    const { rowCount } = await admin.query(`select 1 from pg_database where datname = $1`, [template]);
    if (rowCount === 0) await makeTemplate(clusterUrl, admin, template, migrate);
    await admin.query(`create database ${name} template ${template}`);
  });
  return opened(clusterUrl, name);
}

/** Made under another name: a template that stands is complete. */
async function makeTemplate(
  clusterUrl: string,
  admin: pg.Client,
  template: string,
  migrate: Migrate,
): Promise<void> {
  const draft = `${template}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft} encoding 'UTF8' template template0`);
  await migrate(opened(clusterUrl, draft));
  await admin.query(`alter database ${draft} rename to ${template}`);
}

function opened(clusterUrl: string, name: string): OpenDatabase {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return {
    connection: { connectionString: url.href },
    capabilities: POSTGRES,
    attached: false,
    notices: [],
    close: () =>
      asAdministrator(clusterUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
    onLost: () => undefined,
  };
}

async function asAdministrator(
  clusterUrl: string,
  work: (admin: pg.Client) => Promise<unknown>,
): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
