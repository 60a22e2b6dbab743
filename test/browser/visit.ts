import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startWeb, type Web } from '../../src/channel/web/index.js';
import { fakeButtons, fakeLog, fakeStudio, fakeTalker } from '../channel/web/fake.js';
import { launchChromium } from '../support/chromium.js';

/** A visit to the page in a real Chromium: importing this file starts both, anew for each test. */

export const SUGGESTIONS = ['Điện thương phẩm 2021', 'Xi măng', 'Các sản phẩm chủ yếu năm 2021', 'Bia 2015'];
export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 360, height: 640 };
export const DESK = { width: 1280, height: 800 };
/** Pictures to look at. */
export const PICTURES = process.env.PICTURES ?? mkdtempSync(join(tmpdir(), 'solieu-page-'));

export let browser: Browser;
export let web: Pick<Web, 'url' | 'stop'>;
export let page: Page;
export let talker: ReturnType<typeof fakeTalker>;
export let studio: ReturnType<typeof fakeStudio>;
export let faults: string[];
let foreign: string[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** The page over replies of the tests' own. */
let start = (): Promise<typeof web> => {
  talker = fakeTalker();
  studio = fakeStudio();
  const [buttons, log] = [fakeButtons(), fakeLog()];
  return startWeb({ port: 0, host: '127.0.0.1', talker, buttons, studio, log, suggestions: SUGGESTIONS });
};

/** Another server for the tests of a file; call it at the top level. */
export function serveBy(other: typeof start): void {
  start = other;
}

beforeEach(async () => {
  web = await start();
});

afterEach(async () => {
  await page.context().close();
  await web.stop();
  // Whatever a test does, the page stays at home.
  expect(foreign).toEqual([]);
});

export interface Visit {
  readonly path?: string;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly touch?: boolean;
}

export async function open({ path = '', viewport = DESK, colorScheme = 'light', touch = false }: Visit = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: touch ? 2 : 1,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  faults = [];
  foreign = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') faults.push(m.text());
  });
  page.on('pageerror', (e) => faults.push(String(e)));
  page.on('request', (r) => {
    if (!r.url().startsWith(web.url)) foreign.push(r.url());
  });
  await page.goto(web.url + path);
}

export const field = () => page.getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
export const cards = () => page.getByRole('article');

export async function type(text: string) {
  const before = await cards().count();
  await field().fill(text);
  await field().press('Enter');
  await cards().nth(before).and(page.locator('[aria-busy=false]')).waitFor();
}

export const run = <T>(code: string) => page.evaluate(code) as Promise<T>;
/** Waits for an expression to be true; the page's own policy forbids Playwright's way of looking for it. */
export const until = (code: string) => expect.poll(() => run(code), { timeout: 10_000 }).toBe(true);
export const overflow = () =>
  run<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
export const query = () => new URL(page.url()).searchParams.get('q');
