import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** How a built program ended, and everything it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a built entry of the server (`main`, `cli/migrate`, …) to its end. */
export async function runBuilt(
  entry: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, DATABASE_URL: _url, ...rest } = process.env;
  const path = join(ROOT, 'dist/apps/api/src', `${entry}.js`);
  const child = spawn(process.execPath, ['--enable-source-maps', path, ...args], {
    cwd: ROOT,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Asks a running server by GraphQL; throws when it refuses. */
export async function ask<Data>(
  server: { readonly url: string },
  query: string,
  variables: Record<string, unknown>,
  token?: string,
): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
  if (!data || errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return data;
}

/** A session's token. */
export async function signInAt(
  server: { readonly url: string },
  username: string,
  password: string,
): Promise<string> {
  const { signIn } = await ask<{ signIn: { token: string } }>(
    server,
    `mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { token } }`,
    { username, password },
  );
  return signIn.token;
}
