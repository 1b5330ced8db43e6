import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, shoot, visit, type Visit } from '../support/browser.ts';

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

/** The list of what is to be mended, beside the sections of a filing. */
export function summary(page: Page): Locator {
  return page.locator('aside .summary .stopping');
}

/** Opens a section of the filing one is in, or the answers to be checked; none: the list of them. */
export async function openSection(page: Page, name?: string): Promise<void> {
  const path = /#(\/filings\/[\da-f-]{36})/u.exec(page.url())?.[1] ?? '';
  await go(page, name ? `${path}?section=${name}` : path);
  await page
    .locator(name === 'check' ? '.check' : name ? `#section-${name} .body > *` : '.tasks')
    .first()
    .waitFor();
}

/** Hands the filing in, from the page where its answers are checked. */
export async function submit(page: Page): Promise<void> {
  await openSection(page, 'check');
  await page.getByRole('button', { name: '提交审查' }).click();
}

/** Waits until the caret stands there. */
export async function caretIn(place: Locator): Promise<void> {
  await place.and(place.page().locator(':focus')).waitFor();
}

/** How far the list says a section is. */
export async function stateOf(page: Page, section: string): Promise<string> {
  return (await page.locator(`#task-${section} .tags`).innerText()).trim();
}

/** Fills in what the law asks for, from section to section as the page leads. */
export async function complete(page: Page): Promise<void> {
  const next = (section: string) => page.getByRole('button', { name: `下一节：${section}` }).click();
  await page.getByRole('navigation', { name: '填写清单' }).getByText('填写清单').click();
  await page.getByRole('link', { name: '继续填写：位置' }).click();
  await page.getByText('高德、腾讯（GCJ-02）').click();
  await box(page, 'position.longitude').fill('111.2013');
  await box(page, 'position.latitude').fill('34.7801');
  await page.getByText('换算为 111.195').waitFor();
  await next('边界、分区与出入口');
  await next('面积与容量');
  await box(page, 'areaSquareMeters').fill('１２，０００');
  // What is missing is told once before going on, and holds nobody up.
  await next('配套设施、设备');
  await caretIn(page.locator('.stop'));
  await shoot(page, 'console/filing-section-check');
  await page.getByRole('button', { name: '先往下填：配套设施、设备' }).click();
  await page.locator('#section-facilities').waitFor();
  await page.goBack();
  await box(page, 'declaredCapacity').fill('6000');
  await next('配套设施、设备');
  await page.getByRole('button', { name: '添加设施' }).click();
  await next('图纸与材料');
  await page.getByTestId('file-zonePlanFileId').setInputFiles(DRAWING);
  await page.getByRole('link', { name: '平面图.png' }).waitFor();
  await next('联系人');
  await box(page, 'contact.name').fill('张建国');
  await box(page, 'contact.phone').fill('0398-2810001');
  await page.getByRole('navigation', { name: '填写清单' }).getByText('核对并提交').click();
}

/** Puts a filing on file, knowing that it cannot be taken back. */
export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: '予以备案' }).click();
  await page.getByRole('button', { name: '确认备案' }).click();
}

/** Waits until the form says so: 已保存, 有填写错误… */
export async function saidSaving(page: Page, word: string): Promise<void> {
  await page.locator('.saving', { hasText: word }).waitFor();
}

/** Waits until the page one is on can be opened without a network. */
export async function pagesKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const [html, assets] = [await caches.match('/console/'), await caches.open('console-assets')];
    const kept = new Set((await assets.keys()).map(({ url }) => url));
    const used = performance.getEntriesByType('resource').map(({ name }) => name);
    return html !== undefined && used.every((name) => !name.includes('/console/assets/') || kept.has(name));
  });
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
  await page.locator('#task-basics').waitFor();
  const id = /filings\/([\da-f-]{36})/u.exec(page.url())?.[1];
  expect(id).toBeDefined();
  return id ?? '';
}

/** The next county sees neither the filing nor the shelter. */
export async function hiddenFromNeighbour(
  browser: Browser,
  server: BuiltServer,
  filingId: string,
  code = '',
): Promise<Visit> {
  const neighbour = await signedIn(browser, server, 'lingbao-em');
  await go(neighbour.page, `/filings/${filingId}`);
  await neighbour.page.getByText('没有找到这件备案').waitFor();
  await go(neighbour.page, `/shelters/${code}`);
  await neighbour.page.getByText('没有找到这处场所').waitFor();
  return neighbour;
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

/** Holds back what the page asks of the server with these words, until what is answered is called. */
export async function holdBack(page: Page, words: string): Promise<() => void> {
  let letPass = (): void => undefined;
  const passed = new Promise<void>((resolve) => (letPass = resolve));
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes(words)) await passed;
    await route.continue();
  });
  return letPass;
}
