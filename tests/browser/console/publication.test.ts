/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { box, go, saidOf, signedIn } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a record is corrected with a reason, keeps its versions, and the desk shows what the public would see changed', async () => {
  const { page, close } = await signedIn(browser, server, 'lingbao-em');
  await go(page, '/shelters');
  await page.getByRole('heading', { name: '场所' }).waitFor();
  // A county reads the desk: it is told who publishes, and what is its own to do.
  await go(page, '/publication?view=current');
  await page.getByText('由市应急管理局办理（《办法》第18条）').waitFor();
  await page.getByText('可以办理备案、依职权更正').waitFor();
  expect(await page.getByRole('button', { name: /发布 \d+ 处/u }).count()).toBe(0);
  await shoot(page, 'console/desk-county');
  await page.getByRole('link', { name: '去“场所”' }).click();
  await page.locator('tbody tr', { hasText: '已发布' }).first().locator('a').click();
  await page.getByRole('button', { name: '依职权更正' }).waitFor();
  const code = (await page.locator('.page-head .code').textContent()) ?? '';
  await page.getByRole('button', { name: '依职权更正' }).click();
  await page.locator('#section-place').waitFor();
  await box(page, 'landmark').fill('更正后的标志物');
  await box(page, 'remarks').fill('内部备注');
  // What no record may say is seen while it is typed.
  const capacity = await box(page, 'declaredCapacity').inputValue();
  await box(page, 'declaredCapacity').fill('-5');
  await saidOf(page, 'declaredCapacity').waitFor();
  await box(page, 'declaredCapacity').fill(capacity);
  await saidOf(page, 'declaredCapacity').waitFor({ state: 'detached' });
  // A day that does not exist is not made another one.
  const accepted = box(page, 'acceptedOn');
  const day = await accepted.inputValue();
  await accepted.fill('2026-02-30');
  await accepted.press('Enter');
  await page.getByText('没有这一天：2026-02-30').waitFor();
  expect(await accepted.inputValue()).toBe(day);
  // One that is pointed at, after writing half of another, is.
  await accepted.fill('2026-0');
  await page.locator('.el-picker-panel:visible td.available:not(.current)').first().click();
  await page.getByText('没有这一天').waitFor({ state: 'detached' });
  expect(await accepted.inputValue()).not.toBe(day);
  await accepted.fill(day);
  await accepted.press('Enter');
  const latitude = Number(await box(page, 'position.latitude').inputValue());
  await box(page, 'position.latitude').fill((latitude + 0.004).toFixed(6));
  await page.getByRole('button', { name: '保存更正' }).click();
  await saidOf(page, 'reason').getByText('请写明理由').waitFor();
  await box(page, 'reason').fill('现场核对后更正标志物和位置。');
  await saidOf(page, 'reason').waitFor({ state: 'detached' });
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
  await go(city.page, '/publication?q=nowhere');
  await city.page.getByText('没有符合条件的场所').waitFor();
  await go(city.page, `/publication?q=${code}`);
  expect(await city.page.getByText('由市应急管理局办理').count()).toBe(0);
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
  await city.page.getByText('没有符合条件的场所').waitFor();

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
