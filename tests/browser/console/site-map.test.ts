/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { launchBrowser, PHONE, seriousFindings, shoot } from '../support/browser.ts';
import { beginFiling, box, openSection, saidSaving, signedIn } from './at-the-console.ts';
import { beginLayout, drawBox, tap } from './at-the-map.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a corner tapped amiss is taken back, by a button or by a key', async () => {
  const { page, foreign, close } = await signedIn(browser, server, 'unit1');
  await beginLayout(page, '撤点广场');
  // The bare ground has a measure, and nobody else was asked for it.
  await page.getByText(/方格边长 \d+ 米/u).waitFor();
  expect(await page.locator('.leaflet-tile-pane .metre-grid').count()).toBe(1);
  expect(foreign).toEqual([]);
  await page.getByRole('button', { name: '在图上画边界' }).click();
  const undo = page.getByRole('button', { name: '撤销上一点' });
  const soFar = (n: number) => page.getByText(`已点 ${n} 个角点`).waitFor();
  expect((await undo.boundingBox())?.height).toBeGreaterThanOrEqual(44);

  await tap(page, [0.3, 0.3]);
  await soFar(1);
  await undo.click();
  await soFar(0);
  await tap(page, [0.3, 0.3], [0.7, 0.3], [0.9, 0.9]);
  await soFar(3);
  await undo.click();
  await soFar(2);
  await shoot(page, 'console/site-drawing');
  await tap(page, [0.7, 0.7], [0.5, 0.9], [0.2, 0.9]);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+z');
  await soFar(3);
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByText(/第 1 块 · 图上约 [\d,]+ 平方米 · 3 个角点/u).waitFor();

  await page.getByRole('button', { name: '在图上画边界' }).click();
  await tap(page, [0.1, 0.1]);
  await page.keyboard.press('Escape');
  await undo.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '在图上画边界' }).waitFor();
  await close();
}, 120_000);

test('what crosses itself or leaves the boundary is marked on the map, while it is drawn and dragged', async () => {
  const { page, close } = await signedIn(browser, server, 'unit1');
  await beginLayout(page, '出界广场');
  const [cross, over] = [page.locator('.crossing-mark'), page.locator('.site-map .reaches-over')];
  const legend = page.locator('.fault-legend');
  const gone = { state: 'hidden' } as const;

  await page.getByRole('button', { name: '在图上画边界' }).click();
  await tap(page, [0.3, 0.3], [0.7, 0.7], [0.7, 0.3], [0.3, 0.7]);
  await cross.waitFor();
  await legend.getByText('边线在此自相交').waitFor();
  await page.keyboard.press('Backspace');
  await cross.waitFor(gone);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '在图上画边界' }).click();
  await drawBox(page, 0.3, 0.3, 0.7, 0.7);
  await legend.waitFor(gone);

  // A corner dragged across: marked before it is let go, and no more once it is back.
  await page.locator('.leaflet-control-zoom-out').click();
  await page.locator('.leaflet-zoom-anim').waitFor(gone);
  const [first, , third] = await Promise.all(
    [0, 1, 2].map((nth) => page.locator('.marker-icon:not(.marker-icon-middle)').nth(nth).boundingBox()),
  );
  if (!first || !third) throw new Error('the corners are not there');
  const width = third.x - first.x;
  await page.mouse.move(first.x + 5, first.y + 5);
  await page.mouse.down();
  await page.mouse.move(third.x + width / 5, (first.y + third.y) / 2, { steps: 4 });
  await cross.waitFor();
  await page.mouse.move(first.x + 5, first.y + 5, { steps: 4 });
  await cross.waitFor(gone);
  await page.mouse.up();

  await page.getByRole('button', { name: '添加功能区' }).click();
  await page.getByRole('button', { name: '在图上画', exact: true }).click();
  await tap(page, [0.5, 0.4], [0.9, 0.4]);
  await over.waitFor({ state: 'attached' });
  await legend.getByText('分区超出边界').waitFor();
  await tap(page, [0.9, 0.6], [0.5, 0.6], [0.5, 0.4]);
  await page.locator('.site-zone.reaches-over').waitFor();
  expect(await over.evaluate((element) => getComputedStyle(element).strokeDasharray)).not.toBe('none');
  await shoot(page, 'console/site-over');
  const corner = await page.locator('.marker-icon:not(.marker-icon-middle)').first().boundingBox();
  if (!corner) throw new Error('the corner is not there');
  await page.mouse.move(corner.x + 5, corner.y + 5);
  await page.mouse.down();
  await page.mouse.move(corner.x + 25, corner.y + 25, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: '清除图形' }).click();
  await legend.waitFor(gone);
  await close();
}, 120_000);

