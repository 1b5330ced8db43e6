/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, box, go, holdBack, saidOf, signedIn, tokenOf } from './at-the-console.ts';
import { cell, COUNTY, givenNight, givenQuietTimes, picture } from './night-of.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
  await givenQuietTimes(server);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a commander decides on one page; the department hears of it, is in place, and the cell turns: nobody reloads', async () => {
  const department = await signedIn(browser, server, 'health', { viewport: PHONE, hasTouch: true });
  await go(department.page, '/duties');

  const { page, close } = await signedIn(browser, server, 'hubin-gov');
  await go(page, '/activations');
  await page.getByRole('button', { name: '决定启用' }).click();
  await box(page, 'peopleAffected').fill('很多');
  await saidOf(page, 'peopleAffected').getByText('应为数字').waitFor();
  expect(await page.getByRole('button', { name: '拟定方案' }).isDisabled()).toBe(true);
  await box(page, 'peopleAffected').fill('６０００');

  // The area in two taps: circle, and its middle; what lies inside is skipped, and said so.
  await page.getByText('画圆', { exact: true }).click();
  await page.locator('.ground .county').first().waitFor({ state: 'attached' });
  await page.locator('.ground').click({ position: { x: 150, y: 90 } });
  await page.locator('.danger-area').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: '拟定方案' }).click();
  await page.getByText(/^建议启用 \d+ 处/u).waitFor();
  const first = page.locator('tbody').first().locator('tr.choosable').first();
  const shelter = await first.locator('.name').evaluate((box) => (box.firstChild?.textContent ?? '').trim());

  await page.getByRole('button', { name: '全部不选' }).click();
  expect(await page.getByRole('button', { name: '签署决定' }).isDisabled()).toBe(true);
  await page.getByText('请至少选定一处场所').waitFor();
  await page.getByRole('button', { name: '按方案选' }).click();
  await page.getByText(/签署后立即生效：湖滨区启用 \d+ 处场所/u).waitFor();
  await shoot(page, 'console/night-decide', true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'console-decide');

  // The network dies under the signature: nothing is lost, the same decision is signed again, and there is one.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '签署决定' }).click();
  await page.getByText('没有收到回音').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '签署决定' }).click();
  await page.getByText('已决定启用：411202-QY-').waitFor();
  await page.getByRole('button', { name: '进入看板' }).click();
  for (const kind of ['SUPPLY_POINT', 'MEDICAL'] as const)
    expect(await cell(page, shelter, kind).getAttribute('data-stage')).toBe('ASSIGNED');

  // Until the list stands again after an act no tap counts: it would hit what slid under the finger.
  const phone = department.page;
  const acknowledgeAll = phone.getByRole('button', { name: /^全部接收/u });
  await acknowledgeAll.waitFor(); // it has heard before its questions are held back
  const letPass = await holdBack(phone, 'query MyDuties');
  const arrived = phone.locator('.site', { hasText: shelter }).getByRole('button', { name: '已到位' });
  await acknowledgeAll.click();
  await phone.locator('.el-message').waitFor();
  expect(await arrived.isDisabled()).toBe(true);
  letPass();
  await arrived.click();
  await page
    .locator('tr', { hasText: shelter })
    .locator('.cell[data-kind=MEDICAL][data-stage=IN_PLACE]')
    .waitFor();
  await phone.locator('.site', { hasText: shelter }).locator('[data-stage=IN_PLACE]').waitFor();
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.evaluate(() => window.scrollTo(0, 0));
  await shoot(phone, 'console/night-duties');
  await picture(phone, 'console-duties');

  // What cannot be done says why; what is lacking must be said.
  await phone
    .getByText(/撤收：/u)
    .first()
    .waitFor();
  await phone.locator('.duty').first().getByRole('button', { name: '保障不足' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '报告' }).click();
  await saidOf(phone, 'reason').getByText('请写明理由').waitFor();
  await box(phone, 'reason').fill('缺一辆救护车');
  await phone.getByRole('dialog').getByRole('button', { name: '报告' }).click();
  await page.locator('.cell[data-kind=MEDICAL][data-stage=DEGRADED]').waitFor();
  const { activations } = await asked<{ activations: { totalCount: number } }>(
    server,
    `{ activations(filter: { stages: [LIVE] }) { totalCount } }`,
    {},
    await tokenOf(server, 'city'),
  );
  // The demo's own exercise, and this one decision though it was signed twice.
  expect(activations.totalCount).toBe(2);
  await Promise.all([close(), department.close()]);
}, 180_000);

