/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import {
  asked,
  beginFiling,
  box,
  caretIn,
  DRAWING,
  go,
  openSection,
  saidOf,
  saidSaving,
  signedIn,
  signIn,
  submit,
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

  // Not even sendable: told at once, nothing is saved, and going on keeps it.
  await openSection(page, 'capacity');
  await box(page, 'areaSquareMeters').fill('一万二');
  await saidSaving(page, '有填写错误');
  expect(await saidOf(page, 'areaSquareMeters').textContent()).toContain('应为数字');
  await openSection(page, 'place');
  await box(page, 'position.longitude').fill('东边');
  expect(await saidOf(page, 'position.longitude').textContent()).toContain('看不懂这个坐标');
  expect(await saidOf(page, 'position.sourceCrs').textContent()).toContain('请选择坐标来源');
  await openSection(page);
  expect(await summary(page).textContent()).toContain('一万二');
  await page.locator('#task-place', { hasText: '有误 3 处' }).waitFor();
  await shoot(page, 'console/filing-tasks-wrong');
  await page.getByRole('link', { name: '改正：位置' }).waitFor();

  // Sendable and impossible: the server says it, in the same places.
  await page.getByRole('button', { name: '去改正' }).click();
  await caretIn(box(page, 'position.longitude'));
  await openSection(page, 'capacity');
  await box(page, 'areaSquareMeters').fill('12000');
  await openSection(page, 'place');
  await page.getByText('GPS（WGS 84）').click();
  await box(page, 'position.longitude').fill('34.7812');
  await box(page, 'position.latitude').fill('111.1951');
  expect(await saidOf(page, 'position.latitude').textContent()).toContain('像是填反了');
  // While this cannot even be sent, what else cannot be is told all the same, by the rules on this side.
  await openSection(page, 'capacity');
  await box(page, 'declaredCapacity').fill('-5');
  await saidOf(page, 'declaredCapacity').getByText('不能为负数').waitFor();
  await openSection(page, 'place');
  await box(page, 'position.longitude').fill('110.9001');
  await box(page, 'position.latitude').fill('34.5012');
  await saidOf(page, 'position').getByText('不在湖滨区范围内').waitFor();
  await openSection(page, 'capacity');
  await saidSaving(page, '有填写错误');
  await shoot(page, 'console/filing-wrong');
  // What cannot be is not handed in, and everything in the way is told in the order of the sections.
  await submit(page);
  await caretIn(page.locator('.stop'));
  const told = await page.locator('.stop li').allTextContents();
  expect(told[0]).toContain('不在湖滨区范围内');
  expect(told[1]).toContain('不能为负数');
  await openSection(page, 'capacity');
  await box(page, 'declaredCapacity').fill('500');
  await openSection(page, 'place');
  await saidOf(page, 'position').getByText('不在湖滨区范围内').waitFor();
  await box(page, 'position.longitude').fill('111.1951');
  await box(page, 'position.latitude').fill('34.7812');
  await saidSaving(page, '已保存');
  await close();
}, 60_000);

