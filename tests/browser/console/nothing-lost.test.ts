/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import {
  asked,
  atConsole,
  beginFiling,
  box,
  go,
  saidOf,
  saidSaving,
  signedIn,
  signIn,
  summary,
  tokenOf,
} from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('what is wrong is said beside its box and in the summary', async () => {
  const { page, close } = await signedIn(browser, server, 'unit1');
  await beginFiling(page, '填错的备案');

  // Not even sendable: told at once, nothing is saved.
  await box(page, 'areaSquareMeters').fill('一万二');
  await box(page, 'position.longitude').fill('东边');
  await saidSaving(page, '有填写错误');
  expect(await saidOf(page, 'areaSquareMeters').textContent()).toContain('应为数字');
  expect(await saidOf(page, 'position.longitude').textContent()).toContain('看不懂这个坐标');
  expect(await saidOf(page, 'position.sourceCrs').textContent()).toContain('请选择坐标来源');
  expect(await summary(page).textContent()).toContain('一万二');

  // Sendable and impossible: the server says it, in the same places.
  await box(page, 'areaSquareMeters').fill('12000');
  await page.getByText('GPS（WGS 84）').click();
  await box(page, 'position.longitude').fill('34.7812');
  await box(page, 'position.latitude').fill('111.1951');
  expect(await saidOf(page, 'position.latitude').textContent()).toContain('超出范围');
  await box(page, 'position.longitude').fill('110.9001');
  await box(page, 'position.latitude').fill('34.5012');
  await box(page, 'declaredCapacity').fill('-5');
  await saidOf(page, 'declaredCapacity').getByText('不能为负数').waitFor();
  await saidOf(page, 'position').getByText('不在湖滨区范围内').waitFor();
  await saidSaving(page, '有填写错误');
  expect(await page.getByRole('button', { name: '提交审查' }).isDisabled()).toBe(true);
  await shoot(page, 'console/filing-wrong');

  await box(page, 'declaredCapacity').fill('500');
  await box(page, 'position.longitude').fill('111.1951');
  await box(page, 'position.latitude').fill('34.7812');
  await saidSaving(page, '已保存');
  await close();
}, 60_000);

test('a session that ends in mid-sentence loses nothing', async () => {
  const { page, close } = await signedIn(browser, server, 'unit1');
  const id = await beginFiling(page, '登录过期的备案');
  await asked(server, `mutation { signOutEverywhere }`, {}, await tokenOf(server, 'unit1'));

  await box(page, 'address').fill('黄河路 1 号，写到一半');
  await page.getByText('登录已过期').waitFor();
  expect(page.url()).toContain(encodeURIComponent(`/filings/${id}`).replaceAll('%2F', '/'));
  await shoot(page, 'console/session-ended');
  await signIn(page, 'unit1', server.password);

  await page.locator('#section-place').waitFor();
  expect(await box(page, 'address').inputValue()).toBe('黄河路 1 号，写到一半');
  await saidSaving(page, '已保存');
  const { filing } = await asked<{ filing: { contents: { address: string } } }>(
    server,
    `query ($id: ID!) { filing(id: $id) { contents { address } } }`,
    { id },
    await tokenOf(server, 'unit1'),
  );
  expect(filing.contents.address).toBe('黄河路 1 号，写到一半');
  await close();
}, 60_000);

test('two people at one filing: neither overwrites the other unasked', async () => {
  const first = await signedIn(browser, server, 'unit1');
  const second = await signedIn(browser, server, 'hubin-em');
  const id = await beginFiling(first.page, '两人同时填写');
  await go(second.page, `/filings/${id}`);
  await second.page.locator('#section-place').waitFor();

  // What one writes stands in the other's form at once, with who wrote it.
  await box(first.page, 'landmark').fill('南门牌坊');
  await saidSaving(first.page, '已保存');
  const joined = second.page.locator('.joined');
  await joined.getByRole('row', { name: /附近标志物.*南门牌坊/u }).waitFor();
  expect(await box(second.page, 'landmark').inputValue()).toBe('南门牌坊');
  await shoot(second.page, 'console/filing-joined');
  await joined.getByRole('button', { name: '知道了' }).click();

  // Without a network both go on: what only one touched joins, what both touched is for a person to decide.
  await second.context.setOffline(true);
  await second.page.getByText('离线', { exact: true }).first().waitFor();
  await box(second.page, 'landmark').fill('北门石狮');
  await box(second.page, 'address').fill('晨光路 8 号');
  await saidSaving(second.page, '离线');
  await box(first.page, 'landmark').fill('东门花坛');
  await box(first.page, 'remarks').fill('雨后积水');
  await saidSaving(first.page, '已保存');
  await second.context.setOffline(false);
  await second.page.getByText('被他人修改过').waitFor();
  const rows = second.page.locator('.conflict tbody tr');
  expect(await rows.allTextContents()).toEqual([expect.stringMatching(/附近标志物.*东门花坛.*北门石狮/u)]);
  expect(await box(second.page, 'landmark').inputValue()).toBe('北门石狮');
  await shoot(second.page, 'console/filing-conflict');
  await second.page.getByRole('button', { name: '保留我的' }).click();
  await saidSaving(second.page, '已保存');
  const written = async (page: Page) =>
    Promise.all(['landmark', 'address', 'remarks'].map((path) => box(page, path).inputValue()));
  expect(await written(second.page)).toEqual(['北门石狮', '晨光路 8 号', '雨后积水']);
  // The first one's form follows without a reload.
  await first.page
    .locator('.joined')
    .getByRole('row', { name: /附近标志物.*北门石狮/u })
    .waitFor();
  expect(await written(first.page)).toEqual(['北门石狮', '晨光路 8 号', '雨后积水']);
  await first.close();
  await second.close();
}, 60_000);

