/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { asked, box, choose, DRAWING, go, saidOf, signedIn, tokenOf } from './at-the-console.ts';
import { picture } from './night-of.ts';

let server: BuiltServer;
let browser: Browser;
/** A shelter of unit1 whose inspection is overdue. */
let overdue: { id: string; code: string; name: string };

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
  const { obligations } = await asked<{ obligations: { nodes: { shelter: typeof overdue }[] } }>(
    server,
    `{ obligations(filter: { duties: [SELF_INSPECTION], states: [OVERDUE] }) { nodes { shelter { id code name } } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  overdue = obligations.nodes[0]?.shelter ?? { id: '', code: '', name: '' };
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const archived = async () =>
  asked<{
    inspections: { totalCount: number; nodes: { flags: string[]; defects: { evidence: object[] }[] }[] };
    drills: { totalCount: number };
  }>(
    server,
    `query ($id: ID!) { inspections(filter: { shelterId: $id }) { totalCount nodes { flags defects { evidence { proves } } } }
       drills(filter: { shelterId: $id }) { totalCount } }`,
    { id: overdue.id },
    await tokenOf(server, 'unit1'),
  );

/** Answers a head by its words. */
async function say(page: Page, head: string, result: string): Promise<void> {
  await page
    .getByRole('group', { name: new RegExp(head, 'u') })
    .getByText(result, { exact: true })
    .click();
}

test('on a phone without network: written, photographed, kept, and sent once when the network is back', async () => {
  const { page, context, foreign, errors, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  const before = await archived();
  await go(page, '/inspections?state=OVERDUE&duty=SELF_INSPECTION');
  await page.getByRole('row', { name: new RegExp(overdue.name.slice(0, 6), 'u') }).waitFor();
  await shoot(page, 'console/phone-inspections-due');
  await page.getByRole('link', { name: '记录自查' }).first().click();
  await page.getByRole('heading', { name: '记录自查' }).waitFor();

  await context.setOffline(true);
  await page.getByText('离线', { exact: true }).waitFor();
  await say(page, '应急预案', '正常');
  await say(page, '设施配置', '发现隐患');
  await page.getByTestId('photo-findings.0.evidence').setInputFiles(DRAWING);
  await page.locator('.finding img').waitFor();
  await page.getByRole('button', { name: '保存检查记录' }).click();
  await page.getByText('没有网络：记录已保存在本机').waitFor();
  expect(await archived()).toEqual(before);
  await context.setOffline(false);
  // The server says what is missing, beside its field, and nothing typed is lost.
  await saidOf(page, 'findings.0.text').getByText('缺少隐患内容').waitFor();
  expect(await archived()).toEqual(before);

  await context.setOffline(true);
  await page.getByText('离线', { exact: true }).waitFor();
  await box(page, 'findings.0.text').fill('午睡室疏散门内侧堆放床架');
  await page.getByRole('button', { name: '保存检查记录' }).click();
  await page.getByText('没有网络：记录已保存在本机').waitFor();
  await shoot(page, 'console/phone-inspection-waiting', true);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await context.setOffline(false);
  await page.getByText('已记入场所档案').waitFor();

  const after = await archived();
  expect(after.inspections.totalCount).toBe(before.inspections.totalCount + 1);
  expect(after.inspections.nodes[0]?.defects).toEqual([
    { evidence: [{ proves: '午睡室疏散门内侧堆放床架' }] },
  ]);
  await page.getByRole('link', { name: '查看档案' }).click();
  const archive = page.getByRole('region', { name: '管理维护档案' });
  await archive.getByText('午睡室疏散门内侧堆放床架').waitFor();
  await archive
    .getByText(/未完成年度：\d{4}/u)
    .first()
    .waitFor();
  await shoot(page, 'console/phone-shelter-archive', true);
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  await close();
}, 120_000);

test('a drill handed in without network is sent from the list when the network is back', async () => {
  const { page, context, close } = await signedIn(browser, server, 'unit1');
  const before = await archived();
  await go(page, '/inspections');
  await page.locator('tbody tr').first().waitFor();
  await go(page, `/inspections/drill/${overdue.code}`);
  await box(page, 'participants').fill('一百');
  await saidOf(page, 'participants').getByText('应为数字').waitFor();
  await box(page, 'participants').fill('126');
  await box(page, 'summary').fill('全园疏散演练，六分钟到达操场。');
  await context.setOffline(true);
  await page.getByText('离线', { exact: true }).waitFor();
  await page.getByRole('button', { name: '保存演练记录' }).click();
  await page.getByText('没有网络：记录已保存在本机').waitFor();
  await page.getByRole('link', { name: '检查', exact: true }).first().click();
  await page.getByText('本机有 1 份记录尚未上传').waitFor();
  await context.setOffline(false);
  await page.getByText('本机有 1 份记录尚未上传').waitFor({ state: 'hidden' });
  expect((await archived()).drills.totalCount).toBe(before.drills.totalCount + 1);
  await close();
}, 90_000);

test('a defect goes round: ordered by the county, mended by the unit, sent back, signed off by somebody else', async () => {
  const county = await signedIn(browser, server, 'hubin-em');
  await go(county.page, '/inspections?view=defects');
  await county.page.getByRole('button', { name: /未销号/u }).waitFor();
  await shoot(county.page, 'console/defects');
  await picture(county.page, 'console-defects');
  await county.page.getByRole('link', { name: '午睡室疏散门内侧堆放床架' }).click();
  await county.page.waitForURL(/inspections\/defects\//u);
  const address = county.page.url().split('#')[1] ?? '';
  await county.page.getByRole('button', { name: '交办整改' }).click();
  await saidOf(county.page, 'responsiblePerson').getByText('缺少整改责任人').waitFor();
  await box(county.page, 'responsiblePerson').fill('园长');
  await box(county.page, 'dueOn').fill('2099-12-31');
  await county.page.keyboard.press('Enter');
  await county.page.getByRole('button', { name: '交办整改' }).click();
  await county.page.locator('.page-head .ORDERED').waitFor();

  const unit = await signedIn(browser, server, 'unit1');
  await unit.page.getByRole('link', { name: /由本单位整改的隐患/u }).click();
  await unit.page.getByRole('link', { name: '午睡室疏散门内侧堆放床架' }).click();
  await box(unit.page, 'note').fill('床架已清走，通道划线。');
  // A colleague takes it a step on meanwhile: the page follows by itself, and what is written stays.
  await asked(
    server,
    `mutation ($id: ID!) { startRepair(input: { id: $id, evidence: [] }) { id } }`,
    { id: address.split('/').at(-1) },
    await tokenOf(server, 'unit1'),
  );
  await unit.page.getByText('他人已将此隐患办理到“整改中”').waitFor();
  expect(await box(unit.page, 'note').inputValue()).toBe('床架已清走，通道划线。');
  await shoot(unit.page, 'console/defect-moved');
  await unit.page.getByTestId('photo-evidence').setInputFiles(DRAWING);
  await unit.page.locator('.acts').waitFor();
  await unit.page.getByRole('button', { name: '报告整改完成' }).click();
  await unit.page.locator('.page-head .REINSPECTION').waitFor();
  expect(await unit.page.getByRole('button', { name: '隐患销号' }).count()).toBe(0);

  await county.page.getByRole('button', { name: '退回整改' }).click();
  await saidOf(county.page, 'note').getByText('请写明理由').waitFor();
  await box(county.page, 'note').fill('门仍不能完全打开。');
  await county.page.getByRole('button', { name: '退回整改' }).click();
  await county.page.locator('.page-head .IN_REPAIR').waitFor();
  await unit.page.getByRole('button', { name: '报告整改完成' }).click();
  await unit.page.locator('.page-head .REINSPECTION').waitFor();
  await county.page.getByRole('button', { name: '隐患销号' }).click();
  await county.page.locator('.page-head .RESOLVED').waitFor();
  const steps = await county.page.locator('ol.body li strong').allTextContents();
  expect(steps).toEqual([
    '发现',
    '交办整改',
    '开始整改',
    '报告整改完成',
    '退回整改',
    '报告整改完成',
    '隐患销号',
  ]);
  await shoot(county.page, 'console/defect-loop');
  expect(await seriousFindings(county.page)).toEqual([]);
  await county.close();
  await unit.close();
}, 120_000);

test('the city asks, the government orders, the department supervises all seven heads', async () => {
  const government = await signedIn(browser, server, 'lingbao-gov');
  await go(government.page, '/inspections?view=campaigns');
  await government.page
    .getByRole('row', { name: /沿河场所检查/u })
    .getByRole('button')
    .click();
  await choose(government.page, 'departmentIds', '灵宝市应急管理局');
  await government.page.keyboard.press('Escape');
  const form = government.page.getByRole('region', { name: '部署检查' });
  await form.getByRole('button', { name: '部署检查' }).click();
  await government.page
    .getByRole('row', { name: /沿河场所检查/u })
    .getByText('已部署')
    .waitFor();
  await shoot(government.page, 'console/campaigns');
  await government.close();

  const inspector = await signedIn(browser, server, 'lingbao-em', { locale: 'en-GB' });
  const { shelters } = await asked<{ shelters: { nodes: { code: string }[] } }>(
    server,
    `{ shelters(first: 1, filter: { jurisdictionCode: "411282" }) { nodes { code } } }`,
    {},
    await tokenOf(server, 'lingbao-em'),
  );
  await go(inspector.page, `/inspections/supervision/${shelters.nodes[0]?.code ?? ''}`);
  await say(inspector.page, 'Facilities', 'In order');
  await inspector.page.getByRole('button', { name: 'Save inspection' }).click();
  await inspector.page.getByText('A supervision judges all seven heads; "Funds" is not judged yet').waitFor();
  for (const head of ['Emergency plan', 'Organisation', 'Supplies', 'Funds', 'Education', 'Other matters'])
    await say(inspector.page, head, 'In order');
  await shoot(inspector.page, 'console/supervision-en', true);
  await inspector.page.getByRole('button', { name: 'Save inspection' }).click();
  await inspector.page.getByText('Recorded in the archive').waitFor();
  await inspector.close();
}, 120_000);
