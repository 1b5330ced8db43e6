/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatDistance } from '#look/format';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { DESKTOP, launchBrowser, PHONE, seriousFindings, shoot, visit } from '../support/browser.ts';
import { GPS, HERE, listedNames, mapIsDrawn, nearestCard, OUTSIDE, serverSays } from './resident.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startBuiltServer({ demo: true });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([
  ['phone', PHONE, 'zh-CN'],
  ['phone', PHONE, 'en'],
  ['desktop', DESKTOP, 'zh-CN'],
  ['desktop', DESKTOP, 'en'],
] as const)('with GPS allowed, on a %s', (device, viewport, language) => {
  it(`answers before it asks, in ${language}`, async () => {
    const seen = await visit(browser, server.url, { ...GPS, viewport });
    const { page } = seen;
    const said = await serverSays(server.url, HERE);
    await page.goto('/');
    if (language === 'en') {
      await page.getByRole('button', { name: 'English' }).click();
      await page.reload();
    }
    await page.locator('article.nearest').waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await nearestCard(page)).toEqual({
      name: said.shelters[0]?.shelter.name,
      distance: formatDistance(said.shelters[0]?.distanceMeters ?? null, language),
    });
    expect(await listedNames(page)).toEqual(said.shelters.slice(0, 3).map(({ shelter }) => shelter.name));
    // The demo's edition is 45 days old, and it is a quarter that it has.
    expect(await page.getByText(/名录应于|was due to be renewed/u).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `map/home-${device}-${language}`);

    if (device === 'phone')
      await page.getByRole('button', { name: language === 'en' ? 'Map' : '地图', exact: true }).click();
    await mapIsDrawn(page);
    await page.locator('.map-me').waitFor();
    await page.locator('.map-shelter.is-chosen').waitFor();
    expect(await page.locator('.map-county').count()).toBe(6);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `map/map-${device}-${language}`);

    expect(seen.foreign).toEqual([]);
    expect(seen.errors).toEqual([]);
    await seen.close();
  });
});

describe('on a phone', () => {
  it('keeps the position out of every address', async () => {
    const seen = await visit(browser, server.url, GPS);
    const addresses: string[] = [];
    seen.context.on('request', (request) => addresses.push(request.url()));
    await seen.page.goto('/');
    await seen.page.locator('article.nearest').waitFor();
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => /111[.]19|34[.]775/u.test(address))).toEqual([]);
    await seen.close();
  });

  it('changes the hazard by one tap and says why nearer ones are not listed', async () => {
    const seen = await visit(browser, server.url, GPS);
    const { page } = seen;
    const said = await serverSays(server.url, HERE, 'STORM');
    const third = said.shelters[2]?.distanceMeters ?? Infinity;
    const nearer = said.passedOver.filter(({ distanceMeters }) => distanceMeters < third);
    await page.goto('/');
    await page.getByRole('button', { name: '大风暴雨' }).click();
    await page.locator('article.nearest', { hasText: '大风暴雨：' }).waitFor();

    expect(await listedNames(page)).toEqual(said.shelters.slice(0, 3).map(({ shelter }) => shelter.name));
    expect(nearer.length).toBeGreaterThan(0);
    const told = page.locator('section', { hasText: '更近的为什么没有列出' });
    for (const { shelter, reasons } of nearer) {
      const item = told.locator('li', { hasText: shelter.name });
      expect(await item.innerText()).toContain(reasons[0]?.message);
    }
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/hazard-phone', true);
    await seen.close();
  });

  it('offers two other ways when positioning is refused, and takes a tap on the map', async () => {
    const seen = await visit(browser, server.url);
    const { page } = seen;
    await page.goto('/');
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('定位没有打开或没有允许').waitFor();
    expect(await page.getByRole('link', { name: /119/u }).getAttribute('href')).toBe('tel:119');
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/denied-phone');

    await page.getByRole('button', { name: '在地图上点一下' }).click();
    await mapIsDrawn(page);
    await shoot(page, 'map/picking-phone');
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.canvas').click({ position: { x: 200, y: 290 } });
    await page.locator('article.nearest').waitFor();
    const kept = await page.evaluate(() => localStorage.getItem('shelter-map:1:place'));
    const { point } = JSON.parse(kept ?? '{}') as { point: { longitude: number; latitude: number } };
    const said = await serverSays(server.url, point);
    expect((await nearestCard(page)).name).toBe(said.shelters[0]?.shelter.name);
    // A finger on a map of the whole city is no exact place, and the page says so.
    expect(await page.getByText('位置只准到约').isVisible()).toBe(true);
    await seen.close();
  });

  it('takes a county and township from a list, and says that it is an estimate', async () => {
    const seen = await visit(browser, server.url);
    const { page } = seen;
    await page.goto('/');
    await page.getByRole('button', { name: '从县区、乡镇中选' }).click();
    await page.getByLabel('县（市、区）').selectOption({ label: '灵宝市' });
    await page.getByLabel('乡镇、街道').selectOption({ label: '函谷关镇' });
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/list-phone');
    await page.getByRole('button', { name: '查最近的场所' }).click();
    await page.locator('article.nearest').waitFor();
    expect(await page.locator('.place').innerText()).toContain('灵宝市 函谷关镇（估计位置）');
    expect(await page.getByText(/位置是估计的|只知道县城的位置/u).isVisible()).toBe(true);
    await seen.close();
  });

  it('says so outside the city, and how far the nearest is', async () => {
    const seen = await visit(browser, server.url, { ...GPS, geolocation: OUTSIDE });
    const { page } = seen;
    await page.goto('/');
    const said = await serverSays(server.url, OUTSIDE);
    const distance = formatDistance(said.shelters[0]?.distanceMeters ?? null, 'zh-CN');
    await page.getByText(`您在三门峡市以外。最近的场所在 ${distance}外`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/outside-phone');
    await page.getByRole('button', { name: '地图', exact: true }).click();
    await mapIsDrawn(page);
    await shoot(page, 'map/outside-map-phone');
    await seen.close();
  });
});
