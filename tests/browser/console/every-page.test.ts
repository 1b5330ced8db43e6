/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import {
  DESKTOP,
  launchBrowser,
  PHONE,
  seriousFindings,
  shoot,
  visit,
  type Visit,
} from '../support/browser.ts';
import {
  asked,
  atConsole,
  beginFiling,
  box,
  caretIn,
  go,
  openSection,
  saidOf,
  saidSaving,
  signedIn,
  submit,
  summary,
  tokenOf,
} from './at-the-console.ts';

let server: BuiltServer;
let browser: Browser;
let places: { shelter: string; review: string; defect: string; activation: string; own: string };
/** Signed in once each: what the browser holds afterwards. */
const sessions: Record<string, Awaited<ReturnType<BrowserContext['storageState']>>> = {};

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
  const { shelters, filings, defects, activations } = await asked<{
    shelters: { nodes: { code: string }[] };
    filings: { nodes: { id: string }[] };
    defects: { nodes: { id: string }[] };
    activations: { nodes: { id: string }[] };
  }>(
    server,
    `{ shelters(first: 1) { nodes { code } } filings(first: 1, filter: { stages: [SUBMITTED] }) { nodes { id } }
       defects(first: 1, filter: { stages: [REINSPECTION] }) { nodes { id } }
       activations(first: 1, filter: { stages: [LIVE] }) { nodes { id } } }`,
    {},
    await tokenOf(server, 'city'),
  );
  const { own } = await asked<{ own: { nodes: { code: string }[] } }>(
    server,
    `{ own: shelters(first: 1) { nodes { code } } }`,
    {},
    await tokenOf(server, 'unit1'),
  );
  for (const username of ['city', 'unit1', 'admin']) {
    const { context, close } = await signedIn(browser, server, username);
    sessions[username] = await context.storageState();
    await close();
  }
  places = {
    shelter: shelters.nodes[0]?.code ?? '',
    review: filings.nodes[0]?.id ?? '',
    defect: defects.nodes[0]?.id ?? '',
    activation: activations.nodes[0]?.id ?? '',
    own: own.nodes[0]?.code ?? '',
  };
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Each page by who comes there, its address, and what shows that it is there. */
const PAGES: readonly (readonly [name: string, username: string, path: () => string, there: string])[] = [
  ['work', 'city', () => '/', '.tile .count'],
  ['registry', 'city', () => '/shelters', 'tbody tr'],
  ['shelter', 'city', () => `/shelters/${places.shelter}`, 'aside .facts'],
  ['maintenance', 'city', () => `/shelters/${places.shelter}?tab=maintenance`, '[data-facility]'],
  ['version', 'city', () => `/shelters/${places.shelter}/versions/1`, '.whole'],
  ['correct', 'city', () => `/shelters/${places.shelter}/correct`, '#section-basics'],
  ['filings', 'city', () => '/filings?stage=FILED', 'tbody tr'],
  ['review', 'city', () => `/filings/${places.review}`, 'aside .act'],
  ['new', 'unit1', () => '/filings/new', '#field-name'],
  ['due', 'city', () => '/inspections', 'tbody tr'],
  ['defects', 'city', () => '/inspections?view=defects', 'tbody tr'],
  ['defect', 'city', () => `/inspections/defects/${places.defect}`, 'ol li'],
  ['campaigns', 'city', () => '/inspections?view=campaigns', 'tbody tr'],
  ['record', 'unit1', () => `/inspections/self/${places.own}`, '.choice'],
  ['drill', 'unit1', () => `/inspections/drill/${places.own}`, '#field-summary'],
  ['import', 'city', () => '/import', '#field-file'],
  ['corrections', 'city', () => '/corrections', '.table tbody tr, .empty'],
  ['publication', 'city', () => '/publication?view=current', 'tbody tr'],
  ['editions', 'city', () => '/publication?view=editions', 'tbody tr'],
  ['edition', 'city', () => '/publication/editions/1?part=held', 'tbody tr'],
  ['activations', 'city', () => '/activations', '.live a'],
  ['propose', 'city', () => '/activations/propose', '#field-eventName'],
  ['roster', 'city', () => '/roster?jurisdiction=411202', '.sum'],
  ['board', 'city', () => `/activations/${places.activation}`, '.basis'],
  ['my-shelters', 'unit1', () => '/open', '.list a'],
  ['closure', 'city', () => '/closure', 'tbody tr'],
  ['account', 'city', () => '/me', 'tbody tr'],
  ['people', 'admin', () => '/settings', 'tbody tr'],
  ['organisations', 'admin', () => '/settings?tab=organisations', 'tbody tr'],
];

/** Between them they wear everything there is in the dark: tables, forms, maps, marks, the watermark. */
const IN_THE_DARK = [
  'work',
  'registry',
  'shelter',
  'review',
  'new',
  'due',
  'defect',
  'publication',
  'board',
  'closure',
];

const SCREENS = [
  ['zh', { viewport: DESKTOP, locale: 'zh-CN' }],
  ['en', { viewport: DESKTOP, locale: 'en-GB' }],
  ['phone', { viewport: PHONE, locale: 'zh-CN' }],
  ['night', { viewport: { width: 1024, height: 768 }, locale: 'zh-CN', colorScheme: 'dark' }],
] as const;

