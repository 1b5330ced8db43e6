import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, visit, type Visit } from '../support/browser.ts';

/** Opens the console as nobody yet. */
export async function atConsole(
  browser: Browser,
  server: BuiltServer,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visited = await visit(browser, server.url, { viewport: DESKTOP, ...options });
  await visited.page.goto('/console/');
  await visited.page.locator('form').waitFor();
  return visited;
}

/** Opens the console and signs in, as a person does. */
export async function signedIn(
  browser: Browser,
  server: BuiltServer,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visited = await atConsole(browser, server, options);
  await signIn(visited.page, username, server.password);
  await visited.page.locator('main#main h1').waitFor();
  return visited;
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await box(page, 'username').fill(username);
  await box(page, 'password').fill(password);
  await page.locator('button[type=submit]').click();
}

/** The control of a field, by its path. */
export function box(page: Page, path: string): Locator {
  return page.locator(`[id="field-${path}"]`);
}

/** Chooses an option of a select by its words. */
export async function choose(page: Page, path: string, option: string): Promise<void> {
  await page.locator('.el-select', { has: box(page, path) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** What stands below a field about it. */
export function saidOf(page: Page, path: string): Locator {
  return page.locator(`[id="field-${path}-findings"]`);
}

/** The list of what is to be mended, at the side of the form. */
export function summary(page: Page): Locator {
  return page.locator('aside .summary .stopping');
}

/** Waits until the form says so: 已保存, 有填写错误… */
export async function saidSaving(page: Page, word: string): Promise<void> {
  await page.locator('.saving', { hasText: word }).waitFor();
}

/** Goes to a page of the console by its hash. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(`/console/#${path}`);
}

/** Begins a filing as the unit does, and answers its id. */
export async function beginFiling(page: Page, name: string): Promise<string> {
  await go(page, '/filings/new');
  await box(page, 'name').fill(name);
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.locator('#section-basics').waitFor();
  const id = /filings\/([\da-f-]{36})/u.exec(page.url())?.[1];
  expect(id).toBeDefined();
  return id ?? '';
}

/** Asks the server directly, as a script would; for what lies outside the browser. */
export async function asked<Data>(
  server: BuiltServer,
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** A token of somebody’s second session. */
export async function tokenOf(server: BuiltServer, username: string): Promise<string> {
  const { signIn: opened } = await asked<{ signIn: { token: string } }>(
    server,
    `mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { token } }`,
    { username, password: server.password },
  );
  return opened.token;
}

/** The smallest drawing there is: a PNG of one pixel. */
export const DRAWING = {
  name: '平面图.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
