/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { atConsole, box, choose, go, saidOf, signedIn, signIn } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('list and map choose the same shelter, and a link shows it to a colleague', async () => {
  const { page, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, '/shelters?grade=COUNTY');
  await page.getByRole('heading', { name: '场所' }).waitFor();
  await page.locator('.shelter-mark').first().waitFor();
  await page.locator('tbody tr').nth(1).locator('.code').click();
  await page.locator('.shelter-mark.chosen').waitFor();
  const address = page.url();
  expect(address).toContain('grade=COUNTY');
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('tbody tr.chosen').waitFor();
  await page.getByText('级别：县级').waitFor();
  // What a shelter is doing is said in a word beside its mark.
  expect(await page.locator('tbody .status').first().innerText()).toBe('未启用');
  await page.getByRole('button', { name: '移除筛选：级别 县级' }).click();
  await page.getByText('级别：县级').waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('grade=');
  expect(page.url()).toContain('chosen=');
  await close();
}, 60_000);

test('list and map point at the same shelter, the map narrows the list, and a view is come back to by its name', async () => {
  const { page, errors, close } = await signedIn(browser, server, 'city');
  await go(page, '/shelters?grade=COUNTY');
  await page.locator('.shelter-mark').first().waitFor();
  await page.locator('tbody tr').nth(1).hover();
  await page.locator('.shelter-mark.pointed').waitFor();
  await page.locator('h1').hover();
  await page.locator('.shelter-mark.pointed').waitFor({ state: 'detached' });
  await page.locator('.shelter-mark').first().dispatchEvent('mouseover', { bubbles: true });
  await page.locator('tbody tr.pointed').waitFor();
  const all = await page.locator('tbody tr').count();
  // Nearer to one of them, the map shows fewer.
  await page.locator('.shelter-mark').first().hover();
  for (let step = 0; step < 3; step += 1) {
    await page.mouse.wheel(0, -240);
    await page.locator('.leaflet-zoom-anim').waitFor({ state: 'attached' });
    await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: '只看地图范围内' }).click();
  await page.getByText('地图范围：当前所选范围').waitFor();
  await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length < before, all);
  const rows = await page.locator('tbody tr').allTextContents();
  expect(page.url()).toMatch(/area=\d/u);

  await page.getByRole('button', { name: '存为常用视图' }).click();
  await page.locator('[id="field-viewName"]:focus').waitFor();
  await page.keyboard.press('Enter');
  await saidOf(page, 'viewName').getByText('名称须为').waitFor();
  expect(await page.getByText('名称须为').count()).toBe(1);
  await box(page, 'viewName').fill('城区县级');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const views = page.getByRole('navigation', { name: '常用视图' });
  await views.getByRole('link', { name: '城区县级' }).waitFor();
  await page.mouse.move(0, 0);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/registry-view');
  // In another window, another day.
  const again = await signedIn(browser, server, 'city', { viewport: PHONE, hasTouch: true });
  // A phone has no room for both: the list comes first, and the map is one tap and a link away.
  await go(again.page, '/shelters');
  const turn = again.page.getByRole('navigation', { name: '列表或地图' });
  await turn.waitFor();
  await again.page.locator('tbody tr').first().waitFor();
  expect(await again.page.locator('.card.map').isVisible()).toBe(false);
  const first = await again.page.locator('tbody tr').first().boundingBox();
  expect(first?.y).toBeLessThan((PHONE.height * 2) / 3);
  const heights = await turn.getByRole('button').evaluateAll((all) => all.map((one) => one.clientHeight));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(42);
  await turn.getByRole('button', { name: '地图' }).click();
  await again.page.locator('.shelter-mark').first().dispatchEvent('click');
  await again.page.locator('.elsewhere a').waitFor();
  await again.page.locator('tbody tr').first().waitFor({ state: 'hidden' });
  await shoot(again.page, 'console/registry-map-phone');
  expect(await seriousFindings(again.page)).toEqual([]);
  expect(again.page.url()).toContain('show=map');
  await again.page.reload();
  await again.page.locator('.shelter-mark.chosen').waitFor();
  const there = again.page.getByRole('navigation', { name: '常用视图' });
  const scale = again.page.locator('.leaflet-control-scale-line');
  const wide = await scale.textContent();
  await there.getByRole('link', { name: '城区县级' }).click();
  await again.page.getByText('级别：县级').waitFor();
  await again.page.waitForFunction(
    (count) => document.querySelectorAll('tbody tr').length === count,
    rows.length,
  );
  expect(await again.page.locator('tbody tr').allTextContents()).toEqual(rows);
  // The map goes where the view was made.
  expect(await scale.textContent()).not.toBe(wide);
  await turn.getByRole('button', { name: '列表' }).click();
  await again.page.locator('tbody tr').first().waitFor();
  expect(again.page.url()).not.toContain('show=');
  await again.page.evaluate(() => window.scrollTo(0, 0));
  await shoot(again.page, 'console/registry-view-phone');
  expect(await seriousFindings(again.page)).toEqual([]);
  expect(await again.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  await there.getByRole('button', { name: '改名：常用视图“城区县级”' }).click();
  await box(again.page, 'viewName').fill('城区');
  await again.page.getByRole('button', { name: '保存', exact: true }).click();
  await there.getByRole('button', { name: '删除常用视图“城区”' }).click();
  await there.getByRole('link').waitFor({ state: 'detached' });
  expect([errors, again.errors]).toEqual([[], []]);
  await Promise.all([close(), again.close()]);
}, 90_000);

