/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { asked, tokenOf } from '../console/at-the-console.ts';
import { givenNight as openShelters } from '../console/night-of.ts';
import { DESKTOP, launchBrowser, PHONE, seriousFindings, shoot, visit } from '../support/browser.ts';
import { GPS, targetsBelow } from './resident.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startBuiltServer({ demo: true }), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const urgent = (page: Page) => page.locator('.notice.urgent');
const exercise = (page: Page) => page.locator('.notice.exercise');

/** Activations in force; none outlives its test. */
const nights = new Set<string>();

async function givenNight(count: number, name: string) {
  const night = await openShelters(server, { count, name });
  nights.add(night.id);
  return night;
}

async function end(id: string): Promise<void> {
  nights.delete(id);
  await asked(
    server,
    `mutation ($id: ID!) { closeActivation(id: $id, reason: "险情解除") { id } }`,
    { id },
    await tokenOf(server, 'hubin-gov'),
  );
}

afterEach(async () => {
  for (const id of nights) await end(id);
});

const NIGHTS = [
  ['phone', PHONE, 'zh-CN'],
  ['phone', PHONE, 'en'],
  ['desktop', DESKTOP, 'zh-CN'],
  ['desktop', DESKTOP, 'en'],
] as const;

describe.each(NIGHTS)('on a %s', (device, viewport, language) => {
  it(`leads from the banner to the announcement, its shelters and its CAP message, in ${language}`, async () => {
    const night = await givenNight(2, '湖滨区 5.2 级地震');
    const seen = await visit(browser, server.url, { ...GPS, viewport });
    const { page } = seen;
    const [chinese, english] = ['湖滨区启用 2 处应急避难场所', 'opens 2 emergency shelters'];
    const [own, other] = language === 'en' ? [english, chinese] : [chinese, english];
    const words = (zh: string, en: string) => (language === 'en' ? en : zh);
    await page.goto('/');
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await urgent(page).getByText(own).waitFor();
    // The demo's exercise does not stand in the way of what is real.
    expect(await exercise(page).count()).toBe(0);
    await page.locator('.data').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `map/announced-home-${device}-${language}`);

    await page
      .locator('main')
      .getByRole('link', { name: words('公告', 'Announcements'), exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: words('公告', 'Announcements') }).waitFor();
    const rows = page.locator('li.row');
    await rows.first().getByText(own).waitFor();
    await rows.first().getByText(words('生效中', 'In force')).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `map/announcements-${device}-${language}`, true);
    const feed = await page.getByRole('link', { name: 'Atom' }).getAttribute('href');
    expect(await (await fetch(server.url + feed)).text()).toContain(night.number);

    await rows.first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: own }).waitFor();
    await page.locator('section.other').getByText(other).first().waitFor();
    const text = await page.locator('main').innerText();
    for (const told of [night.number, words('湖滨区', 'Hubin'), '湖滨区 5.2 级地震', '119'])
      expect(text).toContain(told);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `map/announcement-${device}-${language}`, true);
    const cap = await page.getByRole('link', { name: 'CAP' }).getAttribute('href');
    expect(await (await fetch(server.url + cap)).text()).toContain(
      `<identifier>${night.number}-1</identifier>`,
    );

    const name = night.shelters.nodes[0]?.shelter.name ?? '';
    await page.locator('main').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText(words('已决定启用', 'Decided')).first().waitFor();
    expect([seen.foreign, seen.errors]).toEqual([[], []]);
    await seen.close();
  }, 60_000);
});

