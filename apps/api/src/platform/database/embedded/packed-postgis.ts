import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FROM_HERE = '../../../../../../postgis.tar.gz';

/** PostGIS from the small bundle the build packs; where nothing is built, from the whole one. */
export const packedPostgis: Extension = {
  name: postgis.name,
  setup: async (engine, options) => {
    const whole = await postgis.setup(engine, options);
    const bundle = packedBundle();
    return existsSync(bundle) ? { ...whole, bundlePath: pathToFileURL(bundle) } : whole;
  },
};

/** Beside the built server; code that runs from its sources (tests) uses the build as well. */
function packedBundle(): string {
  const beside = fileURLToPath(new URL(FROM_HERE, import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? beside.replace(`${sep}postgis`, `${sep}dist${sep}postgis`)
    : beside;
}
