/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { box, go, signedIn } from './console/at-the-console.ts';
import { givenQuietTimes } from './console/night-of.ts';
import { GPS, nearestCard } from './map/resident.ts';
import { launchBrowser, PHONE, seriousFindings, shoot, visit, type Visit } from './support/browser.ts';

const SHELTER = '晨光实验中学（演示数据）';
const HANDHELD = { viewport: PHONE, hasTouch: true };

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
  await givenQuietTimes(server);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const mark = ({ page }: Visit) => page.evaluate(() => Reflect.set(window, 'stayed', true));
const stayed = ({ page }: Visit) => page.evaluate(() => Reflect.get(window, 'stayed') as unknown);
/** The badge of the shelter whose page is open on a resident’s phone, with its age. */
const badge = (page: Page, words: RegExp) => page.locator('.badge', { hasText: words }).first().waitFor();
/** The pause of the residents’ page in quiet times, and while it is live. */
const [QUIET, LIVE] = ['05:01', '00:31'];

test('one night, seen from four windows that nobody loads again', async () => {
  const resident = await visit(browser, server.url, GPS);
  const phone = resident.page;
  await phone.clock.install();
  await phone.goto('/');
  expect((await nearestCard(phone)).name).toBe(SHELTER);
  await phone.locator('article.nearest', { hasText: '未启用' }).waitFor();
  expect(await phone.locator('.notice.urgent').count()).toBe(0);
  const department = await signedIn(browser, server, 'health', HANDHELD);
  await go(department.page, '/duties');
  await department.page.locator('main h1').waitFor();
  const unit = await signedIn(browser, server, 'unit1', HANDHELD);
  await go(unit.page, '/open');
  await unit.page.locator('main h1').waitFor();
  const commander = await signedIn(browser, server, 'hubin-gov');
  for (const window of [resident, department, unit, commander]) await mark(window);

  await decide(commander.page);
  const row = commander.page.locator('tbody tr', { hasText: SHELTER });
  await row.getByText('已决定启用').waitFor();
  const medical = (stage: string) =>
    row.locator(`.cell[data-kind=MEDICAL][data-stage=${stage}]`).waitFor({ timeout: 10_000 });
  await medical('ASSIGNED');

  // The resident hears of it; nothing is open yet, and the page says why.
  await phone.clock.fastForward(QUIET);
  await phone.locator('.notice.urgent').getByText('湖滨区启用 1 处应急避难场所').waitFor();
  const passed = phone.locator('li.item', { hasText: SHELTER });
  await passed.getByText('尚未开放（已决定启用）').waitFor();
  expect(await seriousFindings(phone)).toEqual([]);
  await shoot(phone, 'night/resident-decided');
  await passed.getByRole('link').click();
  await badge(phone, /已决定启用/u);

  // The department sees its duty come, acknowledges, and is in place.
  const duty = department.page.locator('.site', { hasText: SHELTER });
  await duty.waitFor({ timeout: 10_000 });
  await duty.getByRole('button', { name: '接收', exact: true }).click();
  await medical('ACKNOWLEDGED');
  await duty.getByRole('button', { name: '已到位' }).click();
  await medical('IN_PLACE');

  // The unit opens gate and staffs it; each step shows on the board at once, on the phone at its next turn.
  await unit.page.getByText(SHELTER).first().click({ timeout: 10_000 });
  await unit.page.locator('[data-fact=ANSWERED]').click();
  await row.getByText('正在开放').waitFor({ timeout: 10_000 });
  await phone.clock.fastForward(LIVE);
  await badge(phone, /正在开放/u);
  await unit.page.locator('[data-fact=GATE_OPEN]').click();
  await row.getByText('部分开放').waitFor({ timeout: 10_000 });
  await phone.clock.fastForward(LIVE);
  await badge(phone, /部分开放/u);
  await unit.page.locator('[data-fact=STAFFED]').click();
  await row.getByText('已开放').waitFor({ timeout: 10_000 });
  await shoot(commander.page, 'night/commander-open');
  await phone.clock.fastForward(LIVE);
  await badge(phone, /已开放\s*(刚刚|\d+ 分钟前)确认/u);
  expect(await seriousFindings(phone)).toEqual([]);
  await shoot(phone, 'night/resident-open');
  await phone.getByRole('link', { name: '最近的避难场所' }).click();
  await phone.locator('article.nearest', { hasText: '已开放' }).getByText(SHELTER).waitFor();
  await shoot(phone, 'night/resident-home-open');

  // Morning: the commander ends it, and releases the shelter by the number of its order.
  await close(commander.page);
  await unit.page.locator('.page-head .mark', { hasText: '正在关闭' }).waitFor({ timeout: 10_000 });
  await phone.clock.fastForward(LIVE);
  await phone.locator('.notice.ended').getByText('湖滨区结束应急避难场所启用').waitFor();
  await phone.locator('.notice.urgent').waitFor({ state: 'detached' });
  // What closes is not offered any more; what stands by is, as in quiet times.
  await phone.locator('article.nearest', { hasText: '未启用' }).waitFor();
  await phone.locator('li.item', { hasText: SHELTER }).getByText('正在关闭，不再接收人员').waitFor();
  await shoot(phone, 'night/resident-ended');
  await release(commander.page);
  await unit.page.getByText(/撤收/u).first().waitFor({ timeout: 10_000 });
  await phone.clock.fastForward(QUIET);
  await phone.locator('article.nearest', { hasText: '未启用' }).getByText(SHELTER).waitFor();

  for (const window of [resident, department, unit, commander]) {
    expect(await stayed(window)).toBe(true);
    expect([window.foreign, window.errors]).toEqual([[], []]);
    await window.close();
  }
}, 240_000);

