/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, atConsole, box, choose, go, saidOf, signedIn, signIn, tokenOf } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const LIST = [
  '名称,县市区,管理单位,经度,纬度,坐标系,容纳人数,联系人,联系电话',
  '第一中学操场,湖滨区,第一中学,111.2001,34.7791,WGS84,３０００,李四,0398-2810011',
  '反了的坐标,湖滨区,第一中学,34.7791,111.2001,WGS84,3000,李四,0398-2810011',
  '人数是字,湖滨区,第一中学,111.2003,34.7793,WGS84,很多,李四,0398-2810011',
  '邻县的,灵宝市,灵宝中学,110.9001,34.5001,WGS84,200,李四,0398-2810011',
].join('\n');

test('a list is looked at before it is taken in, row by row', async () => {
  const { page, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, '/import');
  await page
    .getByTestId('file-file')
    .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.getByRole('button', { name: '预览' }).click();
  const preview = page.getByRole('region', { name: '预览结果' });
  await preview.getByText('像是填反了').waitFor();
  expect(await preview.locator('.counts dd').allTextContents()).toEqual(['4', '1', '0', '0', '3', '0']);
  await preview.getByText('不在您的辖区内').waitFor();
  await shoot(page, 'console/import-preview', true);

  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText('已完成').waitFor();
  expect(await page.locator('.counts dd').allTextContents()).toEqual(['4', '1', '0', '0', '3', '0']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载报告' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/u);
  await go(page, '/shelters?q=第一中学操场&due=1');
  await page.getByRole('row', { name: /第一中学操场/u }).waitFor();
  await close();
}, 60_000);

test('the review queue begins with who has waited longest, at my work and in the list', async () => {
  const { filings } = await asked<{ filings: { nodes: { contents: { name: string } }[] } }>(
    server,
    `{ filings(filter: { stages: [SUBMITTED] }, order: LONGEST_WAITING, first: 8) { nodes { contents { name } } } }`,
    {},
    await tokenOf(server, 'city'),
  );
  const names = filings.nodes.map(({ contents }) => contents.name);
  expect(names.length).toBeGreaterThan(1);
  const { page, close } = await signedIn(browser, server, 'city');
  const queue = page.locator('section.card', { hasText: '待我审查' }).first();
  await queue.locator('tbody tr').first().waitFor();
  expect(await queue.locator('tbody strong').allTextContents()).toEqual(names);
  await go(page, '/filings?stage=SUBMITTED');
  await page.getByRole('heading', { name: '备案', exact: true }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  const rows = await page.locator('tbody tr').allTextContents();
  expect(rows.slice(0, 8).map((row, n) => row.includes(names[n] ?? '?'))).toEqual(names.map(() => true));
  await close();
}, 60_000);

test('a record is corrected with a reason, keeps its versions, and the desk shows what the public would see changed', async () => {
  const { page, close } = await signedIn(browser, server, 'lingbao-em');
  await go(page, '/shelters');
  await page.getByRole('heading', { name: '场所' }).waitFor();
  await page.locator('tbody tr', { hasText: '已发布' }).first().locator('a').click();
  await page.getByRole('button', { name: '依职权更正' }).waitFor();
  const code = (await page.locator('.page-head .code').textContent()) ?? '';
  await page.getByRole('button', { name: '依职权更正' }).click();
  await page.locator('#section-place').waitFor();
  await box(page, 'landmark').fill('更正后的标志物');
  await box(page, 'remarks').fill('内部备注');
  const latitude = Number(await box(page, 'position.latitude').inputValue());
  await box(page, 'position.latitude').fill((latitude + 0.004).toFixed(6));
  await page.getByRole('button', { name: '保存更正' }).click();
  await saidOf(page, 'reason').getByText('请写明理由').waitFor();
  await box(page, 'reason').fill('现场核对后更正标志物和位置。');
  await page.getByRole('button', { name: '保存更正' }).click();
  await page.locator('#field-landmark').getByText('更正后的标志物').waitFor();
  // From tab to tab by the keyboard; the address holds the tab.
  await page.getByRole('tab', { name: '概况' }).press('End');
  await page.getByRole('tab', { name: '公开', selected: true }).press('ArrowLeft');
  await page.getByText('现场核对后更正标志物和位置。').waitFor();
  expect(page.url()).toContain('tab=versions');
  await page.reload();
  await page.getByText('现场核对后更正标志物和位置。').waitFor();
  await page.locator('.marked', { hasText: '依职权更正' }).first().waitFor();

  // Any version opens with its own address, compared field by field and on the map.
  await page
    .getByRole('link', { name: /第 \d+ 版/u })
    .first()
    .click();
  await page.getByRole('row', { name: /标志物.*更正后的标志物/u }).waitFor();
  await page
    .locator('.leaflet-tooltip', { hasText: /第 \d+ 版/u })
    .first()
    .waitFor();
  expect(await page.locator('.move-mark').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/version-compared', true);
  await go(page, `/shelters/${code}/versions/99`);
  await page.getByText('没有这一版').waitFor();
  await go(page, `/shelters/${code}/versions/x`);
  await page.getByText('没有这一版').waitFor();
  await close();

  const city = await signedIn(browser, server, 'city');
  await go(city.page, `/publication?q=${code}`);
  const row = city.page.getByRole('row', { name: new RegExp(code, 'u') });
  await row.getByText('公众将看到的变化：附近标志物、位置').waitFor();
  await row.getByRole('button', { name: '看变化' }).click();
  await city.page.getByRole('cell', { name: '更正后的标志物', exact: true }).waitFor();
  await city.page.getByText('另有 1 项内部内容变化，不公开。').waitFor();
  // Choosing the row marks it on the map, with the old point and the new; on the map it is taken into the edition.
  await row.locator('.code').first().click();
  await city.page.locator('.leaflet-tooltip', { hasText: '公众看到的位置' }).waitFor();
  expect(await city.page.locator('.shelter-mark.chosen').count()).toBe(1);
  await city.page.getByRole('button', { name: '选入本期' }).click();
  expect(await row.getByRole('checkbox').isChecked()).toBe(true);
  expect(await seriousFindings(city.page)).toEqual([]);
  await shoot(city.page, 'console/desk-change');
  await city.page.getByRole('button', { name: '发布 1 处' }).click();
  await city.page.getByText('没有新增或更新').waitFor();

  // The edition opens as it was; the one before still holds the old point.
  await go(city.page, '/publication?view=editions');
  await city.page.locator('tbody a').first().click();
  await city.page.getByText('当时公开的全部').waitFor();
  await city.page
    .getByRole('row', { name: new RegExp(code, 'u') })
    .getByText('更新', { exact: true })
    .waitFor();
  await shoot(city.page, 'console/edition');
  await city.page.getByText('当时公开的全部').click();
  await city.page.locator('tbody tr').nth(5).waitFor();
  await shoot(city.page, 'console/edition-held');
  await go(city.page, '/publication/editions/999');
  await city.page.getByText('没有这一期').waitFor();
  await city.close();

  // On a phone the list comes first, and the map is one tap away.
  const phone = await signedIn(browser, server, 'city', { viewport: PHONE, hasTouch: true });
  await go(phone.page, '/publication?view=current');
  await phone.page.getByRole('heading', { name: '公开' }).waitFor();
  await phone.page.locator('tbody tr').first().waitFor();
  await shoot(phone.page, 'console/desk-phone');
  expect(await phone.page.locator('.shelter-mark').count()).toBe(0);
  await phone.page.getByRole('button', { name: '地图' }).click();
  // Marks may lie over one another: the first is chosen, whatever covers it.
  await phone.page.locator('.shelter-mark').first().dispatchEvent('click');
  await phone.page.locator('.seen a').waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  expect(await seriousFindings(phone.page)).toEqual([]);
  await shoot(phone.page, 'console/desk-phone-map');
  await phone.close();
}, 120_000);

test('taking a shelter from the public eye asks for the reason', async () => {
  const { page, close } = await signedIn(browser, server, 'city');
  await go(page, '/publication?view=current');
  await page.getByRole('heading', { name: '公开' }).waitFor();
  const row = page.locator('tbody tr').first();
  const name = (await row.locator('a').first().textContent()) ?? '';
  await row.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '暂停发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '暂停发布' }).click();
  await saidOf(page, 'reason').getByText('请写明理由').waitFor();
  await box(page, 'reason').fill('场地施工，暂停开放。');
  await dialog.getByRole('button', { name: '暂停发布' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await go(page, '/publication?view=taken');
  await page
    .getByRole('row', { name: new RegExp(name.slice(0, 6), 'u') })
    .getByText('场地施工，暂停开放。')
    .waitFor();
  await close();
}, 60_000);

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
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await saidOf(page, 'viewName').getByText('名称须为').waitFor();
  await box(page, 'viewName').fill('城区县级');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const views = page.getByRole('navigation', { name: '常用视图' });
  await views.getByRole('link', { name: '城区县级' }).waitFor();
  await page.mouse.move(0, 0);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/registry-view');
  // In another window, another day.
  const again = await signedIn(browser, server, 'city', { viewport: PHONE, hasTouch: true });
  await go(again.page, '/shelters');
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
