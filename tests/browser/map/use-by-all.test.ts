/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, launchBrowser, PHONE, seriousFindings, shoot, visit } from '../support/browser.ts';
import { GPS, HERE, mapIsDrawn, nearestCard, serverSays, targetsBelow } from './resident.ts';

let server: BuiltServer;
let browser: Browser;
let code: string;

beforeAll(async () => {
  server = await startBuiltServer({ demo: true });
  browser = await launchBrowser();
  code = (await serverSays(server.url, HERE)).shelters[0]?.shelter.code ?? '';
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('goes by keyboard alone from a place on the map to the directions and back', async () => {
  const { page, close } = await visit(browser, server.url, { viewport: DESKTOP });
  await page.goto('/');
  await tabTo(page, '在地图上点一下');
  await page.keyboard.press('Enter');
  await mapIsDrawn(page);
  await tabTo(page, '就用中心这一点');
  await page.keyboard.press('Enter');
  await page.locator('article.nearest').waitFor();

  await tabTo(page, '去这里');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '用哪个地图导航？' });
  await dialog.waitFor();
  const stops = await dialog.locator('a, button').count();
  for (let press = 0; press < stops + 2; press += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focusedText(page)).toContain('去这里');
  await close();
});

it('leads to the map applications, the phone’s own first, each in its own order of numbers', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  await page.goto('/');
  await page.getByRole('button', { name: '去这里' }).click();
  const links = page.getByRole('dialog').getByRole('link');
  await links.first().waitFor();
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.map((href) => /^[a-z]+:(\/\/[\w.]+)?/u.exec(href)?.[0])).toEqual([
    'geo:',
    'https://uri.amap.com',
    'https://api.map.baidu.com',
    'https://apis.map.qq.com',
  ]);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/directions-phone');
  await close();
});

it('shows one shelter whole, with a map, and can share its address', async () => {
  const { page, foreign, errors, close } = await visit(browser, server.url, {
    ...GPS,
    permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
  });
  await page.goto(`/#/s/${code}`);
  await page.locator('h1.name').waitFor();
  await mapIsDrawn(page);
  for (const word of ['地址', '编号', '容量', '余位', '适用灾害', '设施', '宠物', '无障碍', '最近确认'])
    expect(await page.getByText(word, { exact: true }).first().isVisible()).toBe(true);
  expect(await page.locator('main').innerText()).toContain(code);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/shelter-phone', true);

  await page.getByRole('button', { name: '分享' }).click();
  await page.getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/s/${code}`);
  expect([foreign, errors]).toEqual([[], []]);
  await close();
});

it('draws the published site once somebody looks at it near by, with words, and nothing where nothing is', async () => {
  const { shelters } = await serverSays(server.url, HERE);
  const square = shelters.find(({ shelter }) => shelter.name.startsWith('文昌广场'))?.shelter.code;
  for (const [device, viewport, language] of [
    ['phone', PHONE, 'zh-CN'],
    ['phone', PHONE, 'en'],
    ['desktop', DESKTOP, 'zh-CN'],
    ['desktop', DESKTOP, 'en'],
  ] as const) {
    const seen = await visit(browser, server.url, { ...GPS, viewport });
    const { page } = seen;
    const isEnglish = language === 'en';
    const button = page.getByRole('button', { name: isEnglish ? 'Site and entrances' : '看场地和入口' });
    await page.goto(`/#/s/${code}`);
    if (isEnglish) await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.map-shelter.is-chosen').waitFor();
    expect(await button.count()).toBe(0);
    await page.goto(`/#/s/${square}`);
    await button.waitFor();
    // From afar there is only the mark.
    expect(await page.locator('.map-site, .map-zone').count()).toBe(0);
    await button.click();
    await page.locator('.map-site').waitFor({ state: 'attached' });
    expect(await page.locator('.map-zone').count()).toBe(6);
    const words = await page.locator('.map-way-in, .map-zone-name').allInnerTexts();
    expect(words).toEqual(
      expect.arrayContaining(
        isEnglish ? ['Main entrance', 'Entrance 东入口', 'Assembly'] : ['主入口', '入口 东入口', '集散区'],
      ),
    );
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.small-map, .full-map').first().scrollIntoViewIfNeeded();
    await shoot(page, `map/site-${device}-${language}`);
    if (device === 'phone' && !isEnglish) {
      await page.getByRole('button', { name: '长辈版' }).click();
      await page.locator('.small-map').scrollIntoViewIfNeeded();
      expect(await seriousFindings(page)).toEqual([]);
      await shoot(page, 'map/site-elder');
    }
    expect([seen.foreign, seen.errors]).toEqual([[], []]);
    await seen.close();
  }
});

it('says that a code is not known, and leads back', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  await page.goto('/#/s/411202X9999');
  await page.getByRole('heading', { name: '没有找到这个场所' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '最近的避难场所' }).click();
  await page.locator('article.nearest').waitFor();
  await close();
});

it('is large and one column for elders by one tap, and remembers it', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  await page.goto('/');
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.reload();
  await page.locator('article.nearest').waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22px');
  const [go, call] = await Promise.all([
    page.getByRole('button', { name: '去这里' }).boundingBox(),
    page
      .locator('article.nearest')
      .getByRole('link', { name: /打电话|拨打/u })
      .boundingBox(),
  ]);
  expect(call?.y).toBeGreaterThan((go?.y ?? 0) + 63);
  expect(await targetsBelow(page, 60)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/elder-phone');
  await page.getByRole('button', { name: '标准版' }).click();
  expect(await targetsBelow(page, 44)).toEqual([]);
  await close();
});

it('is readable at night', async () => {
  const { page, close } = await visit(browser, server.url, { ...GPS, colorScheme: 'dark' });
  await page.goto('/');
  await page.locator('article.nearest').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/night-phone');
  await page.getByRole('button', { name: '地图', exact: true }).click();
  await page.locator('.map-shelter.is-chosen').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'map/night-map-phone');
  await close();
});

it('loses nothing when the text is twice as large', async () => {
  const { page, close } = await visit(browser, server.url, GPS);
  await page.goto('/');
  await page.locator('article.nearest').waitFor();
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await shoot(page, 'map/twice-phone', true);
  expect((await nearestCard(page)).name).not.toBe('');
  await close();
});

/** Presses Tab until the focus stands on what bears these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)).includes(words)) return;
  }
  throw new Error(`60 tabs did not reach "${words}"`);
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
