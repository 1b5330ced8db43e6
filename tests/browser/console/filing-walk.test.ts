/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import {
  asked,
  accept,
  beginFiling,
  box,
  caretIn,
  complete,
  go,
  hiddenFromNeighbour,
  openSection,
  saidOf,
  saidSaving,
  signedIn,
  stateOf,
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

const NAME = '涧河公园南广场';
const GAPS = ['位置', '面积', '可容纳人数', '配套设施', '平面图', '联系人', '联系方式'];

test('a filing goes from the first word to the public list', async () => {
  const unit = await signedIn(browser, server, 'unit1');
  const id = await beginFiling(unit.page, NAME);

  // Every gap of Art. 14 at once, beside the list of sections and on trying to submit.
  for (const gap of GAPS) await summary(unit.page).getByText(gap).first().waitFor();
  expect(await summary(unit.page).locator('li').count()).toBe(GAPS.length);
  await unit.page.getByText('已齐 1 / 6 项').waitFor();
  expect(await stateOf(unit.page, 'capacity')).toBe('未开始');
  expect(await seriousFindings(unit.page)).toEqual([]);
  await shoot(unit.page, 'console/filing-tasks');
  await unit.page.locator('#task-check').click();
  await unit.page.getByRole('button', { name: '提交审查' }).click();
  const stop = unit.page.locator('.stop');
  await caretIn(stop);
  const told = await stop.locator('li').allTextContents();
  expect(told.map((line, n) => line.includes(GAPS[n] ?? '?'))).toEqual(GAPS.map(() => true));
  expect(await seriousFindings(unit.page)).toEqual([]);
  await shoot(unit.page, 'console/filing-gaps');

  // A line of the summary leads to its field, and from there back to its answer.
  await stop.getByText('缺少可容纳人数').click();
  await caretIn(box(unit.page, 'declaredCapacity'));
  await unit.page.getByRole('button', { name: '返回核对' }).click();
  await caretIn(unit.page.getByRole('link', { name: '更改：可容纳人数' }));

  await complete(unit.page);
  await unit.page.locator('#check-title').waitFor();
  await saidSaving(unit.page, '已保存');
  await unit.page.getByText('12,000 m²').waitFor();
  await shoot(unit.page, 'console/filing-check', true);
  await unit.page.getByRole('button', { name: '提交审查' }).click();
  await unit.page.getByText('已提交，接下来').waitFor();
  await shoot(unit.page, 'console/filing-submitted');

  const officer = await signedIn(browser, server, 'hubin-em');
  // The queue says by when, in a word beside the colour, and asks for what is late alone.
  await go(officer.page, '/filings?stage=SUBMITTED');
  await officer.page
    .getByRole('row', { name: new RegExp(NAME, 'u') })
    .getByText('期限内')
    .waitFor();
  expect(await seriousFindings(officer.page)).toEqual([]);
  await shoot(officer.page, 'console/filings-queue');
  await go(officer.page, '/filings?late=1');
  await officer.page.getByText('没有符合条件的备案').waitFor();
  // What could not be asked is not said to be nothing.
  await officer.page.route('**/graphql', (route) => route.abort());
  await go(officer.page, '/filings?held=1');
  await officer.page.getByText('连接不上服务器').waitFor();
  expect(await officer.page.getByText('没有符合条件的备案').count()).toBe(0);
  await officer.page.unroute('**/graphql');
  await go(officer.page, '/');
  await officer.page
    .getByRole('row', { name: new RegExp(NAME, 'u') })
    .getByText('审查')
    .click();
  await officer.page.getByText('审查期限').waitFor();
  await officer.page.getByRole('button', { name: '退回补正' }).click();
  await box(officer.page, 'reasons.0.field').click();
  await officer.page.getByRole('option', { name: '可容纳人数' }).click();
  await box(officer.page, 'reasons.0.text').fill('人数与面积不符，请按有效面积核算。');
  await officer.page.getByRole('button', { name: '再加一条' }).click();
  await box(officer.page, 'reasons.1.text').fill('平面图请标出应急厕所。');
  await shoot(officer.page, 'console/review-return');
  await officer.page.getByRole('button', { name: '退回', exact: true }).click();
  await officer.page.getByText('已退回，等待单位补正').waitFor();

  // The unit finds both reasons, one of them beside its field, and mends.
  await go(unit.page, '/');
  await unit.page
    .getByRole('row', { name: new RegExp(NAME, 'u') })
    .getByText('补正')
    .click();
  await unit.page.getByText('平面图请标出应急厕所。').waitFor();
  expect(await stateOf(unit.page, 'capacity')).toBe('退回意见 1 处');
  await shoot(unit.page, 'console/filing-returned');
  await unit.page.getByRole('link', { name: '按退回意见补正：面积与容量' }).click();
  expect(await saidOf(unit.page, 'declaredCapacity').textContent()).toContain('人数与面积不符');
  await box(unit.page, 'declaredCapacity').fill('4000');
  await saidSaving(unit.page, '已保存');
  await submit(unit.page);
  await unit.page.locator('.stage.SUBMITTED').waitFor();

  await go(officer.page, '/');
  await go(officer.page, `/filings/${id}`);
  const mended = officer.page.locator('.mended');
  await mended.getByText('退回后的改动：1 项').waitFor();
  await mended.getByRole('row', { name: /可容纳人数.*6.?000.*4.?000/u }).waitFor();
  await mended.getByText('人数与面积不符').waitFor();
  await shoot(officer.page, 'console/review-mended');
  await accept(officer.page);
  await officer.page.getByText('编号（写在标志牌上）').waitFor();
  const [number, code] = await officer.page.locator('.accepted dd').allTextContents();
  expect(`${number} ${code}`).toMatch(/^411202-\d{4}-\d{4,} 411202X\d{4,}$/u);
  // The page leads to the papers, with the session that is signed in.
  const certificate = officer.page.locator('.accepted').getByRole('link', { name: '备案证明' });
  const printed = await officer.context.request.get(
    `${server.url}${(await certificate.getAttribute('href')) ?? ''}`,
  );
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(await officer.page.locator('.head').getByRole('link').allTextContents()).toEqual(
    expect.arrayContaining([
      expect.stringContaining('备案表'),
      expect.stringContaining('退回（补正）告知书'),
    ]),
  );
  await shoot(officer.page, 'console/review-accepted');
  await go(officer.page, `/shelters/${code}`);
  await officer.page.getByRole('link', { name: '功能分区平面图' }).waitFor();
  expect(await seriousFindings(officer.page)).toEqual([]);
  await shoot(officer.page, 'console/shelter-papers');

  const neighbour = await hiddenFromNeighbour(browser, server, id, code);
  const city = await signedIn(browser, server, 'city');
  await go(city.page, `/publication?q=${code}`);
  await city.page.getByRole('checkbox', { name: `选择 ${NAME}` }).check();
  await city.page.getByRole('button', { name: '发布 1 处' }).click();
  await city.page.getByText('没有符合条件的场所').waitFor();
  const { publicShelter } = await asked<{ publicShelter: { name: string } | null }>(
    server,
    `query ($code: String!) { publicShelter(code: $code) { name } }`,
    { code },
  );
  expect(publicShelter).toEqual({ name: NAME });

  for (const { page, context, foreign, errors } of [unit, officer, neighbour, city]) {
    expect([foreign, errors, page.isClosed()]).toEqual([[], [], false]);
    await context.close();
  }
}, 240_000);

test('a shelter on file is changed: begun as it is, compared at every step, and its versions tell what changed', async () => {
  const unit = await signedIn(browser, server, 'unit1');
  const { shelters } = await asked<{ shelters: { nodes: { code: string; name: string }[] } }>(
    server,
    `{ shelters(filter: { text: "晨光第一小学操场" }, first: 1) { nodes { code name } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  const [shelter] = shelters.nodes;
  await go(unit.page, `/shelters/${shelter?.code ?? ''}`);
  await unit.page.getByRole('button', { name: '申请变更' }).click();
  await unit.page.getByText('改动的内容会在这里与在册内容并列').waitFor();
  const same = unit.page.getByText('与在册内容完全相同');
  await same.waitFor();
  expect(await stateOf(unit.page, 'place')).toBe('未改');
  await openSection(unit.page, 'place');
  await box(unit.page, 'landmark').fill('晨光路公交站北侧');
  const change = unit.page.locator('.change');
  await change.getByText('与在册内容的差异：1 项').waitFor();
  await change.getByRole('row', { name: /标志物.*晨光路公交站北侧/u }).waitFor();
  // A field goes back to what is on file in one step, and the others stay as typed.
  await openSection(unit.page, 'further');
  await box(unit.page, 'remarks').fill('雨后积水');
  await change.getByText('与在册内容的差异：1 项').waitFor();
  await openSection(unit.page);
  await change.getByText('与在册内容的差异：2 项').waitFor();
  expect(await stateOf(unit.page, 'further')).toBe('已改 1 处');
  await change.getByRole('button', { name: '取用在册内容：备注' }).click();
  await change.getByText('与在册内容的差异：1 项').waitFor();
  await change.getByRole('row', { name: /标志物.*晨光路公交站北侧/u }).waitFor();
  // Not even before it is saved does the page say both.
  expect(await same.count()).toBe(0);
  await saidSaving(unit.page, '已保存');
  expect(await seriousFindings(unit.page)).toEqual([]);
  await change.scrollIntoViewIfNeeded();
  await shoot(unit.page, 'console/change-draft');
  await openSection(unit.page, 'check');
  await unit.page.locator('.row', { hasText: '附近标志物' }).getByText('原为').waitFor();
  await shoot(unit.page, 'console/change-check');
  await submit(unit.page);
  await unit.page.locator('.stage.SUBMITTED').waitFor();
  const address = unit.page.url().split('#')[1] ?? '';

  // Begun again from the shelter it is the same paper, not a second one.
  await go(unit.page, `/shelters/${shelter?.code ?? ''}`);
  await unit.page.getByRole('button', { name: '申请变更' }).click();
  await unit.page.locator('.stage.SUBMITTED').waitFor();
  expect(unit.page.url().split('#')[1]).toBe(address);

  const officer = await signedIn(browser, server, 'hubin-em', { viewport: PHONE, hasTouch: true });
  await go(officer.page, address);
  await officer.page.locator('.change').getByText('晨光路公交站北侧').waitFor();
  expect(await officer.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  await shoot(officer.page, 'console/change-review-phone', true);
  await accept(officer.page);
  await officer.page.getByText('编号（写在标志牌上）').waitFor();

  // The registry is taken along under the filters of the page.
  await go(officer.page, '/shelters?grade=COUNTY');
  const [taken] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.page.getByRole('navigation', { name: '导出' }).getByText('CSV').click(),
  ]);
  const lines = (await readFile(await taken.path(), 'utf8')).trimEnd().split('\r\n');
  expect(taken.suggestedFilename()).toMatch(/^shelters-\d{4}-\d\d-\d\d\.csv$/u);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.slice(1).every((line) => line.includes('县级'))).toBe(true);
  await shoot(officer.page, 'console/registry-export-phone');
  await go(unit.page, `/shelters/${shelter?.code ?? ''}`);
  await unit.page.getByRole('tab', { name: '历次版本' }).click();
  await unit.page.getByText('改动 1 项').first().click();
  await unit.page.getByRole('cell', { name: '晨光路公交站北侧' }).scrollIntoViewIfNeeded();
  await shoot(unit.page, 'console/change-versions');
  for (const { context, foreign, errors } of [unit, officer]) {
    expect([foreign, errors]).toEqual([[], []]);
    await context.close();
  }
}, 240_000);

test('what an authority corrected stands at the unit’s work until it has read it, and the authority sees when', async () => {
  const unit = await signedIn(browser, server, 'unit1', { viewport: PHONE, hasTouch: true });
  await unit.page.getByRole('heading', { name: '我的工作' }).waitFor();
  const officer = await signedIn(browser, server, 'hubin-em');
  await go(officer.page, '/shelters?q=晨光第一小学操场');
  await officer.page
    .getByRole('row', { name: /晨光第一小学操场/u })
    .getByRole('link')
    .click();
  await officer.page.getByRole('button', { name: '依职权更正' }).click();
  await officer.page.locator('#section-place').waitFor();
  await box(officer.page, 'landmark').fill('北门公交站旁');
  await box(officer.page, 'reason').fill('现场核对标志物。');
  await officer.page.getByRole('button', { name: '保存更正' }).click();
  await officer.page.getByRole('tab', { name: '历次版本' }).click();
  await officer.page.getByText('已告知单位，尚未确认知悉').first().waitFor();

  // Nobody reloads: it comes to the unit by itself, with who, why and what.
  const told = unit.page.locator('.told li', { hasText: '现场核对标志物。' });
  await told.getByText('更正内容：附近标志物').waitFor();
  await told.getByText('湖滨区应急管理局').waitFor();
  expect(await seriousFindings(unit.page)).toEqual([]);
  expect(await unit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  await told.scrollIntoViewIfNeeded();
  await shoot(unit.page, 'console/correction-told-phone');
  await told.getByRole('link', { name: '看更正前后对照' }).click();
  await unit.page.getByRole('row', { name: /附近标志物.*北门公交站旁/u }).waitFor();
  await shoot(unit.page, 'console/correction-compared-phone');
  // Said without a network it says so, and it can be said again.
  await unit.page.route('**/graphql', (route) => route.abort());
  await unit.page.getByRole('button', { name: '已知悉' }).click();
  await unit.page.getByText('不知是否办成').first().waitFor();
  await unit.page.unroute('**/graphql');
  await unit.page.getByRole('button', { name: '已知悉' }).click();
  await unit.page.getByText(/单位已于 .* 知悉/u).waitFor();
  await go(unit.page, '/');
  await unit.page.getByRole('heading', { name: '我的工作' }).waitFor();
  expect(await told.count()).toBe(0);
  await officer.page
    .getByText(/单位已于 .* 知悉/u)
    .first()
    .waitFor();
  await shoot(officer.page, 'console/correction-read', true);
  await Promise.all([unit.close(), officer.close()]);
}, 120_000);
