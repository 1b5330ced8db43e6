/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, seriousFindings, shoot, visit } from '../support/browser.ts';
import { GPS, HERE, mapIsDrawn, nearestCard, serverSays } from './resident.ts';

/** Said beside an old answer; after a reload this browser believes to be online even when it is not. */
const OLD = /(没有网络|连不上服务器).*收到的信息/u;

/** The demo's last edition came out 45 days ago, and its shelters were confirmed days ago. */
const LATE_CITY = { EDITION_MONTHS: '1', STALE_HOURS_QUIET: '1' };
/** Said near the edition when its successor should be out. */
const MISSED = /名录应于 \d+年\d+月\d+日前更新，尚未更新/u;

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startBuiltServer({ demo: true, env: LATE_CITY });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('opens without a network and shows the last answer with its age', async () => {
  const { page, context, close } = await visit(browser, server.url, GPS);
  await page.goto('/');
  await page.locator('article.nearest').waitFor();
  const before = await nearestCard(page);
  const staleAge = page.locator('article.nearest .age.stale', { hasText: /确认/u });
  await page.getByText(MISSED).waitFor();
  await staleAge.waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });

  await context.setOffline(true);
  await page.reload();
  await page.getByText(OLD).waitFor();
  expect(await nearestCard(page)).toEqual(before);
  expect([await page.getByText(MISSED).count(), await staleAge.count()]).toEqual([1, 1]);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/offline-phone');

  // What was kept before the city told its clocks is judged by those of the rules, and nothing is called late.
  await page.evaluate(() => {
    localStorage.removeItem('shelter-map:1:stale-hours');
    const answers = localStorage.getItem('shelter-map:1:answers') ?? '';
    localStorage.setItem('shelter-map:1:answers', answers.replace(/,"nextEditionDue":"[^"]*"/gu, ''));
  });
  await page.reload();
  await page.getByText(OLD).waitFor();
  expect(await nearestCard(page)).toEqual(before);
  expect([await page.getByText(MISSED).count(), await staleAge.count()]).toEqual([0, 0]);

  // Another hazard is answered on the phone itself, by the same law, and the map opens too.
  const said = await serverSays(server.url, HERE, 'STORM');
  await page.getByRole('button', { name: '大风暴雨' }).click();
  await page.locator('article.nearest', { hasText: '大风暴雨：' }).waitFor();
  expect((await nearestCard(page)).name).toBe(said.shelters[0]?.shelter.name);
  await page.getByRole('button', { name: '地图', exact: true }).click();
  await mapIsDrawn(page);

  await context.setOffline(false);
  await page.getByRole('button', { name: '列表' }).click();
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText(OLD).waitFor({ state: 'detached' });
  await close();
});

it('holds the place of the answer while it waits, so that nothing jumps', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('NearestShelters')) await held;
    await route.continue();
  });
  await page.goto('/');
  // The demo's exercise is announced above.
  await page.locator('.notice.exercise').waitFor();
  const skeleton = page.locator('.skeleton');
  await skeleton.waitFor();
  await shoot(page, 'map/waiting-phone');
  const waiting = await skeleton.boundingBox();
  release();
  const card = page.locator('article.nearest');
  await card.waitFor();
  expect((await card.boundingBox())?.y).toBe(waiting?.y);
  await close();
});

it('says that nothing is known when a phone without memory has no network', async () => {
  const { page, context, close } = await visit(browser, server.url);
  await page.goto('/');
  await context.setOffline(true);
  await page.getByRole('button', { name: '从县区、乡镇中选' }).click();
  await page.getByLabel('县（市、区）').selectOption({ label: '义马市' });
  await page.getByRole('button', { name: '查最近的场所' }).click();
  await page.getByText('没有网络，这部手机上也没有存过这里的信息').waitFor();
  expect(await page.getByRole('link', { name: /12345/u }).isVisible()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/nothing-phone');
  await context.setOffline(false);
  await page.locator('article.nearest').waitFor();
  await close();
});

it('keeps the answer and says so when the server is gone', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  await page.goto('/');
  await page.locator('article.nearest').waitFor();
  const before = await nearestCard(page);
  await server.stop();
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('连不上服务器，可能没有网络').waitFor();
  expect(await nearestCard(page)).toEqual(before);
  await shoot(page, 'map/server-down-phone');
  await close();
});