test('no edge of the map cuts the name of a county, and no button lies over it', async () => {
  const { page, errors, close } = await signedIn(browser, server, 'city');
  await go(page, '/shelters');
  await page.locator('.shelter-mark').first().waitFor();
  const ground = await page.locator('.ground').boundingBox();
  const button = await page.locator('.leaflet-control-zoom').boundingBox();
  if (!ground || !button) throw new Error('there is no map');
  await dragName(page, '义马市', ground.x + ground.width, ground.y + ground.height / 2);
  await page.waitForFunction(isNameClear, '义马市');
  await dragName(page, '卢氏县', button.x + 4, button.y + 10);
  await page.waitForFunction(isNameClear, '卢氏县');
  await shoot(page, 'console/registry-map-names');
  // A map that is left while it moves says no more.
  for (const width of [1200, 1300, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    await go(page, '/filings');
    await page.getByRole('heading', { name: '备案', exact: true }).waitFor();
    await go(page, '/shelters');
    await page.locator('.shelter-mark').first().waitFor();
  }
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('the administrator opens an account, whose owner then changes the password', async () => {
  const admin = await signedIn(browser, server, 'admin');
  await go(admin.page, '/settings');
  await admin.page.getByRole('button', { name: '添加人员' }).click();
  const { page } = admin;
  await box(page, 'displayName').fill('王审查');
  await box(page, 'username').fill('wang');
  await box(page, 'password').fill('短');
  await choose(page, 'role', '县级应急管理部门');
  await choose(page, 'jurisdictions', '湖滨区');
  await choose(page, 'organisationId', '湖滨区应急管理局');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await saidOf(page, 'password').getByText('密码太短').waitFor();
  await box(page, 'password').fill('three plain words here');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await page.getByRole('row', { name: /王审查/u }).waitFor();
  await admin.close();

  const wang = await atConsole(browser, server);
  await signIn(wang.page, 'wang', 'three plain words here');
  await wang.page.getByText('待我审查').waitFor();
  await go(wang.page, '/me');
  await box(wang.page, 'current').fill('wrong');
  await box(wang.page, 'next').fill('four other plain words');
  await wang.page.getByRole('button', { name: '修改密码' }).click();
  await saidOf(wang.page, 'current').getByText('当前密码不正确').waitFor();
  await box(wang.page, 'current').fill('three plain words here');
  await wang.page.getByRole('button', { name: '修改密码' }).click();
  await wang.page.getByText('密码已修改').waitFor();
  await wang.page.getByRole('button', { name: '全部退出' }).click();
  await wang.page.locator('#field-username').waitFor();
  await wang.close();
}, 90_000);

test('the administrator disables an organisation, whose people are out at once, and enables it again', async () => {
  const unit = await signedIn(browser, server, 'unit1');
  const { page, close } = await signedIn(browser, server, 'admin');
  await go(page, '/settings');
  const office = page.getByRole('row', { name: /unit1/u });
  const name = ((await office.locator('td .soft').first().textContent()) ?? '').split('·')[1]?.trim() ?? '';
  await page.getByRole('tab', { name: '单位' }).click();
  const row = page.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
  await row.getByRole('button', { name: '停用' }).click();
  await page.getByText(`停用后 ${name} 的人员立即退出`).waitFor();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await row.getByRole('button', { name: '恢复' }).waitFor();
  await shoot(page, 'console/organisation-disabled', true);

  await unit.page.reload();
  await unit.page.locator('#field-username').waitFor();
  await signIn(unit.page, 'unit1', server.password);
  await unit.page.getByText('用户名或密码').waitFor();
  await row.getByRole('button', { name: '恢复' }).click();
  await row.getByRole('button', { name: '停用' }).waitFor();
  await signIn(unit.page, 'unit1', server.password);
  await unit.page.locator('main#main h1').waitFor();

  // Nobody can lock himself out for good.
  await page.getByRole('tab', { name: '人员' }).click();
  const self = page.getByRole('row', { name: /^admin /u });
  await self.getByRole('button', { name: '停用' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await page.getByText('请先另设一位管理员').waitFor();
  await Promise.all([close(), unit.close()]);
}, 90_000);

/** Drags the map until the middle of a county's name would stand there. */
async function dragName(page: Page, name: string, x: number, y: number): Promise<void> {
  const label = await page.locator('.county-name span', { hasText: name }).boundingBox();
  const ground = await page.locator('.ground').boundingBox();
  if (!label || !ground) throw new Error(`there is no name ${name}`);
  const [fromX, fromY] = [ground.x + ground.width / 2, ground.y + ground.height * 0.12];
  const [right, down] = [x - label.x - label.width / 2, y - label.y - label.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + right, fromY + down, { steps: 5 });
  // Held still for a moment: the map does not glide on.
  await page.waitForTimeout(300);
  await page.mouse.up();
}

/** In the page: whether a name stands within the map and clear of its buttons. */
function isNameClear(name: string): boolean {
  const box = (element: Element | null | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
  const names = [...document.querySelectorAll('.county-name span')];
  const label = box(names.find((element) => element.textContent === name));
  const map = box(document.querySelector('.ground'));
  const button = box(document.querySelector('.leaflet-control-zoom'));
  const isWithin =
    label.left >= map.left && label.right <= map.right && label.top >= map.top && label.bottom <= map.bottom;
  return isWithin && (label.right <= button.left || label.bottom <= button.top);
}
