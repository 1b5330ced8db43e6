import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, go, signedIn, tokenOf } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;
let dataDir: string;
let port: number;

/** On the same port and data as before, as after a crash. */
const start = () => startBuiltServer({ demo: true, dataDir, env: { PORT: String(port) } });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shelter-live-'));
  port = await freePort();
  [server, browser] = await Promise.all([start(), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const SUBMITTED = '晨光职业学校（演示数据）';
const state = (page: Page, word: string) => page.locator('header .live', { hasText: word }).waitFor();
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });
const marked = (page: Page) => page.evaluate(() => Reflect.get(window, 'stayed') as unknown);
/** Remembered by the page for as long as it is not loaded again. */
const mark = (page: Page) => page.evaluate(() => Reflect.set(window, 'stayed', true));

/** Hides one shelter behind the page’s back, and waits until the page counts one less. */
async function oneLessOfThePublished(page: Page): Promise<void> {
  const current = page.getByRole('button', { name: /已公开|已发布/u }).locator('.count');
  const before = Number(await current.textContent());
  const token = await tokenOf(server, 'city');
  const { desk } = await asked<{ desk: { nodes: { id: string }[] } }>(
    server,
    `{ desk: sheltersForPublication(filter: { states: [CURRENT] }, first: 1) { nodes { id } } }`,
    {},
    token,
  );
  const [{ id } = { id: '' }] = desk.nodes;
  const hide = `mutation ($id: ID!) { hideShelter(id: $id, reason: "内部使用") { id } }`;
  await asked(server, hide, { id }, token);
  await page.waitForFunction(
    (count) =>
      [...document.querySelectorAll('.views .count')].some((node) => node.textContent === String(count)),
    before - 1,
  );
}

test('what one does shows in the windows of the others, without a reload', async () => {
  const officer = await signedIn(browser, server, 'hubin-em');
  await state(officer.page, '实时');
  await officer.page.locator('.card', { hasText: '待我审查' }).getByText(SUBMITTED).waitFor();
  await mark(officer.page);
  const colleague = await signedIn(browser, server, 'hubin-em');
  await go(colleague.page, '/filings?stage=SUBMITTED');
  await row(colleague.page, SUBMITTED).waitFor();
  await state(colleague.page, '实时');
  await mark(colleague.page);
  await shoot(officer.page, 'console/live-desktop');
  expect(await seriousFindings(officer.page)).toEqual([]);

  const unit = await signedIn(browser, server, 'unit1');
  await go(unit.page, '/filings?stage=SUBMITTED');
  await row(unit.page, SUBMITTED).getByRole('link').first().click();
  await unit.page.getByRole('button', { name: '撤回备案' }).click();
  await unit.page.getByRole('tooltip').getByRole('button', { name: '撤回备案' }).click();
  await officer.page
    .locator('.card', { hasText: '待我审查' })
    .getByText(SUBMITTED)
    .waitFor({ state: 'detached' });
  await row(colleague.page, SUBMITTED).waitFor({ state: 'detached' });
  expect([await marked(officer.page), await marked(colleague.page)]).toEqual([true, true]);
  await Promise.all([officer.close(), colleague.close(), unit.close()]);
}, 90_000);

test('without a socket changes are asked for, and it says so; with one again they come by themselves', async () => {
  const { page, close } = await signedIn(browser, server, 'city');
  await go(page, '/publication');
  await state(page, '实时');
  let blocked = true;
  await page.routeWebSocket('**/graphql', async (socket) => {
    if (blocked) await socket.close({ code: 1013 });
    else socket.connectToServer();
  });
  await page.reload();
  await state(page, '轮询');
  await mark(page);
  await shoot(page, 'console/live-polling');
  await oneLessOfThePublished(page);
  expect(await marked(page)).toBe(true);
  blocked = false;
  await state(page, '实时');
  await close();
}, 90_000);

test('a page whose first question came to nothing hears of changes all the same', async () => {
  const { page, close } = await signedIn(browser, server, 'city');
  await go(page, '/publication');
  let refused = true;
  await page.route('**/graphql', async (route) => {
    if (refused && route.request().postData()?.includes('ChangesSince'))
      await route.fulfill({ json: { errors: [{ message: 'busy' }] } });
    else await route.continue();
  });
  await page.reload();
  await state(page, '实时');
  await mark(page);
  refused = false;
  await oneLessOfThePublished(page);
  expect(await marked(page)).toBe(true);
  await close();
}, 60_000);

test('a server that is gone is said to be gone, in both languages, and is found again', async () => {
  // Its pages come from the network alone: what stands here is what happens when one does not come.
  const { page, close } = await signedIn(browser, server, 'hubin-em', {
    viewport: PHONE,
    serviceWorkers: 'block',
  });
  await state(page, '实时');
  // By its address: tiles of a night come before it once they are known.
  const tile = page.locator('.tiles a[href$="stage=SUBMITTED"]');
  await tile.locator('.count').waitFor();
  const count = /\d+/u.exec((await tile.textContent()) ?? '')?.[0];
  expect(count).toBeDefined();
  await shoot(page, 'console/live-phone');
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
  await state(page, '离线');
  await shoot(page, 'console/live-offline-phone');
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize(DESKTOP);
  await page.getByRole('button', { name: 'English' }).click();
  await state(page, 'Offline');
  // Asked for in English, in vain: what was known stays.
  await page.getByText('The server does not answer').waitFor();
  expect(await tile.textContent()).toContain(count);
  await shoot(page, 'console/live-offline-desktop');
  // A page that was never fetched is not a click without an answer.
  const opened = page.getByRole('heading', { name: 'Import', exact: true });
  const menu = page.getByRole('link', { name: 'Import', exact: true });
  await menu.click();
  await page.getByText('That page did not come').waitFor();
  expect(await opened.count()).toBe(0);
  server = await start();
  await state(page, 'Live');
  // The browser remembers that the part did not come; the page is fetched anew all the same.
  await menu.click();
  await opened.waitFor();
  // One that stays away leaves nobody before an empty window.
  await page.route('**/FilingsPage*.js', (route) => route.abort());
  await go(page, '/filings');
  await page.getByText('That page did not come').waitFor();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  // What nobody answered is not nothing: no empty list, no nought.
  await page.route('**/graphql', (route) => route.abort());
  await go(page, '/import');
  await page.getByText('The server does not answer').waitFor();
  expect(await page.getByText('Nothing imported yet').count()).toBe(0);
  await go(page, '/publication');
  await page.getByText('The server does not answer').first().waitFor();
  expect(await page.locator('.views .count').count()).toBe(0);
  await close();
}, 180_000);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  return free;
}