test('a session that ends in mid-sentence loses nothing', async () => {
  const { page, close } = await signedIn(browser, server, 'unit1');
  const id = await beginFiling(page, '登录过期的备案');
  await openSection(page, 'place');
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
  await openSection(first.page, 'place');
  await go(second.page, `/filings/${id}?section=place`);
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
  await box(first.page, 'division').fill('车站街道');
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
    Promise.all(['landmark', 'address', 'division'].map((path) => box(page, path).inputValue()));
  expect(await written(second.page)).toEqual(['北门石狮', '晨光路 8 号', '车站街道']);
  // The first one's form follows without a reload.
  await first.page
    .locator('.joined')
    .getByRole('row', { name: /附近标志物.*北门石狮/u })
    .waitFor();
  expect(await written(first.page)).toEqual(['北门石狮', '晨光路 8 号', '车站街道']);
  // What an office wrote for the unit goes in with the paper that the unit signed, and with nothing less.
  await submit(second.page);
  await second.page.getByText('本件代 湖滨区晨光教育集团').waitFor();
  await second.page.locator('.stop').getByText('代为录入时').click();
  await caretIn(box(second.page, 'signedPaperFileId'));
  await second.page.getByTestId('file-signedPaperFileId').setInputFiles(DRAWING);
  await second.page.getByRole('link', { name: '平面图.png' }).waitFor();
  await second.page.getByRole('button', { name: '返回核对' }).click();
  await second.page.getByRole('link', { name: '查看单位盖章材料' }).waitFor();
  await saidSaving(second.page, '已保存');
  await shoot(second.page, 'console/filing-on-behalf', true);
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
  await go(unit.page, `/filings/${id}?section=place`);
  // On another phone, whose clock is years behind, somebody of the unit goes on writing without a network.
  const late = await signedIn(browser, server, 'unit1', { viewport: PHONE, hasTouch: true });
  await late.page.clock.setSystemTime('2019-03-01T08:00:00Z');
  await go(late.page, `/filings/${id}?section=place`);
  await late.page.locator('#section-place').waitFor();
  await late.context.setOffline(true);
  await late.page.getByText('离线', { exact: true }).first().waitFor();
  await box(late.page, 'address').fill('迟到的地址');
  await saidSaving(late.page, '离线');
  await box(unit.page, 'landmark').fill('新立的石牌坊');
  await saidSaving(unit.page, '已保存');
  await submit(unit.page);
  await unit.page.getByText('已提交，接下来').waitFor();
  // What arrives after the submission is refused in a clear word and lost to nobody.
  await late.context.setOffline(false);
  const unsaved = late.page.locator('.unsaved');
  await unsaved.getByText('这件备案已是“待审查”').waitFor();
  await unsaved.getByRole('row', { name: /地址.*迟到的地址/u }).waitFor();
  expect(await seriousFindings(late.page)).toEqual([]);
  expect(await late.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  await shoot(late.page, 'console/filing-late-phone');
  await page.locator('.stage.SUBMITTED').waitFor();
  // What moved while the page was open, and what was mended since the return: here they are the same.
  for (const panel of ['.moved', '.mended'])
    await page
      .locator(panel)
      .getByRole('row', { name: /附近标志物.*新立的石牌坊/u })
      .waitFor();
  expect(await page.getByRole('button', { name: '予以备案' }).isDisabled()).toBe(true);
  await shoot(page, 'console/review-moved');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '知道了' }).click();
  expect(await page.getByRole('button', { name: '予以备案' }).isEnabled()).toBe(true);
  // Given back once more, what came too late is there again and is saved.
  await asked(
    server,
    `mutation ($id: ID!) { returnFiling(id: $id, reasons: [{ text: "请写明地址" }]) { stage } }`,
    { id },
    token,
  );
  await late.page.locator('.stage.RETURNED').waitFor();
  await saidSaving(late.page, '已保存');
  await late.page.getByText('已恢复上次未保存的内容，并已保存。').waitFor();
  expect(await box(late.page, 'address').inputValue()).toBe('迟到的地址');
  expect([foreign, errors]).toEqual([[], []]);
  expect([late.foreign, late.errors]).toEqual([[], []]);
  await late.close();
  await unit.close();
  await close();
}, 90_000);

test('a file that does not come keeps no other one back', async () => {
  const { page, close } = await signedIn(browser, server, 'unit1');
  await beginFiling(page, '两份材料的备案');
  await openSection(page, 'papers');
  let [isFirst, fail] = [true, (): void => undefined];
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.route('**/files', async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await failed;
    return route.abort();
  });
  await page.getByTestId('file-zonePlanFileId').setInputFiles(DRAWING);
  await page.getByTestId('file-otherPaperFileIds').setInputFiles(DRAWING);
  fail();
  const paper = page.getByRole('link', { name: '平面图.png' });
  await paper.waitFor();
  // Known by its name another day too.
  await saidSaving(page, '已保存');
  await page.reload();
  await paper.waitFor();
  await close();
}, 60_000);

test('without a network the form keeps what is typed and saves it afterwards', async () => {
  const { page, context, close } = await signedIn(browser, server, 'unit1');
  const id = await beginFiling(page, '离线填写的备案');
  await context.setOffline(true);
  await page.getByText('离线', { exact: true }).waitFor();
  // A section that was never opened opens all the same.
  await page.locator('#task-place').click();
  await box(page, 'address').fill('断网时写的地址');
  await saidSaving(page, '离线');
  await shoot(page, 'console/filing-offline');
  await page.getByRole('navigation', { name: '填写清单' }).getByText('核对并提交').click();
  await page.locator('.row', { hasText: '断网时写的地址' }).waitFor();
  await context.setOffline(false);
  await saidSaving(page, '已保存');
  await page.getByText(/^(实时|轮询)$/u).waitFor();
  // The browser is closed in mid-word, before anything could be saved.
  await openSection(page, 'place');
  await box(page, 'address').fill('关掉浏览器时写的地址');
  await page.close();
  const again = await context.newPage();
  await go(again, `/filings/${id}?section=place`);
  await again.getByText('已恢复上次未保存的内容').waitFor();
  expect(await box(again, 'address').inputValue()).toBe('关掉浏览器时写的地址');
  await saidSaving(again, '已保存');
  await close();
}, 60_000);
