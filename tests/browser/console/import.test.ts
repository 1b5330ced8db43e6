/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { go, signedIn } from './at-the-console.ts';

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
  // What was recognised is folded; the answer is in view, the caret on its heading.
  const columns = page.getByRole('region', { name: '各列的对应' }).first();
  await columns.getByText('已认出全部 9 列').waitFor();
  expect(await columns.getByRole('combobox').first().isVisible()).toBe(false);
  expect((await preview.locator('h2:focus').boundingBox())?.y).toBeLessThan(200);
  await shoot(page, 'console/import-preview', true);

  // Headings of somebody else's: the person says what the columns mean.
  const foreign = LIST.replace('名称', '全称').replace('经度,纬度', '东,北');
  // On a bad network the file is long on its way: what is pressed meanwhile waits for it.
  await page.route('**/files', async (route) => {
    await page.getByRole('button', { name: '预览', exact: true }).and(page.locator('.is-loading')).waitFor();
    await route.continue();
  });
  await page
    .getByTestId('file-file')
    .setInputFiles({ name: '别家.csv', mimeType: 'text/csv', buffer: Buffer.from(foreign) });
  await page.getByRole('button', { name: '预览', exact: true }).click();
  await columns.getByText('还没有对应的必需项目：场所名称、经度、纬度').waitFor();
  expect(await columns.getByRole('button', { name: '按此对应重新预览' }).isDisabled()).toBe(true);
  for (const [column, meant] of [
    ['1 全称', '场所名称'],
    ['4 东', '经度'],
    ['5 北', '纬度'],
  ] as const) {
    await columns.getByRole('combobox', { name: column, exact: true }).click();
    await page.getByRole('option', { name: meant, exact: true }).click();
  }
  await shoot(page, 'console/import-columns', true);
  expect(await seriousFindings(page)).toEqual([]);
  await columns.getByRole('button', { name: '按此对应重新预览' }).click();
  await preview.getByText('像是填反了').waitFor();
  expect(await preview.locator('.counts dd').allTextContents()).toEqual(['4', '1', '0', '0', '3', '0']);

  const [given] = await Promise.all([
    page.waitForEvent('download'),
    preview.getByRole('link', { name: '下载原表加发现' }).click(),
  ]);
  expect(given.suggestedFilename()).toBe('别家-preview.xlsx');

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

  // What it still owes stands on the list of corrections, and leads to the change that gives it.
  await go(page, '/corrections?q=第一中学操场');
  const owing = page.getByRole('row', { name: /第一中学操场/u });
  await owing.getByText('还有 180 天').waitFor();
  expect(await owing.locator('.gaps').innerText()).toMatch('功能区划分平面图');
  await shoot(page, 'console/corrections', true);
  await page.setViewportSize(PHONE);
  await shoot(page, 'console/corrections-phone', true);
  expect(await seriousFindings(page)).toEqual([]);
  await owing.getByRole('button').click();
  await page.waitForURL(/filings\/[\da-f-]{36}/u);
  await close();
}, 60_000);
