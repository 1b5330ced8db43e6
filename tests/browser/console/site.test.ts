/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import {
  asked,
  beginFiling,
  box,
  caretIn,
  go,
  openSection,
  saidSaving,
  signedIn,
  tokenOf,
} from './at-the-console.ts';
import { drawBox, tap } from './at-the-map.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const SITE = `query ($id: ID!) { filing(id: $id) { contents {
  boundary { parts sourceCrs } zones { type areaSquareMeters ring } entrances { name longitude latitude }
  designScheme { item contained } contributions { donor valueYuan } capacityBasis { squareMetersPerPerson }
} } }`;
interface Site {
  filing: {
    contents: {
      boundary: { parts: [number, number][][]; sourceCrs: string } | null;
      zones: { type: string; areaSquareMeters: number | null; ring: [number, number][] | null }[];
      entrances: { name: string; longitude: number; latitude: number }[];
      designScheme: { item: string; contained: string }[];
      contributions: { donor: string; valueYuan: number }[];
      capacityBasis: { squareMetersPerPerson: number } | null;
    };
  };
}

test('a site is drawn, typed and read from a file; what crosses itself is told where it is', async () => {
  const unit = await signedIn(browser, server, 'unit1');
  const { page } = unit;
  const token = await tokenOf(server, 'unit1');
  const id = await beginFiling(page, '画图广场');
  const stored = async () => (await asked<Site>(server, SITE, { id }, token)).filing.contents;

  await openSection(page, 'layout');
  await page.getByText('还没有填写位置').waitFor();
  await openSection(page, 'place');
  await page.getByText('GPS（WGS 84）').click();
  await box(page, 'position.longitude').fill('111.1951');
  await box(page, 'position.latitude').fill('34.7812');
  await openSection(page, 'layout');

  await page.getByRole('button', { name: '在图上画边界' }).click();
  await drawBox(page, 0.3, 0.3, 0.7, 0.7);
  await page.getByText(/第 1 块 · 图上约 [\d,]+ 平方米 · 4 个角点/u).waitFor();
  await page.getByRole('button', { name: '添加功能区' }).click();
  await page.getByRole('button', { name: '在图上画', exact: true }).click();
  await drawBox(page, 0.35, 0.4, 0.5, 0.6);
  await page.getByRole('button', { name: '采用图上面积' }).click();
  await saidSaving(page, '已保存');
  const drawn = await stored();
  expect(drawn.boundary?.parts[0]).toHaveLength(5);
  expect(drawn.zones[0]?.ring).toHaveLength(5);
  expect(drawn.zones[0]?.areaSquareMeters).toBeGreaterThan(100);

  // The ground lies below whatever is laid on the map: a plan would be hidden by it.
  expect(await page.locator('.site-map .leaflet-overlay-pane .county').count()).toBe(0);
  expect(await page.locator('.site-map .leaflet-tile-pane .county').count()).toBeGreaterThan(0);

  // A file of another datum is brought over; a bow tie is refused with the place where it crosses.
  const source = page.locator('details', { hasText: 'GeoJSON' });
  await source.first().locator('summary').click();
  await source.first().locator('textarea').fill('111.195, 34.781');
  await page.getByRole('button', { name: '采用这些角点' }).first().click();
  await page.getByText('请先选择坐标来源').waitFor();
  await caretIn(source.first().locator('select'));
  expect(await source.first().locator('select').inputValue()).toBe('');
  await source.first().locator('select').selectOption('GCJ02');
  await page.getByText('请先选择坐标来源').waitFor({ state: 'hidden' });
  await source.first().locator('textarea').fill('111.195, 34.781\n\nabc');
  await page.getByRole('button', { name: '采用这些角点' }).first().click();
  await page.getByText('第 3 行「abc」不是一对坐标').waitFor();
  const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>
    111.2000,34.7800,0 111.2010,34.7800,0 111.2010,34.7810,0 111.2000,34.7810,0 111.2000,34.7800,0
  </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;
  await source
    .first()
    .locator('input[type=file]')
    .setInputFiles({ name: 'site.kml', mimeType: 'application/xml', buffer: Buffer.from(kml) });
  await page.getByText('第 2 块', { exact: false }).waitFor();
  await saidSaving(page, '已保存');
  const [, second] = (await stored()).boundary?.parts ?? [];
  expect(second?.[0]?.[0]).toBeCloseTo(111.1941, 3);
  await source
    .first()
    .locator('textarea')
    .fill('111.195, 34.781\n111.196, 34.782\n111.196, 34.781\n111.195, 34.782');
  await source.first().locator('select').selectOption('WGS84');
  await page.getByRole('button', { name: '采用这些角点' }).first().click();
  await page
    .getByText(/自相交（经度 111\.1955/u)
    .first()
    .waitFor();
  expect((await stored()).boundary?.parts).toHaveLength(2);
  // A part deleted comes back where it was, until the list is changed again.
  await page.getByRole('button', { name: '删除第 1 块边界' }).click();
  await page.locator('.pick', { hasText: '第 3 块' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '撤销删除' }).click();
  await page.locator('.pick', { hasText: '第 3 块' }).waitFor();
  await page.getByRole('button', { name: '删除第 3 块边界' }).click();
  await saidSaving(page, '已保存');

  await page.getByRole('button', { name: '添加出入口' }).click();
  const entrance = page.locator('.entrance').first();
  await entrance.getByPlaceholder('如：东门').fill('东门');
  await tap(page, [0.7, 0.5]);
  await saidSaving(page, '已保存');
  expect((await stored()).entrances).toEqual([
    { name: '东门', longitude: expect.closeTo(111.195, 2), latitude: expect.closeTo(34.781, 2) },
  ]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'console/site-layout');

  await openSection(page, 'capacity');
  await box(page, 'capacityBasis.squareMetersPerPerson').fill('2');
  await page.getByText(/测算容量 [\d,]+ 人/u).waitFor();
  await shoot(page, 'console/site-capacity');
  await openSection(page, 'design');
  await page.getByRole('radiogroup', { name: '概况' }).getByText('是').click();
  await shoot(page, 'console/site-design', true);
  await openSection(page, 'money');
  await page.getByRole('button', { name: '添加记录' }).click();
  await page.getByPlaceholder('捐助方').fill('某公司');
  await box(page, 'contributions.0.valueYuan').fill('８０,０００');
  await saidSaving(page, '已保存');
  await shoot(page, 'console/site-money');
  expect(await stored()).toMatchObject({
    capacityBasis: { squareMetersPerPerson: 2 },
    designScheme: [{ item: 'OVERVIEW', contained: 'YES' }],
    contributions: [{ donor: '某公司', valueYuan: 80_000 }],
  });
  await unit.close();

  // On a phone, in English.
  const phone = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
    locale: 'en-GB',
  });
  await go(phone.page, `/filings/${id}?section=layout`);
  await phone.page.getByText('Part 1 ·', { exact: false }).waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    PHONE.width,
  );
  expect(await seriousFindings(phone.page)).toEqual([]);
  await shoot(phone.page, 'console/site-layout-phone', true);
  await go(phone.page, `/filings/${id}?section=design`);
  await phone.page.getByText('Overview').first().waitFor();
  await shoot(phone.page, 'console/site-design-phone', true);
  await phone.close();
}, 240_000);