test('a phone at the gate reports without a network, and the report goes once when it is back', async () => {
  const night = await givenNight(server, { count: 2, name: '断网之夜', of: 'unit1' });
  const opened = night.shelters.nodes[0];
  const { page, context, errors, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await page.getByText('我的启用场所').waitFor();
  await go(page, '/open');
  // By its address: the page left behind names the same shelter, as a gate.
  await page.locator(`a[href$="/open/${opened?.id}"]`).click();
  await page.locator('[data-fact=GATE_OPEN]').waitFor();
  await context.setOffline(true);
  await page.locator('[data-fact=GATE_OPEN]').click();
  await page.getByText('1 条报告待发送').waitFor();
  await page.locator('[data-fact=STAFFED]').click();
  await page.getByText('2 条报告待发送').waitFor();
  await shoot(page, 'console/night-offline', true);
  await context.setOffline(false);
  await page.getByText('条报告待发送').waitFor({ state: 'detached' });
  await page.locator('.page-head .mark', { hasText: '已开放' }).waitFor();
  const { activationShelter } = await asked<{
    activationShelter: { reports: { facts: string[]; clockOff: boolean }[] };
  }>(
    server,
    `query ($id: ID!) { activationShelter(id: $id) { reports { facts clockOff } } }`,
    { id: opened?.id },
    await tokenOf(server, 'unit1'),
  );
  expect(activationShelter.reports.flatMap(({ facts }) => facts).toSorted()).toEqual([
    'GATE_OPEN',
    'STAFFED',
  ]);

  // The unit names its own head; the others are named by those who may.
  await page
    .locator('li.gap', { hasText: '产权或管理单位负责人' })
    .getByRole('button', { name: /^加入成员/u })
    .click();
  await page.locator('form').getByRole('button', { name: '加入成员' }).click();
  await saidOf(page, 'memberName').waitFor();
  await box(page, 'memberName').fill('张守门');
  await page.locator('form').getByRole('button', { name: '加入成员' }).click();
  await page.getByText('张守门').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await shoot(page, 'console/night-site', true);
  await close();
}, 120_000);

test('an activation is ended by its number, and released one by one', async () => {
  const night = await givenNight(server, { count: 1, exercise: true, name: '收尾演练' });
  const { page, close } = await signedIn(browser, server, 'hubin-gov');
  await go(page, `/activations/${night.id}`);
  await page.getByText('演练，不对公众发布').first().waitFor();
  await page.locator('.watermark').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: '结束启用' }).click();
  const form = page.locator('form.closing');
  await form.getByText('不再接收人员').waitFor();
  await box(page, 'number').fill('411202-YL-1999-0001');
  expect(await form.getByRole('button', { name: '结束启用' }).isDisabled()).toBe(true);
  await box(page, 'number').fill(night.number);
  await form.getByRole('button', { name: '结束启用' }).click();
  await saidOf(page, 'reason').getByText('请写明理由').waitFor();
  await box(page, 'reason').fill('演练完毕');
  await form.getByRole('button', { name: '结束启用' }).click();
  await page.getByText(/决定结束：演练完毕/u).waitFor();
  await page.locator('.board tbody a').first().click();
  await page.getByRole('button', { name: '撤收本场所' }).click();
  await box(page, 'orderNumber').fill(`${night.number}-001`);
  await page.locator('form').getByRole('button', { name: '撤收本场所' }).click();
  await page.getByText('已撤收').first().waitFor();
  await go(page, '/activations');
  await page.getByRole('row', { name: /已结束.*收尾演练/u }).waitFor();
  await close();
}, 120_000);

