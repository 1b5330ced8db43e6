import type { Page } from 'playwright-core';
import { beginFiling, box, openSection } from './at-the-console.ts';

/** Taps the map at places given as shares of its size. */
export async function tap(page: Page, ...places: [x: number, y: number][]): Promise<void> {
  const map = page.locator('.site-map');
  await map.scrollIntoViewIfNeeded();
  for (const [x, y] of places) {
    const size = await map.boundingBox();
    if (!size) throw new Error('the map is not there');
    await page.mouse.move(size.x + size.width * x, size.y + size.height * y, { steps: 2 });
    await page.mouse.down();
    await page.mouse.up();
  }
}

/** Taps the corners of a box on the map, by shares of its size, and the first one again. */
export async function drawBox(
  page: Page,
  west: number,
  north: number,
  east: number,
  south: number,
): Promise<void> {
  await tap(page, [west, north], [east, north], [east, south], [west, south], [west, north]);
}

/** Begins a filing whose place is known, and opens its layout. */
export async function beginLayout(page: Page, name: string): Promise<string> {
  const id = await beginFiling(page, name);
  await openSection(page, 'place');
  await page.getByText('GPS（WGS 84）').click();
  await box(page, 'position.longitude').fill('111.1951');
  await box(page, 'position.latitude').fill('34.7812');
  await openSection(page, 'layout');
  await page.locator('.site-map .pin').waitFor();
  return id;
}
