/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** A place in the city seat, WGS 84. */
export const HERE = { longitude: 111.19, latitude: 34.775, accuracy: 18 };
/** Luoyang, the next city to the east. */
export const OUTSIDE = { longitude: 112.45, latitude: 34.62, accuracy: 30 };

export const GPS = { geolocation: HERE, permissions: ['geolocation'] };

interface Answer {
  shelters: { shelter: { code: string; name: string }; distanceMeters: number }[];
  passedOver: { shelter: { name: string }; distanceMeters: number; reasons: { message: string }[] }[];
}

/** What the server says to the same question, asked without the page. */
export async function serverSays(
  url: string,
  { longitude, latitude }: { longitude: number; latitude: number },
  hazard: string | null = null,
): Promise<Answer> {
  const query = `query ($near: PositionInput!, $hazard: HazardType) { nearestShelters(near: $near, hazard: $hazard, first: 20) {
    shelters { shelter { code name } distanceMeters } passedOver { shelter { name } distanceMeters reasons { message } } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { near: { longitude, latitude }, hazard } }),
  });
  const { data } = (await response.json()) as { data: { nearestShelters: Answer } };
  return data.nearestShelters;
}

/** The card of the nearest shelter as it is read: its name and its distance. */
export async function nearestCard(page: Page): Promise<{ name: string; distance: string }> {
  const card = page.locator('article.nearest');
  const [name, distance] = await Promise.all([
    card.getByRole('heading', { level: 2 }).innerText(),
    card.locator('.distance .unseen').innerText(),
  ]);
  return { name: name.trim(), distance: distance.trim() };
}

/** The names on the list, the nearest first. */
export function listedNames(page: Page): Promise<string[]> {
  return page.locator('article.nearest h2, article.row h3').allInnerTexts();
}

/** Resolves when the ground of the map stands there. */
export function mapIsDrawn(page: Page): Promise<void> {
  return page.locator('.map-county').first().waitFor({ state: 'attached' });
}

/** Buttons and links of the page lower than so many pixels: what a shaking hand would miss. */
export function targetsBelow(page: Page, pixels: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('main button, main a, nav button, header button'),
    ];
    // The name of a shelter is a link too, but the whole card or line around it leads to the same.
    const own = targets.filter((target) => !target.closest('h2, h3, .item') && target.offsetParent !== null);
    return own
      .filter((target) => target.getBoundingClientRect().height < least)
      .map((target) => `${target.textContent?.trim()} ${target.getBoundingClientRect().height}`);
  }, pixels);
}
