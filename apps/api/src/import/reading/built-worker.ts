import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built thread; code that runs from its sources (tests) uses the build as well. */
export function builtWorker(from: string, file: string): string {
  const here = fileURLToPath(new URL(file, from));
  const source = `${sep}apps${sep}api${sep}src${sep}`;
  const path = from.endsWith('.ts') ? here.replace(source, `${sep}dist${source}`) : here;
  if (existsSync(path)) return path;
  throw new Error(`The server is not built: ${path} is missing. Run "npm run build:api".`);
}