describe.each(SCREENS)('%s', (screen, options) => {
  /** One window for each who comes: from page to page as people go, without loading the console anew. */
  const windows = new Map<string, Visit>();
  const windowOf = async (username: string): Promise<Visit> => {
    const storageState = sessions[username] ?? { cookies: [], origins: [] };
    const open = windows.get(username) ?? (await visit(browser, server.url, { ...options, storageState }));
    windows.set(username, open);
    return open;
  };
  afterAll(() => Promise.all([...windows.values()].map(({ close }) => close())));

  test.each(PAGES.filter(([name]) => screen !== 'night' || IN_THE_DARK.includes(name)))(
    'the page %s is readable, whole and calls nobody else',
    async (name, username, path, there) => {
      const { page, foreign, errors } = await windowOf(username);
      await turnTo(page, path());
      await page.locator(there).first().waitFor();
      await mapsDrawn(page);
      await shoot(page, `console/${screen}-${name}`);
      // In English it is the same page with other words.
      if (screen !== 'en') expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page, screen)).toBeLessThanOrEqual(0);
      if (screen === 'en') expect(await leftInChinese(page)).toEqual([]);
      expect({ foreign: foreign.splice(0), errors: errors.splice(0) }).toEqual({ foreign: [], errors: [] });
    },
    60_000,
  );

  test('the sign-in page is readable and says what was wrong', async () => {
    const { page, close } = await atConsole(browser, server, options);
    await page.locator('button[type=submit]').click();
    for (const path of ['username', 'password']) {
      await saidOf(page, path)
        .getByText(screen === 'en' ? 'Missing' : '缺少')
        .waitFor();
    }
    await page.locator('#field-username').fill('nobody');
    await page.locator('#field-password').fill('wrong');
    await page.locator('button[type=submit]').click();
    await page.getByText(screen === 'en' ? 'User name or password is wrong' : '用户名或密码不正确').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `console/${screen}-sign-in`);
    await close();
  }, 60_000);
});

test('the keyboard alone signs in, opens the form and mends a gap', async () => {
  const { page, close } = await atConsole(browser, server);
  await box(page, 'username').focus();
  await page.keyboard.type('unit1');
  await page.keyboard.press('Tab');
  await page.keyboard.type(server.password);
  await page.keyboard.press('Enter');
  await page.locator('main#main h1').waitFor();

  // The first stop of every page skips the rail.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '新建备案' }).focus();
  await page.keyboard.press('Enter');
  await box(page, 'name').focus();
  await page.keyboard.type('只用键盘');
  await page.locator('main').getByText('湖滨区晨光教育集团').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#task-basics').waitFor();

  await summary(page).getByRole('link', { name: '缺少面积' }).focus();
  await page.keyboard.press('Enter');
  await caretIn(box(page, 'areaSquareMeters'));
  await page.keyboard.type('800');
  await saidSaving(page, '已保存');
  expect(await box(page, 'areaSquareMeters').inputValue()).toBe('800');
  // What is missing comes under the caret; one more step goes to the first gap.
  await page.getByRole('button', { name: '检查本节' }).focus();
  await page.keyboard.press('Enter');
  await caretIn(page.locator('.stop'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await caretIn(box(page, 'declaredCapacity'));
  // Back at the list the caret stands on the line one came from.
  await page.goBack();
  await caretIn(page.locator('#task-capacity'));
  await page.locator('#task-hazards').focus();
  await page.keyboard.press('Enter');
  await caretIn(page.locator('#section-hazards-title'));
  await page.locator('input[type=radio][name="suitability-EARTHQUAKE"]').last().focus();
  await page.keyboard.press('ArrowLeft');
  await saidSaving(page, '已保存');
  await close();
}, 60_000);

test('the form works on a phone', async () => {
  const { page, foreign, close } = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
  });
  await beginFiling(page, '手机上填写');
  const isWithin = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await isWithin();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/phone-filing', true);
  await page.locator('#task-capacity').click();
  await box(page, 'areaSquareMeters').fill('800');
  await page.getByRole('button', { name: '检查本节' }).click();
  await caretIn(page.locator('.stop'));
  await isWithin();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/phone-filing-section');
  await submit(page);
  await caretIn(page.locator('.stop'));
  await isWithin();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/phone-filing-check');
  // English words are longer.
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Cannot be submitted yet').waitFor();
  await isWithin();
  await openSection(page, 'hazards');
  await page.getByText('Not assessed').first().waitFor();
  await isWithin();
  await openSection(page);
  await page.getByText('2 of 6 there').or(page.getByText('1 of 6 there')).waitFor();
  await isWithin();
  await shoot(page, 'console/phone-filing-en', true);
  expect(foreign).toEqual([]);
  await close();
}, 60_000);

/** Goes to a page and waits until the one before is gone; another view of the same page is come to anew. */
async function turnTo(page: Page, path: string): Promise<void> {
  const here = /#([^?]*)/u.exec(page.url())?.[1];
  if (here === undefined || here === path.split('?')[0]) {
    await page.goto('about:blank');
    await go(page, path);
    return;
  }
  await page.locator('main#main > *').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('data-before', '');
  });
  await go(page, path);
  await page.locator('[data-before]').first().waitFor({ state: 'detached' });
}

async function mapsDrawn(page: Page): Promise<void> {
  if ((await page.locator('.map').count()) > 0)
    await page.locator('.county').first().waitFor({ state: 'attached' });
}

/** Pixels that stick out to the right; on a phone nothing inside the page is pushed sideways either. */
function overflow(page: Page, screen: string): Promise<number> {
  return page.evaluate(
    (scrollers) =>
      Math.max(
        ...[...document.querySelectorAll(scrollers)].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      ),
    screen === 'phone' ? 'html, .table-scroll' : 'html',
  );
}

/** Words of the frame that stayed Chinese; names and addresses of the demo city may. */
function leftInChinese(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, th, nav a, label, .tile, .el-button, dt')]
      // What an inspector wrote stays as it was written.
      .filter((element) => element.closest('[lang]:not(html)') === null)
      .map((element) => element.textContent.trim())
      .filter((text) => /\p{Script=Han}/u.test(text) && !text.includes('演示')),
  );
}