test('on a phone every box has its name; without the map one is told, and a far point stands by the boundary', async () => {
  const unit = await signedIn(browser, server, 'unit1', {
    viewport: PHONE,
    hasTouch: true,
    // The map comes from the network alone: what stands here is what happens when it does not.
    serviceWorkers: 'block',
  });
  const { page, context } = unit;
  const isMap = /assets\/SiteMap-/u;
  await page.route(isMap, (route) => route.abort());
  await beginFiling(page, '手机广场');
  await openSection(page, 'place');
  await page.getByText('GPS（WGS 84）').click();
  await box(page, 'position.longitude').fill('111.1951');
  await box(page, 'position.latitude').fill('34.7812');
  await saidSaving(page, '已保存');
  await context.setOffline(true);
  await openSection(page, 'layout');
  await page.getByText('平面图需要联网才能打开').waitFor();
  await page.getByRole('button', { name: '在图上画边界' }).click();
  expect(await page.getByRole('button', { name: '停止绘制' }).count()).toBe(0);
  await shoot(page, 'console/site-no-map');

  const source = page.locator('details', { hasText: 'GeoJSON' }).first();
  await source.locator('summary').click();
  await source.locator('select').selectOption('WGS84');
  await source.locator('textarea').fill('111.215, 34.781\n111.216, 34.781\n111.216, 34.782');
  await source.getByRole('button', { name: '采用这些角点' }).click();
  await page.locator('.pick', { hasText: '第 1 块' }).waitFor();
  await page.unroute(isMap);
  await context.setOffline(false);
  await page.getByRole('button', { name: '刷新页面' }).click();
  await page.locator('.site-map .site-boundary').waitFor();
  const layout = page.locator('#section-layout');
  await layout.getByText('距场所边界约').waitFor();

  await page.getByRole('button', { name: '在图上画边界' }).click();
  await tap(page, [0.2, 0.4]);
  await shoot(page, 'console/site-drawing-phone');
  await page.getByRole('button', { name: '取消绘制' }).click();

  const isNamed = async (row: string, names: string[]) => {
    const labels = page.locator(row).first().locator('label');
    expect(await labels.allInnerTexts()).toEqual(names);
    for (const label of await labels.all()) {
      expect(await label.isVisible()).toBe(true);
      expect(await page.locator(`[id="${await label.getAttribute('for')}"]`).count()).toBe(1);
    }
  };
  await page.getByRole('button', { name: '添加功能区' }).click();
  await isNamed('.zone', ['功能区类型', '功能区名称', '功能区面积']);
  await page.getByRole('button', { name: '添加出入口' }).click();
  await isNamed('.entrance', ['出入口名称', '经度', '纬度', '出入口无障碍']);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'console/site-rows-phone', true);
  await layout.getByRole('button', { name: '查看主出入口坐标' }).click();
  await page.locator('#section-place').waitFor();
  await openSection(page, 'facilities');
  await page.getByRole('button', { name: '添加设施' }).click();
  await isNamed('#section-facilities .line', ['设施类型', '数量', '状态', '维护单位']);
  await shoot(page, 'console/site-facilities-phone', true);
  await unit.close();
}, 120_000);
