/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { beginFiling, box, go, openSection, pagesKept, saidSaving, signedIn } from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a draft is opened again without a network, goes on, and is saved when it is back', async () => {
  const { page, context, errors, close } = await signedIn(browser, server, 'unit1', { viewport: PHONE });
  const id = await beginFiling(page, '断网再开的备案');
  await openSection(page, 'place');
  await box(page, 'address').fill('虢国路 1 号');
  await saidSaving(page, '已保存');
  await pagesKept(page);
  await context.setOffline(true);
  await box(page, 'landmark').fill('南门牌坊');
  await saidSaving(page, '离线');
  await page.close();

  const again = await context.newPage();
  await again.goto(`/console/#/filings/${id}?section=place`);
  await again.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[id="field-landmark"]')?.value === '南门牌坊',
  );
  expect(await box(again, 'address').inputValue()).toBe('虢国路 1 号');
  await again.locator('header').getByText('离线').waitFor();
  await box(again, 'division').fill('车站街道');
  await saidSaving(again, '离线');
  expect(await seriousFindings(again)).toEqual([]);
  await shoot(again, 'console/filing-opened-offline-phone');
  // A page that reads from the server says that it cannot; who is signed in stays.
  await go(again, '/import');
  await again.getByText('连接不上服务器，暂时读不到').waitFor();

  await context.setOffline(false);
  await again.goto(`/console/#/filings/${id}?section=place`);
  await saidSaving(again, '已保存');
  await again.reload();
  await again.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[id="field-division"]')?.value === '车站街道',
  );
  expect(await box(again, 'landmark').inputValue()).toBe('南门牌坊');
  expect(errors).toEqual([]);
  await close();
}, 120_000);

test('who has signed out is not known without a network either', async () => {
  const { page, context, close } = await signedIn(browser, server, 'unit1', { viewport: PHONE });
  await pagesKept(page);
  await page.locator('header').getByRole('button').last().click();
  await page.getByText('退出登录').click();
  await page.locator('form').waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.locator('form').waitFor();
  await shoot(page, 'console/sign-in-opened-offline-phone');
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain('appointments');
  await close();
}, 60_000);