describe('on a phone left open', () => {
  it('hears by itself that an activation is decided and that it has ended, and says since when', async () => {
    const { page, errors, close } = await visit(browser, server.url, GPS);
    await page.clock.install();
    await page.goto('/');
    await page.locator('.data').waitFor();
    await page.evaluate(() => Reflect.set(window, 'stayed', true));
    // The demo's own exercise, marked so in words.
    await exercise(page).getByText('演练', { exact: true }).waitFor();
    await exercise(page).getByText('没有发生真实灾情').waitFor();
    await shoot(page, 'map/announced-exercise-phone');
    const night = await givenNight(1, '夜间地震');
    expect(await urgent(page).count()).toBe(0);
    await page.clock.fastForward('05:00');
    await urgent(page).getByText('湖滨区启用 1 处应急避难场所').waitFor();
    await urgent(page).getByText('只列正在开放的场所').waitFor();
    expect(await exercise(page).count()).toBe(0);

    await end(night.id);
    await page.clock.fastForward('00:31');
    await page.locator('.notice.ended').getByText('湖滨区结束应急避难场所启用').waitFor();
    await urgent(page).waitFor({ state: 'detached' });
    await page.locator('.notice.ended').getByText('启用过的场所不再接收新到人员').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/announced-ended-phone');
    await page.locator('.notice.ended').getByRole('link').click();
    await page.getByText(/本次启用已于 \d{4}年\d+月\d+日 \d\d:\d\d 结束/u).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/announcement-ended-phone', true);
    await page.getByRole('link', { name: '公告', exact: true }).click();
    await page
      .locator('li.is-over')
      .first()
      .getByText(/已结束 \d{4}年/u)
      .waitFor();
    expect(await page.locator('li.row').first().getAttribute('class')).not.toContain('is-over');
    await shoot(page, 'map/announcements-ended-phone', true);
    expect(await page.evaluate(() => Reflect.get(window, 'stayed') as unknown)).toBe(true);
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  it('reads what is in force without a network, with its age; what it never read it says so', async () => {
    await givenNight(1, '断网地震');
    const { page, context, close } = await visit(browser, server.url, GPS);
    await page.clock.install();
    await page.goto('/');
    await urgent(page).getByText('湖滨区启用 1 处应急避难场所').waitFor();
    await page.waitForFunction(() =>
      localStorage.getItem('shelter-map:1:announcements-read')?.includes('断网地震'),
    );
    await context.setOffline(true);
    await page.clock.fastForward('20:00');
    await urgent(page)
      .getByText(/没有新消息：以上是\d+ 分钟前收到的/u)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/announced-offline-phone');
    // Never opened on this phone, yet fetched whole because it is in force.
    await urgent(page).getByRole('link').first().click();
    await page.getByText('因“断网地震”').first().waitFor();
    await page.getByText('没有网络。显示的是').waitFor();
    await page.getByRole('link', { name: '公告', exact: true }).click();
    await page.locator('li.row').first().getByText('湖滨区启用 1 处应急避难场所').waitFor();
    await page.getByText('没有网络。显示的是').waitFor();
    await shoot(page, 'map/announcements-offline-phone');

    await page.goto('/#/a/none-1');
    await page.getByText('没有网络，这部手机上也没有存过').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: '没有找到这条公告' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/announcement-none-phone');
    await close();
  }, 60_000);

  it('is large enough for every thumb, more so for elders, and at night', async () => {
    const night = await givenNight(1, '长辈版地震');
    const { page, close } = await visit(browser, server.url, { ...GPS, colorScheme: 'dark' });
    await page.goto('/');
    await urgent(page).waitFor();
    const pages = ['/#/', '/#/a', `/#/a/${night.number}-1`];
    for (const elder of [false, true]) {
      if (elder) await page.getByRole('button', { name: '长辈版' }).click();
      for (const [place, address] of pages.entries()) {
        await page.goto(address);
        await page
          .locator(['.notice.urgent', 'li.row', 'section.todo'][place] ?? '')
          .first()
          .waitFor();
        expect(await targetsBelow(page, elder ? 60 : 44)).toEqual([]);
        expect(await seriousFindings(page)).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over).toBeLessThanOrEqual(0);
        if (elder) await shoot(page, `map/announced-elder-${place}-phone`, true);
      }
    }
    await close();
  }, 60_000);
});

it('says that nothing was announced, and holds its place while it waits', async () => {
  const quiet = await startBuiltServer();
  try {
    const { page, close } = await visit(browser, quiet.url);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/graphql', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/#/a');
    await page.locator('.skeleton').waitFor();
    await shoot(page, 'map/announcements-waiting-phone');
    release();
    await page.getByText('目前没有公告').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'map/announcements-empty-phone');
    await close();
  } finally {
    await quiet.stop();
  }
}, 180_000);
