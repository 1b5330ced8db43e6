/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import {
  accept,
  asked,
  box,
  go,
  openSection,
  saidOf,
  saidSaving,
  signedIn,
  submit,
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

test('a rebuild: told before the work, out of use meanwhile, filed as built, and what failed is to be restored', async () => {
  const NAME_OF_SCHOOL = '晨光实验中学';
  const unit = await signedIn(browser, server, 'unit1');
  const { shelters } = await asked<{ shelters: { nodes: { code: string }[] } }>(
    server,
    `{ shelters(filter: { text: "${NAME_OF_SCHOOL}" }, first: 1) { nodes { code } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  const address = `/shelters/${shelters.nodes[0]?.code ?? ''}?tab=rebuild`;
  await go(unit.page, address);
  const rebuild = unit.page.locator('section.rebuild');
  await rebuild.getByRole('button', { name: '改建、扩建备案' }).click();
  // Everything missing is told at once, beside its box.
  await unit.page.getByRole('button', { name: '备案', exact: true }).click();
  await saidOf(unit.page, 'rebuildScope').getByText('缺少').waitFor();
  for (const path of ['startsOn', 'endsOn']) await saidOf(unit.page, path).getByText('缺少').waitFor();
  expect(await seriousFindings(unit.page)).toEqual([]);
  await shoot(unit.page, 'console/rebuild-wrong');
  await box(unit.page, 'rebuildScope').fill('东侧看台拆除重建，增设两处出入口');
  // More than the shelter has room for: worth a word, and no more.
  await box(unit.page, 'placesOut').fill('999999');
  await saidOf(unit.page, 'placesOut').getByText('多于该场所能容纳的').waitFor();
  await box(unit.page, 'placesOut').fill('４００');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  for (const [path, day] of [
    ['startsOn', today],
    ['endsOn', `${Number(today.slice(0, 4)) + 1}-06-30`],
  ] as const) {
    await box(unit.page, path).fill(day);
    await box(unit.page, path).press('Enter');
  }
  // What was typed survives the page being left.
  await unit.page.reload();
  expect(await box(unit.page, 'placesOut').inputValue()).toBe('４００');
  await shoot(unit.page, 'console/rebuild-form');
  await unit.page.getByRole('button', { name: '备案', exact: true }).click();
  await rebuild.getByText('部分停用 · 400 人').waitFor();
  await unit.page.locator('.side').getByText('部分可用').waitFor();
  await rebuild.scrollIntoViewIfNeeded();
  await shoot(unit.page, 'console/rebuild-under-way');
  expect(await seriousFindings(unit.page)).toEqual([]);

  await rebuild.getByRole('button', { name: '报竣工内容' }).click();
  await unit.page.getByText('本件是下列改建、扩建的竣工内容').waitFor();
  await unit.page.getByText('确无变化的，撤回本件').waitFor();
  expect(await unit.page.getByText('内容已齐').count()).toBe(0);
  await openSection(unit.page, 'facilities');
  const facility = unit.page.getByRole('combobox', { name: /设施状态/u }).first();
  await unit.page.locator('.el-select', { has: facility }).first().click();
  await unit.page.getByRole('option', { name: '失效' }).click();
  await unit.page.getByText('受理后将生成恢复任务').first().waitFor();
  await saidSaving(unit.page, '已保存');
  await shoot(unit.page, 'console/rebuild-as-built');
  await submit(unit.page);
  await unit.page.locator('.stage.SUBMITTED').waitFor();
  const filing = unit.page.url().split('#')[1] ?? '';

  const officer = await signedIn(browser, server, 'hubin-em', { viewport: PHONE, hasTouch: true });
  await go(officer.page, '/rebuilds');
  await officer.page.getByRole('link', { name: new RegExp(NAME_OF_SCHOOL, 'u') }).waitFor();
  await shoot(officer.page, 'console/rebuilds-phone');
  expect(await officer.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  await go(officer.page, filing);
  await officer.page.getByText('东侧看台拆除重建').waitFor();
  await accept(officer.page);
  await officer.page.getByText('编号（写在标志牌上）').waitFor();
  await go(officer.page, address);
  const done = officer.page.locator('section.rebuild');
  await done.getByText('已办结').waitFor();
  await done.getByRole('link', { name: /失效.*应当恢复/u }).waitFor();
  await done.scrollIntoViewIfNeeded();
  await shoot(officer.page, 'console/rebuild-done-phone');
  expect(await seriousFindings(officer.page)).toEqual([]);
  // Six tabs are wider than a phone: the row fades where more of them follow.
  const tabs = officer.page.getByRole('tablist');
  await officer.page.getByRole('tab', { name: '概况' }).press('Home');
  await officer.page.locator('.cut-after:not(.cut-before) > [role=tablist]').waitFor();
  await tabs.scrollIntoViewIfNeeded();
  await shoot(officer.page, 'console/tabs-phone');
  await officer.page.getByRole('tab', { name: '概况' }).press('End');
  await officer.page.locator('.cut-before:not(.cut-after) > [role=tablist]').waitFor();
  // The version says what made it, and the overview leads to the filing it stands on and to its certificate.
  await officer.page.getByRole('tab', { name: '历次版本' }).click();
  await officer.page.locator('li', { hasText: '第 2 版' }).getByText('竣工备案').waitFor();
  await officer.page.getByRole('tab', { name: '概况' }).click();
  await officer.page.getByRole('link', { name: '备案证明' }).waitFor();
  await officer.page.getByRole('link', { name: /^411202-\d{4}-\d{4}$/u }).click();
  await officer.page.locator('.stage.FILED').waitFor();
  expect(officer.page.url()).toContain(filing);
  for (const { context, foreign, errors } of [unit, officer]) {
    expect([foreign, errors]).toEqual([[], []]);
    await context.close();
  }
}, 240_000);

test('a shelter leaves the register: asked for on a phone, granted with what follows in sight, found again on demand', async () => {
  const unit = await signedIn(browser, server, 'unit1', { viewport: PHONE, hasTouch: true });
  // One of its own that no exercise holds now: an authority sees which.
  const own = await asked<{ shelters: { nodes: { code: string }[] } }>(
    server,
    `{ shelters(first: 200) { nodes { code } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  const { shelters } = await asked<{
    shelters: {
      nodes: {
        code: string;
        name: string;
        deregistration: { availableActs: { act: string; allowed: boolean }[] };
      }[];
    };
  }>(
    server,
    `{ shelters(first: 200) { nodes { code name deregistration { availableActs { act allowed } } } } }`,
    {},
    await tokenOf(server, 'hubin-em'),
  );
  const quiet = shelters.nodes.find(
    ({ code, deregistration }) =>
      own.shelters.nodes.some((mine) => mine.code === code) &&
      deregistration.availableActs.some(({ act, allowed }) => act === 'deregisterShelter' && allowed),
  );
  if (!quiet) throw new Error('the unit has no shelter that is quiet now');
  const { code, name } = quiet;
  const address = `/shelters/${code}`;
  await go(unit.page, address);
  await unit.page.getByRole('button', { name: '申请注销' }).click();
  await unit.page.getByRole('dialog').getByRole('button', { name: '申请注销' }).click();
  await saidOf(unit.page, 'reason').getByText('请写明理由').waitFor();
  await box(unit.page, 'reason').fill('校区整体搬迁，旧址移交土地储备');
  await shoot(unit.page, 'console/leaving-ask-phone');
  expect(await seriousFindings(unit.page)).toEqual([]);
  await unit.page.getByRole('dialog').getByRole('button', { name: '申请注销' }).click();
  const told = unit.page.locator('section.leaving');
  await told.getByText('申请待决定').waitFor();
  await told.getByRole('button', { name: '撤回申请' }).waitFor();
  await shoot(unit.page, 'console/leaving-asked-phone');
  expect(await unit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );

  const officer = await signedIn(browser, server, 'hubin-em');
  await officer.page.getByRole('link', { name: /待办注销申请/u }).click();
  await officer.page.getByRole('link', { name }).waitFor();
  await shoot(officer.page, 'console/leaving-list');
  expect(await seriousFindings(officer.page)).toEqual([]);
  await officer.page.getByRole('link', { name }).click();
  await officer.page.getByRole('button', { name: '批准注销' }).click();
  const dialog = officer.page.getByRole('dialog');
  await box(officer.page, 'reason').fill('现场核实，旧址已封闭');
  expect(await dialog.getByRole('button', { name: '批准注销' }).isDisabled()).toBe(true);
  await dialog.getByText('我已核实').click();
  await shoot(officer.page, 'console/leaving-grant');
  expect(await seriousFindings(officer.page)).toEqual([]);
  await dialog.getByRole('button', { name: '批准注销' }).click();
  await officer.page.locator('.page-head').getByText('已注销').waitFor();
  await shoot(officer.page, 'console/leaving-gone');
  // The unit's page hears of it by itself.
  await unit.page.locator('.page-head').getByText('已注销').waitFor();
  await shoot(unit.page, 'console/leaving-gone-phone');
  await go(officer.page, '/shelters?gone=1');
  await officer.page
    .getByRole('row', { name: new RegExp(name, 'u') })
    .getByText('已注销')
    .waitFor();
  await shoot(officer.page, 'console/leaving-registry');
  expect(await seriousFindings(officer.page)).toEqual([]);
  for (const { context, foreign, errors } of [unit, officer]) {
    expect([foreign, errors]).toEqual([[], []]);
    await context.close();
  }
}, 120_000);
