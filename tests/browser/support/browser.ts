/// <reference lib="dom" />
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import axe, { type AxeResults } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

const ROOT = join(import.meta.dirname, '../../..');
const SHOTS = join(ROOT, 'tests/browser/shots');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** A real browser that can write Chinese: `CHROMIUM_PATH` when set, else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] || (await sparticuz.executablePath());
  return chromium.launch({
    executablePath,
    // The default arguments of the package switch web security off; a test must not.
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: await writeFontsConf() },
  });
}

/** A page of its own, and what it did besides showing itself: calls to other hosts, errors of its scripts. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly foreign: string[];
  readonly errors: string[];
  close(): Promise<void>;
}

/** Opens a fresh context and page that notes every foreign request and every script error. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  const [foreign, errors]: [string[], string[]] = [[], []];
  const { host } = new URL(url);
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (/^(https?|wss?):$/u.test(address.protocol) && address.host !== host) foreign.push(request.url());
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, context, foreign, errors, close: () => context.close() };
}

const DEMANDED = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Findings of axe (WCAG 2.0 to 2.2, A and AA) that are serious or worse, one line each. Our pages have no frames: it is
 * loaded once a page and tells what is wrong only, in a third of the time of the general way.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const loaded = window as unknown as { axe: { run(...asked: unknown[]): Promise<AxeResults> } };
    const { violations } = await loaded.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  }, DEMANDED);
}

/** Writes a picture to `tests/browser/shots/{name}.png` (not kept in git), for people to look at. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  const path = join(SHOTS, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}

async function writeFontsConf(): Promise<string> {
  const fonts = join(ROOT, 'node_modules/@embedpdf/fonts-sc/fonts');
  const path = join(tmpdir(), `shelter-fonts-${process.getuid?.() ?? 0}.conf`);
  const conf = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(tmpdir(), 'shelter-fonts-cache')}</cachedir></fontconfig>`;
  await writeFile(path, conf);
  return path;
}