/** Draws the plan, chooses the one shelter, signs, and goes to the board. */
async function decide(page: Page): Promise<void> {
  await go(page, '/activations');
  await page.getByRole('button', { name: '决定启用' }).click();
  await page.getByText('地震', { exact: true }).first().click();
  await box(page, 'peopleAffected').fill('800');
  await page.getByRole('button', { name: '拟定方案' }).click();
  await page.getByText(/^建议启用 \d+ 处/u).waitFor();
  await page.getByRole('button', { name: '全部不选' }).click();
  const line = page.locator('tr.choosable', { hasText: SHELTER });
  await line.getByRole('checkbox').click();
  const override = line.getByRole('textbox');
  if ((await override.count()) > 0) await override.fill('离震中最近的学校，先行开放');
  await page.getByRole('button', { name: '签署决定' }).click();
  await page.getByText('已决定启用：411202-QY-').waitFor();
  await page.getByRole('button', { name: '进入看板' }).click();
}

async function close(page: Page): Promise<void> {
  const number = await numberOn(page, /411202-QY-\d{4}-\d{4}/u);
  await page.getByRole('button', { name: '结束启用' }).click();
  await box(page, 'reason').fill('险情解除');
  await box(page, 'number').fill(number);
  await page.locator('form.closing').getByRole('button', { name: '结束启用' }).click();
  await page.getByText(/决定结束：险情解除/u).waitFor();
}

async function release(page: Page): Promise<void> {
  await page.locator('.board tbody a', { hasText: SHELTER }).first().click();
  await page.getByRole('button', { name: '撤收本场所' }).click();
  await box(page, 'orderNumber').fill(await numberOn(page, /411202-QY-\d{4}-\d{4}-\d{3}/u));
  await page.locator('form').getByRole('button', { name: '撤收本场所' }).click();
  await page.getByText('已撤收').first().waitFor();
}

/** The number of a decision or an order, as it is read on the page. */
async function numberOn(page: Page, pattern: RegExp): Promise<string> {
  return pattern.exec(await page.locator('main').innerText())?.[0] ?? '';
}
