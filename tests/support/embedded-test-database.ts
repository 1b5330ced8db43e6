import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EMBEDDED } from '../../apps/api/src/platform/database/capabilities.ts';
import {
  startEmbedded,
  type Embedded,
} from '../../apps/api/src/platform/database/embedded/start-embedded.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import type { Migrate } from './databases.ts';

const ROOT = join(import.meta.dirname, '../..');

/** An embedded database in memory, loaded from the migrated template in about two seconds. */
export async function embeddedTestDatabase(migrate: Migrate, templateKey: string): Promise<OpenDatabase> {
  const file = await templateFile(templateKey);
  if (!existsSync(file)) await makeTemplate(file, migrate);
  return opened(await startEmbedded({ template: new Blob([await readFile(file)]) }));
}

/** The first run takes some ten seconds; the dump lies in the cache of node_modules from then on. */
async function makeTemplate(file: string, migrate: Migrate): Promise<void> {
  const embedded = await startEmbedded();
  try {
    await migrate(opened(embedded));
    const dump = Buffer.from(await (await embedded.dump()).arrayBuffer());
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, dump);
    await rename(draft, file); // another worker may have been as quick: either copy is good
  } finally {
    await embedded.close();
  }
}

/** Named after the schema and the engine, so that neither is ever met by the other's dump. */
async function templateFile(templateKey: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const pins = manifest as { readonly dependencies: Readonly<Record<string, string>> };
  const engine = [
    pins.dependencies['@electric-sql/pglite'],
    pins.dependencies['@electric-sql/pglite-postgis'],
  ];
  const key = createHash('sha256')
    .update([...engine, templateKey].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return join(ROOT, 'node_modules/.cache/shelter-registry', `template-${key}.tar.gz`);
}

function opened(embedded: Embedded): OpenDatabase {
  const { host, port, database, user, password } = embedded;
  return {
    connection: { host, port, database, user, password },
    capabilities: EMBEDDED,
    attached: false,
    notices: [],
    close: () => embedded.close(),
    onLost: () => undefined,
  };
}
