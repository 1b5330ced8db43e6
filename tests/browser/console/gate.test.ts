/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot, visit } from '../support/browser.ts';
import { asked, go, pagesKept, signedIn, tokenOf } from './at-the-console.ts';
import { picture } from './night-of.ts';

let server: BuiltServer;
let browser: Browser;
let gateId = '';
let code = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
  [gateId, code] = await openShelter();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The county opens a shelter of the unit, and the unit opens its gate. */
async function openShelter(): Promise<[id: string, code: string]> {
  const [unit, government] = [await tokenOf(server, 'unit1'), await tokenOf(server, 'hubin-gov')];
  const { shelters } = await asked<{ shelters: { nodes: { id: string; code: string }[] } }>(
    server,
    `{ shelters(filter: { jurisdictionCode: "411202" }, first: 1) { nodes { id code } } }`,
    {},
    unit,
  );
  const [shelter] = shelters.nodes;
  const { decideActivation } = await asked<{
    decideActivation: { activation: { shelters: { nodes: { id: string }[] } } };
  }>(
    server,
    `mutation ($input: DecideActivationInput!) { decideActivation(input: $input) {
       activation { shelters(first: 1) { nodes { id } } } } }`,
    {
      input: {
        event: { name: '湖滨区 5.2 级地震', hazard: 'EARTHQUAKE', jurisdictionCodes: ['411202'] },
        jurisdictionCode: '411202',
        shelters: [{ shelterId: shelter?.id }],
      },
    },
    government,
  );
  const id = decideActivation.activation.shelters.nodes[0]?.id ?? '';
  await asked(
    server,
    `mutation ($input: ShelterStatusInput!) { reportShelterStatus(input: $input) { status } }`,
    { input: { activationShelterId: id, facts: ['GATE_OPEN', 'STAFFED'] } },
    unit,
  );
  return [id, shelter?.code ?? ''];
}

const shown = (page: Page, what: 'inside' | 'room') => page.locator(`[data-number=${what}]`);
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function publicCapacity(): Promise<{
  usable: number;
  occupied: number | null;
  available: number | null;
}> {
  const { publicShelter } = await asked<{
    publicShelter: { capacity: { usable: number; occupied: number | null; available: number | null } };
  }>(
    server,
    `query ($code: String!) { publicShelter(code: $code) { capacity { usable occupied available } } }`,
    {
      code,
    },
  );
  return publicShelter.capacity;
}

test('a phone at the gate counts, takes in a household, undoes, and says what residents see', async () => {
  const { page, foreign, errors, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await page.getByText('我的出入口').waitFor();
  await go(page, `/gate/${gateId}`);
  await page.getByText('尚未计数，人数不明').waitFor();
  expect(await shown(page, 'inside').textContent()).toBe('不明');
  await tap(page, '进 5 人');
  await shown(page, 'inside').getByText('5', { exact: true }).waitFor();
  await tap(page, '按户登记');
  await tap(page, '加一人');
  await page.locator('#field-cardCode').fill('411202199001011234');
  await page.getByText('卡号像是身份证号码').waitFor();
  await page.locator('#field-cardCode').fill('A-017');
  await tap(page, '登记入住');
  await shown(page, 'inside').getByText('7', { exact: true }).waitFor();
  await page.getByText('A-017').waitFor();
  expect(await publicCapacity()).toMatchObject({ occupied: 7 });
  await page.getByRole('button', { name: '撤销' }).first().click();
  await shown(page, 'inside').getByText('5', { exact: true }).waitFor();
  await page.locator('#field-found').fill('6');
  await tap(page, '记下清点');
  await page.getByText('相差 +1').waitFor();
  expect(await shown(page, 'inside').textContent()).toBe('5');
  await tap(page, '以清点为准，补记 +1');
  await shown(page, 'inside').getByText('6', { exact: true }).waitFor();
  // Taken once: the difference is none any more.
  await page.getByText('以清点为准').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).first().click();
  await shown(page, 'inside').getByText('5', { exact: true }).waitFor();
  for (const button of await page.locator('.pad button, .ways button, form button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(60);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  await shoot(page, 'console/gate-phone', true);
  await picture(page, 'console-gate');
  expect(await seriousFindings(page)).toEqual([]);
  expect([foreign, errors]).toEqual([[], []]);
  await close();
}, 120_000);

test('offline: entries survive a closed page, are added to without a network and arrive once; fewer places on the resident’s phone', async () => {
  const { page, context, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await go(page, `/gate/${gateId}`);
  await shown(page, 'inside').getByText('5', { exact: true }).waitFor();
  await pagesKept(page);
  await context.setOffline(true);
  await page.getByText('没有网络。登记照常').waitFor();
  await tap(page, '按户登记');
  for (let household = 1; household <= 10; household += 1) await tap(page, '登记入住');
  await page.getByText('待同步 10 条').waitFor();
  expect(await shown(page, 'inside').textContent()).toBe('15');
  await shoot(page, 'console/gate-offline', true);
  expect(await publicCapacity()).toMatchObject({ occupied: 5 });
  await page.close();

  // Opened anew, and still no network: the gate is there.
  const again = await context.newPage();
  await again.goto(`/console/#/gate/${gateId}`);
  await again.getByText('待同步 10 条').waitFor();
  await tap(again, '进 1 人');
  await again.getByText('待同步 11 条').waitFor();
  expect(await shown(again, 'inside').textContent()).toBe('不明');
  await shoot(again, 'console/gate-opened-offline', true);
  await context.setOffline(false);
  await again.locator('[data-waiting]').waitFor({ state: 'detached' });
  await shown(again, 'inside').getByText('16', { exact: true }).waitFor();
  const { usable, occupied, available } = await publicCapacity();
  expect([occupied, available]).toEqual([16, usable - 16]);
  await again.reload();
  await shown(again, 'inside').getByText('16', { exact: true }).waitFor();
  expect((await publicCapacity()).occupied).toBe(16);
  await close();
}, 120_000);

test('full: the warning has its numbers, a reason admits; in English too, on a desk', async () => {
  const unit = await tokenOf(server, 'unit1');
  const { gate } = await asked<{ gate: { available: number } }>(
    server,
    `query ($id: ID!) { gate(activationShelterId: $id) { available } }`,
    { id: gateId },
    unit,
  );
  const rest = gate.available;
  for (let left = rest; left > 0; left -= 1000)
    await asked(
      server,
      `mutation ($input: CountInput!) { countOccupants(input: $input) { occupied } }`,
      {
        input: {
          key: crypto.randomUUID(),
          activationShelterId: gateId,
          kind: 'COUNT_IN',
          persons: Math.min(left, 1000),
        },
      },
      unit,
    );
  const { page, close } = await signedIn(browser, server, 'unit1');
  await go(page, `/gate/${gateId}`);
  await shown(page, 'room').getByText('0', { exact: true }).waitFor();
  await tap(page, '进 2 人');
  await page.getByText(`再进 2 人将超出`).first().waitFor();
  await shoot(page, 'console/gate-full', true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.locator('#field-reason').fill('暴雨，老人');
  await tap(page, '仍然接收');
  await shown(page, 'room').getByText('-2').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Room left').waitFor();
  await shoot(page, 'console/gate-en', true);
  expect(await seriousFindings(page)).toEqual([]);
  const resident = await visit(browser, server.url);
  await resident.page.goto(`/#/s/${code}`);
  await resident.page.getByText(/已满/u).first().waitFor();
  await resident.close();
  await close();
}, 120_000);