test('a reviewer’s page follows the filing: nothing is decided on what nobody has read', async () => {
  const token = await tokenOf(server, 'hubin-em');
  const { filings } = await asked<{ filings: { nodes: { id: string }[] } }>(
    server,
    `{ filings(filter: { stages: [SUBMITTED] }, first: 1) { nodes { id } } }`,
    {},
    token,
  );
  const id = filings.nodes[0]?.id ?? '';
  const { page, foreign, errors, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, `/filings/${id}`);
  await page.getByRole('button', { name: '予以备案' }).waitFor();
  // A colleague gives it back, the unit mends it and hands it in again, all while this page is open.
  await asked(
    server,
    `mutation ($id: ID!) { returnFiling(id: $id, reasons: [{ text: "请写明标志物" }]) { stage } }`,
    { id },
    token,
  );
  await page.locator('.stage.RETURNED').waitFor();
  const unit = await signedIn(browser, server, 'unit1');
  await go(unit.page, `/filings/${id}`);
  await box(unit.page, 'landmark').fill('新立的石牌坊');
  await saidSaving(unit.page, '已保存');
  await unit.page.getByRole('button', { name: '提交审查' }).click();
  await unit.page.locator('.stage.SUBMITTED').waitFor();
  await page.locator('.stage.SUBMITTED').waitFor();
  await page.getByRole('row', { name: /附近标志物.*新立的石牌坊/u }).waitFor();
  expect(await page.getByRole('button', { name: '予以备案' }).isDisabled()).toBe(true);
  await shoot(page, 'console/review-moved');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '知道了' }).click();
  expect(await page.getByRole('button', { name: '予以备案' }).isEnabled()).toBe(true);
  expect([foreign, errors]).toEqual([[], []]);
  await unit.close();
  await close();
}, 90_000);

test('without a network the form keeps what is typed and saves it afterwards', async () => {
  const { page, context, close } = await signedIn(browser, server, 'unit1');
  await beginFiling(page, '离线填写的备案');
  await context.setOffline(true);
  await page.getByText('离线', { exact: true }).waitFor();
  await box(page, 'address').fill('断网时写的地址');
  await saidSaving(page, '离线');
  await context.setOffline(false);
  await saidSaving(page, '已保存');
  await page.getByText(/^(实时|轮询)$/u).waitFor();
  await close();
}, 60_000);

test('the keyboard alone signs in, opens the form and mends a gap', async () => {
  const { page, close } = await atConsole(browser, server);
  await box(page, 'username').focus();
  await page.keyboard.type('unit1');
  await page.keyboard.press('Tab');
  await page.keyboard.type(server.password);
  await page.keyboard.press('Enter');
  await page.locator('main#main h1').waitFor();

  // The first stop of every page skips the rail.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '新建备案' }).focus();
  await page.keyboard.press('Enter');
  await box(page, 'name').focus();
  await page.keyboard.type('只用键盘');
  await page.locator('main').getByText('湖滨区晨光教育集团').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#section-basics').waitFor();

  await summary(page).getByRole('link', { name: '缺少面积' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('800');
  await saidSaving(page, '已保存');
  expect(await box(page, 'areaSquareMeters').inputValue()).toBe('800');
  await page.locator('input[type=radio][name="suitability-EARTHQUAKE"]').last().focus();
  await page.keyboard.press('ArrowLeft');
  await saidSaving(page, '已保存');
  await close();
}, 60_000);

test('the form works on a phone', async () => {
  const { page, foreign, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await beginFiling(page, '手机上填写');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/phone-filing');
  // English words are longer.
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Not assessed').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(foreign).toEqual([]);
  await close();
}, 60_000);
