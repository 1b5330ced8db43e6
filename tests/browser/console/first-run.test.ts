import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, launchBrowser, seriousFindings, shoot, visit } from '../support/browser.ts';
import { box, saidOf, signIn } from './at-the-console.ts';

const ADMIN = join(import.meta.dirname, '../../../dist/apps/api/src/cli/admin.js');

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a new city begins with a link that makes its first administrator, once', async () => {
  const { DATABASE_URL: _elsewhere, NODE_OPTIONS: _options, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [ADMIN, 'first-run', '--url', server.url], {
    env: { ...env, DATA_DIR: server.dataDir, DEMO: '0' },
  });
  const link = /https?:\/\/\S+first-run\S+/u.exec(stdout)?.[0] ?? '';
  expect(link).toContain('#/first-run?token=');

  const { page, foreign, errors, close } = await visit(browser, server.url, { viewport: DESKTOP });
  await page.goto(link);
  await box(page, 'displayName').fill('首任管理员');
  await box(page, 'username').fill('guanli');
  await box(page, 'password').fill('guanli');
  await page.getByRole('button', { name: '创建管理员' }).click();
  await saidOf(page, 'password').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/first-run');
  await box(page, 'password').fill('quiet river stone lamp');
  await page.getByRole('button', { name: '创建管理员' }).click();

  await page.getByText('请用新账号登录').waitFor();
  expect(page.url()).not.toContain('token');
  await signIn(page, 'guanli', 'quiet river stone lamp');
  await page.getByRole('link', { name: '进入设置' }).click();
  await page.getByRole('row', { name: /首任管理员/u }).waitFor();

  await page.goto('about:blank');
  await page.goto(link);
  await box(page, 'displayName').fill('第二位');
  await box(page, 'username').fill('dierwei');
  await box(page, 'password').fill('quiet river stone lamp');
  await page.getByRole('button', { name: '创建管理员' }).click();
  await page.getByText('链接已失效或已用过').waitFor();
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  await close();
}, 90_000);
