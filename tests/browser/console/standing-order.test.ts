/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, box, DRAWING, go, saidOf, signedIn, tokenOf } from './at-the-console.ts';
import { COUNTY, givenNight } from './night-of.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const LONG = '长'.repeat(101);

test('a decision is amended: a shelter and a place that is on no list come onto the board', async () => {
  const night = await givenNight(server, { count: 1, name: '扩大启用' });
  const { page, errors, close } = await signedIn(browser, server, 'hubin-gov');
  await go(page, `/activations/${night.id}`);
  await page.getByRole('button', { name: '扩大启用' }).click();
  const sign = page.getByRole('button', { name: '签署变更' });
  const first = page.locator('tr.choosable').first();
  await first.waitFor();
  expect(await sign.isDisabled()).toBe(true);
  const name = await first.locator('.name').evaluate((cell) => (cell.firstChild?.textContent ?? '').trim());
  await first.getByRole('checkbox').click();

  await page.getByRole('button', { name: '临时场所' }).click();
  await box(page, 'temporaryPlaces.0.capacity').fill('很多');
  await saidOf(page, 'temporaryPlaces.0.capacity').getByText('应为数字').waitFor();
  expect(await sign.isDisabled()).toBe(true);
  await box(page, 'temporaryPlaces.0.capacity').fill('３００');
  // Degrees typed the wrong way round, or no degrees at all, never become a place at nought.
  await box(page, 'temporaryPlaces.0.longitude').fill('河堤以东');
  await saidOf(page, 'temporaryPlaces.0.longitude').getByText('看不懂这个坐标').waitFor();
  await box(page, 'temporaryPlaces.0.longitude').fill('34.78');
  await box(page, 'temporaryPlaces.0.latitude').fill('111.2');
  await saidOf(page, 'temporaryPlaces.0.latitude').getByText('超出范围').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/amend-refused', true);
  await box(page, 'temporaryPlaces.0.longitude').fill('111°12′');
  await box(page, 'temporaryPlaces.0.latitude').fill('34.78');
  await sign.click();
  await saidOf(page, 'temporaryPlaces.0.name').waitFor();
  await box(page, 'temporaryPlaces.0.name').fill('河堤空地');
  await sign.click();
  await page.getByRole('button', { name: '进入看板' }).click();
  for (const row of [name, '河堤空地', night.shelters.nodes[0]?.shelter.name ?? ''])
    await page.locator('.board tbody tr', { hasText: row }).waitFor();
  const { announcements } = await asked<{ announcements: { headline: string }[] }>(
    server,
    `{ announcements(first: 1) { headline } }`,
  );
  expect(announcements[0]?.headline).toBe('湖滨区增开 2 处应急避难场所');
  expect(errors).toEqual([]);
  await close();
}, 90_000);

