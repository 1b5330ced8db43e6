/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, box, go, saidOf, signedIn, tokenOf } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the unit tells what it mended on its phone; what is left becomes a defect; typed words survive leaving the page', async () => {
  const { page, foreign, errors, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await page.getByRole('link', { name: /待完成的善后任务/u }).click();
  await page.getByRole('link', { name: '检修维护' }).first().click();
  await page.getByRole('heading', { name: '检修维护' }).waitFor();
  await page.getByRole('button', { name: '提交并归档' }).click();
  await saidOf(page, 'closingText').getByText('缺少').waitFor();
  await box(page, 'closingText').fill('水、电、厕所逐项检查，均完好。');
  await page.getByRole('button', { name: '列入一处隐患' }).click();
  await box(page, 'findings.0.text').fill('体育馆东侧应急灯两盏不亮');
  const address = page.url().split('#')[1] ?? '';
  await page.goto('about:blank');
  await go(page, address);
  await box(page, 'findings.0.text').waitFor();
  expect(await box(page, 'findings.0.text').inputValue()).toBe('体育馆东侧应急灯两盏不亮');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await shoot(page, 'console/phone-closing-repair', true);
  await page.getByRole('button', { name: '提交并归档' }).click();
  await page.getByText('水、电、厕所逐项检查，均完好。').waitFor();
  await page.getByRole('link', { name: '查看由此产生的隐患' }).click();
  await page.getByRole('link', { name: '体育馆东侧应急灯两盏不亮' }).waitFor();
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  await close();
}, 120_000);

test('the authority records the rest for units without an account, in English too, and the file closes by itself', async () => {
  const { page, close } = await signedIn(browser, server, 'hubin-em', { locale: 'en-GB' });
  const token = await tokenOf(server, 'hubin-em');
  const left = async () =>
    asked<{
      closingTasks: { nodes: { id: string; kind: string; activationId: string }[] };
    }>(server, `{ closingTasks(filter: { stages: [OPEN] }) { nodes { id kind activationId } } }`, {}, token);
  const { closingTasks } = await left();
  const summary = closingTasks.nodes.find(({ kind }) => kind === 'SUMMARY');
  await go(page, `/closure/${summary?.id ?? ''}`);
  await box(page, 'closingText').waitFor();
  expect(await box(page, 'closingText').inputValue()).toContain('What happened');
  await shoot(page, 'console/en-closing-summary', true);
  expect(await seriousFindings(page)).toEqual([]);
  for (const { id } of closingTasks.nodes) {
    await page.goto('about:blank');
    await go(page, `/closure/${id}`);
    await box(page, 'closingText').fill('Told by telephone.');
    await page.getByRole('button', { name: 'Record and file' }).click();
    await page.locator('.told').waitFor();
  }
  expect((await left()).closingTasks.nodes).toEqual([]);
  await go(page, '/closure');
  await page.getByText('Nothing is owed').waitFor();
  const { activation } = await asked<{ activation: { stage: string } }>(
    server,
    `query ($id: ID!) { activation(id: $id) { stage } }`,
    { id: summary?.activationId },
    token,
  );
  expect(activation.stage).toBe('FILE_CLOSED');
  await close();
}, 120_000);