test('the city proposes and asks, the county decides; a foreign county cannot be decided for', async () => {
  const city = await signedIn(browser, server, 'city');
  await go(city.page, '/activations');
  await city.page.getByRole('button', { name: '建议启用' }).click();
  expect(await city.page.getByRole('button', { name: '签署决定' }).count()).toBe(0);
  await city.page.getByText('洪水', { exact: true }).click();
  await city.page.getByRole('button', { name: '记录事件并拟定方案' }).click();
  await city.page.getByText(/^建议启用 \d+ 处/u).waitFor();
  await city.page.getByRole('button', { name: '提请决定' }).click();
  await saidOf(city.page, 'reason').getByText('请写明理由').waitFor();
  await box(city.page, 'reason').fill('黄河水位上涨，请即决定。');
  await city.page.getByRole('button', { name: '提请决定' }).click();
  await city.page.getByText('已提请。').waitFor();
  await shoot(city.page, 'console/night-propose', true);
  const eventId = await lastEvent();
  await city.close();

  const county = await signedIn(browser, server, 'hubin-gov');
  await go(county.page, '/activations');
  await county.page.getByText('黄河水位上涨').waitFor();
  await shoot(county.page, 'console/night-list', true);
  expect(await seriousFindings(county.page)).toEqual([]);
  await county.close();

  // Another county’s decider comes by the address: nothing of it is his to decide.
  const foreign = await signedIn(browser, server, 'lingbao-gov');
  await go(foreign.page, `/activations/decide?event=${eventId}`);
  await foreign.page.getByRole('button', { name: '拟定方案' }).click();
  await foreign.page
    .getByText(/该事件未涉及辖区/u)
    .first()
    .waitFor();
  expect(await foreign.page.getByRole('button', { name: '签署决定' }).count()).toBe(0);
  await foreign.close();
}, 120_000);

async function lastEvent(): Promise<string> {
  const { hazardEvents } = await asked<{
    hazardEvents: { nodes: { id: string; jurisdictions: string[] }[] };
  }>(server, `{ hazardEvents(first: 1) { nodes { id jurisdictions } } }`, {}, await tokenOf(server, 'city'));
  expect(hazardEvents.nodes[0]?.jurisdictions).toEqual([COUNTY]);
  return hazardEvents.nodes[0]?.id ?? '';
}

const WALL = { width: 1920, height: 1080 };
const SCREENS = [
  ['desk', 'zh-CN', DESKTOP, ''],
  ['desk-en', 'en-GB', DESKTOP, ''],
  ['phone', 'zh-CN', PHONE, ''],
  ['wall', 'zh-CN', WALL, 'wall'],
] as const;

describe('the board and the roster', () => {
  test.each(SCREENS)(
    '%s is readable and whole',
    async (screen, locale, viewport, wall) => {
      const { activations } = await asked<{ activations: { nodes: { id: string }[] } }>(
        server,
        `{ activations(filter: { stages: [LIVE], exercise: false }, first: 10) { nodes { id } } }`,
        {},
        await tokenOf(server, 'city'),
      );
      const id = activations.nodes.at(-1)?.id ?? '';
      const { page, foreign, errors, close } = await signedIn(browser, server, 'hubin-gov', {
        viewport,
        locale,
      });
      await go(page, wall ? `/wall/${id}` : `/activations/${id}`);
      await page.locator('.cell').first().waitFor();
      await shoot(page, `console/night-board-${screen}`, !wall);
      if (screen === 'desk') await picture(page, 'console-board');
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (wall) expect(await smallest(page)).toBeGreaterThanOrEqual(18);
      else {
        await go(page, '/roster');
        await page.locator('.sum').waitFor();
        await page.locator('tbody tr').first().waitFor();
        await shoot(page, `console/night-roster-${screen}`, true);
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
      await close();
    },
    90_000,
  );

  test('the roster is changed by who may, and its history kept', async () => {
    const { page, close } = await signedIn(browser, server, 'hubin-em');
    await go(page, '/roster');
    await page.getByRole('button', { name: '设时限 厕所与环境卫生' }).click();
    await box(page, 'acknowledgeMinutes').fill('半小时');
    await saidOf(page, 'acknowledgeMinutes').getByText('应为数字').waitFor();
    await box(page, 'acknowledgeMinutes').fill('30');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('row', { name: /厕所与环境卫生.*30 分钟/u }).waitFor();
    await page.getByRole('heading', { name: '历次记录' }).waitFor();
    await close();
  }, 60_000);
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The smallest size of a letter in the rows of the wall. */
function smallest(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.wall tbody th, .wall tbody td, .wall .word')].map((element) =>
        Number.parseFloat(getComputedStyle(element).fontSize),
      ),
    ),
  );
}