test('a version of the emergency plan is recorded with its text; the same version twice is refused', async () => {
  const { page, errors, close } = await signedIn(browser, server, 'hubin-em');
  await go(page, '/roster');
  const record = async (version: string) => {
    await page.getByRole('button', { name: '登记新版本' }).click();
    await box(page, 'planTitle').fill('湖滨区避难预案');
    await box(page, 'planVersion').fill(version);
  };
  const card = page.locator('section.card', { hasText: '应急预案' }).first();
  await record('');
  await card.getByRole('button', { name: '保存' }).click();
  await saidOf(page, 'planVersion').waitFor();
  await box(page, 'planVersion').fill('2027 版');
  await card.locator('input[type=file]').setInputFiles({ ...DRAWING, name: '预案.png' });
  await card.locator('.file').waitFor();
  await card.getByRole('button', { name: '保存' }).click();
  await card.locator('li', { hasText: '2027 版' }).getByRole('link', { name: '打开文本' }).waitFor();
  await record('2027 版');
  await card.getByRole('button', { name: '保存' }).click();
  await saidOf(page, 'planVersion').waitFor();
  expect(await card.getByRole('link', { name: '打开文本' }).count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/plan-twice', true);
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('the volunteer station says on the box what is wrong, and what was kept stands there again', async () => {
  const night = await givenNight(server, { count: 1, name: '志愿者' });
  const { page, errors, close } = await signedIn(browser, server, 'hubin-gov', { viewport: PHONE });
  await go(page, `/open/${night.shelters.nodes[0]?.id}`);
  const card = page.locator('section.card', { hasText: '志愿者服务站' });
  const save = card.getByRole('button', { name: '保存' });
  await box(page, 'volunteers').fill('几个');
  await saidOf(page, 'volunteers').getByText('应为数字').waitFor();
  await box(page, 'volunteers').fill('-3');
  await box(page, 'stationPlace').fill(LONG);
  await box(page, 'headName').fill(LONG);
  await save.click();
  for (const field of ['volunteers', 'stationPlace', 'headName']) await saidOf(page, field).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/station-refused', true);
  await box(page, 'volunteers').fill('１２');
  await box(page, 'stationPlace').fill('东门内');
  await box(page, 'headName').fill('李志愿');
  await card.getByRole('checkbox').check();
  await save.click();
  await card.getByText('刚刚设立').waitFor();
  await page.reload();
  await card.getByText(/设立$/u).first().waitFor();
  expect(await box(page, 'stationPlace').inputValue()).toBe('东门内');
  expect(await box(page, 'volunteers').inputValue()).toBe('12');
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('the standing command post is named seat by seat; a seat without a name is refused at its own box', async () => {
  const { shelters } = await asked<{ shelters: { nodes: { code: string }[] } }>(
    server,
    `query ($code: String!) { shelters(filter: { jurisdictionCode: $code }, first: 100) { nodes { code } } }`,
    { code: COUNTY },
    await tokenOf(server, 'hubin-gov'),
  );
  const { page, errors, close } = await signedIn(browser, server, 'hubin-gov');
  await go(page, `/shelters/${shelters.nodes.at(-1)?.code}`);
  const card = page.locator('section.card', { hasText: '常设指挥部' });
  await card.getByRole('button', { name: '更新' }).click();
  while ((await card.locator('fieldset').count()) > 1) await card.locator('fieldset button').last().click();
  await box(page, 'members.0.memberName').fill('王镇长');
  await card.getByRole('button', { name: '加一人' }).click();
  await box(page, 'members.1.memberName').fill('');
  await card.getByRole('button', { name: '保存' }).click();
  await saidOf(page, 'members.1.memberName').getByText('成员姓名（第 2 项）不能为空').waitFor();
  expect(await saidOf(page, 'members.0.memberName').count()).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/standing-post-refused', true);
  await box(page, 'members.1.memberName').fill('赵书记');
  await card.getByRole('button', { name: '保存' }).click();
  for (const name of ['王镇长', '赵书记']) await card.locator('li', { hasText: name }).waitFor();
  await page.reload();
  await card.locator('li', { hasText: '赵书记' }).waitFor();
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('who maintains a facility: the two disagree, the same level determines, and both sides are on record', async () => {
  const { shelters } = await asked<{ shelters: { nodes: { code: string; name: string }[] } }>(
    server,
    `{ shelters(filter: { grades: [COUNTY] }, first: 1) { nodes { code name } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  const [shelter] = shelters.nodes;
  const unit = await signedIn(browser, server, 'unit1');
  await go(unit.page, `/shelters/${shelter?.code ?? ''}?tab=maintenance`);
  const water = unit.page.locator('[data-facility=WATER]');
  await water.getByRole('button', { name: '登记协商不成' }).click();
  await box(unit.page, 'ownerName').fill('市自来水公司');
  await water.getByRole('button', { name: '登记', exact: true }).click();
  await saidOf(unit.page, 'unitPosition').getByText('缺少场所单位意见').waitFor();
  await shoot(unit.page, 'console/maintenance-disagreement', true);
  await box(unit.page, 'disagreedOn').fill('2026-01-05');
  await box(unit.page, 'disagreedOn').press('Enter');
  await box(unit.page, 'unitPosition').fill('管网由自来水公司建成，应由其维护。');
  // What was typed outlives a reload.
  await unit.page.reload();
  await water.getByRole('button', { name: '登记协商不成' }).click();
  expect(await box(unit.page, 'unitPosition').inputValue()).toContain('管网');
  await box(unit.page, 'ownerPosition').fill('日常由场所使用，应由场所维护。');
  await water.getByRole('button', { name: '登记', exact: true }).click();
  await water.getByText('协商不成，等待同级部门确定').waitFor();
  const power = unit.page.locator('[data-facility=POWER]');
  await power.getByRole('button', { name: '登记协议' }).click();
  await box(unit.page, 'ownerName').fill('湖滨供电所');
  await box(unit.page, 'agreedOn').fill('2025-12-20');
  await box(unit.page, 'agreedOn').press('Enter');
  await unit.page.getByTestId('file-documentFileId').setInputFiles(DRAWING);
  await power.getByRole('link', { name: '平面图.png' }).waitFor();
  await power.getByRole('button', { name: '登记', exact: true }).click();
  await power.getByText('双方协议').waitFor();
  await unit.page.evaluate(() => window.scrollTo(0, 0));
  expect(await seriousFindings(unit.page)).toEqual([]);
  await shoot(unit.page, 'console/maintenance-waiting');

  const em = await signedIn(browser, server, 'hubin-em', { viewport: PHONE, hasTouch: true });
  const queue = em.page.locator('section.card', { hasText: '待我确定的维护主体' });
  await queue.scrollIntoViewIfNeeded();
  await shoot(em.page, 'console/maintenance-work-phone');
  await queue.getByRole('link', { name: '确定' }).click();
  const waiting = em.page.locator('[data-facility=WATER]');
  await waiting.getByText('管网由自来水公司建成').waitFor();
  await waiting.getByRole('button', { name: '确定维护主体' }).click();
  await em.page.getByText('场所产权（管理）单位').click();
  await box(em.page, 'determinedOn').fill('2026-01-12');
  await box(em.page, 'determinedOn').press('Enter');
  await waiting.getByRole('button', { name: '确定', exact: true }).click();
  await saidOf(em.page, 'decisionNumber').getByText('缺少确定文号').waitFor();
  expect(await seriousFindings(em.page)).toEqual([]);
  await shoot(em.page, 'console/maintenance-determine-phone', true);
  await box(em.page, 'decisionNumber').fill('湖应急〔2026〕3 号');
  await box(em.page, 'reason').fill('日常由场所使用和看管。');
  await waiting.getByRole('button', { name: '确定', exact: true }).click();
  await waiting.getByText('部门确定').waitFor();
  expect(await em.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await shoot(em.page, 'console/maintenance-determined-phone', true);
  // The unit's open page hears of it.
  await water.getByText('部门确定').waitFor();
  for (const { errors, foreign, close } of [unit, em]) {
    expect([foreign, errors]).toEqual([[], []]);
    await close();
  }
}, 90_000);
