import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { atConsole, go, signedIn, signIn } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('without a network nobody signs in, and is told to try again when there is one', async () => {
  const { page, context, close } = await atConsole(browser, server);
  await context.setOffline(true);
  await signIn(page, 'unit1', server.password);
  await page.getByText('暂时不能登录').waitFor();
  await context.setOffline(false);
  await page.locator('button[type=submit]').click();
  await page.locator('main#main h1').waitFor();
  await close();
}, 60_000);

test('an address that can name nothing says so, and leads back', async () => {
  const { page, close } = await signedIn(browser, server, 'hubin-em');
  const pages = [
    ['/filings/not-a-number', '没有找到这件备案', '备案'],
    ['/inspections/defects/7', '没有找到这处隐患', '检查'],
    ['/activations/7', '没有这次启用', '启用'],
    ['/wall/7', '没有这次启用', '启用'],
    ['/gate/7', '没有这个出入口', '回到我的工作'],
    [`/gate/${crypto.randomUUID()}`, '没有这个出入口', '回到我的工作'],
  ] as const;
  for (const [path, said, back] of pages) {
    await go(page, path);
    await page.getByText(said).waitFor();
    expect([path, await page.getByText('未能办理').count()]).toEqual([path, 0]);
    expect([path, await page.locator('.empty a').innerText()]).toEqual([path, back]);
  }
  // A page of another office is not opened in silence.
  await go(page, '/settings');
  await page.getByText('那一页由别的单位办理').waitFor();
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  await close();
}, 60_000);
