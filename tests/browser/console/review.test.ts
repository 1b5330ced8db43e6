/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, box, go, saidOf, signedIn, tokenOf } from './at-the-console.ts';
import { picture } from './night-of.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

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

test('a refused reason for a return is complained of until it is rewritten; a lost network loses none', async () => {
  const { filings } = await asked<{ filings: { nodes: { id: string }[] } }>(
    server,
    `{ filings(filter: { stages: [SUBMITTED] }, first: 1) { nodes { id } } }`,
    {},
    await tokenOf(server, 'hubin-em'),
  );
  const { page, context, errors, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, `/filings/${filings.nodes[0]?.id ?? ''}`);
  await page.getByRole('button', { name: '退回补正' }).click();
  const [reason, said] = [box(page, 'reasons.0.text'), saidOf(page, 'reasons.0.text')];
  const send = page.getByRole('button', { name: '退回', exact: true });
  expect(await reason.evaluate((text) => text === document.activeElement)).toBe(true);
  await reason.fill(' ');
  await send.click();
  await said.waitFor();
  await shoot(page, 'console/review-return-refused');
  await reason.fill('请补充平面图。');
  await said.waitFor({ state: 'detached' });

  await context.setOffline(true);
  await send.click();
  await page.getByRole('alert').filter({ hasText: '网络' }).waitFor();
  await shoot(page, 'console/review-return-offline');
  await context.setOffline(false);
  await page.reload();
  await page.getByRole('button', { name: '退回补正' }).click();
  expect(await reason.inputValue()).toBe('请补充平面图。');
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('the unit answers a return in words; the officer accepts with advice open, and says why', async () => {
  const unit = await tokenOf(server, 'unit1');
  const office = await tokenOf(server, 'hubin-em');
  const { filings } = await asked<{ filings: { nodes: { id: string; findings: object[] }[] } }>(
    server,
    `{ filings(filter: { stages: [SUBMITTED], jurisdictionCode: "411202" }, first: 20) { nodes { id findings { class } } } }`,
    {},
    unit,
  );
  const id = filings.nodes.find(({ findings }) => findings.length > 0)?.id ?? '';
  const give = `mutation ($id: ID!) { returnFiling(id: $id, reasons: [{ text: "请说明建议项。" }]) { stage } }`;
  await asked(server, give, { id }, office);

  const [answer, why] = ['设施清单以现场为准。', '已到现场看过，设施齐备。'];
  const owner = await signedIn(browser, server, 'unit1', { viewport: PHONE });
  await go(owner.page, `/filings/${id}?section=check`);
  await box(owner.page, 'submitNote').fill('长'.repeat(2_001));
  await saidOf(owner.page, 'submitNote').waitFor();
  await box(owner.page, 'submitNote').fill(answer);
  await owner.page.reload();
  await owner.page.waitForFunction(
    (text) => document.querySelector<HTMLTextAreaElement>('[id="field-submitNote"]')?.value === text,
    answer,
  );
  await shoot(owner.page, 'console/filing-note-phone');
  await owner.page.getByRole('button', { name: '提交审查' }).click();
  await owner.page.getByText('已提交，接下来').waitFor();

  const { page, errors, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, `/filings/${id}`);
  await page.locator('section.card', { hasText: '单位的随件说明' }).getByText(answer).waitFor();
  await page.getByRole('button', { name: '予以备案' }).click();
  const reason = box(page, 'adviceReason');
  expect(await reason.evaluate((text) => text === document.activeElement)).toBe(true);
  await reason.fill(why);
  await picture(page, 'console-filing');
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/review-accept');
  await page.getByRole('button', { name: '确认备案' }).click();
  await page.getByRole('status').filter({ hasText: '已备案' }).waitFor();
  await owner.page.locator('section.card', { hasText: '备案时未处理的建议' }).getByText(why).waitFor();
  await shoot(owner.page, 'console/filing-accepted-with-advice-phone');
  expect([...errors, ...owner.errors]).toEqual([]);
  await owner.close();
  await close();
}, 90_000);
