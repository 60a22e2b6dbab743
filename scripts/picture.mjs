// Draws docs/trang-web.png: the page on a phone, in words light, with a chart dark, from the real server.
// Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium); talks to nobody but this machine.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'docs/trang-web.png');
const PHONE = { width: 390, height: 844 };
const SAID = {
  light: ['Mục tiêu xi măng 2022', 'còn gạch?'],
  dark: ['Biểu đồ xi măng cả nước 2005–2015'],
};

const folder = mkdtempSync(join(tmpdir(), 'solieu-picture-'));
const server = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
  env: {
    ...process.env,
    TELEGRAM_BOT_TOKEN: '',
    WEB_HOST: '',
    WEB_PORT: '0',
    SOLIEU_DB: join(folder, 'store.db'),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});

async function address() {
  let out = '';
  for await (const chunk of server.stdout) {
    out += chunk;
    const url = /http:\/\/localhost:\d+/.exec(out)?.[0];
    if (url) return url;
  }
  throw new Error(`the server did not start\n${out}`);
}

async function talk(browser, url, colorScheme) {
  const context = await browser.newContext({
    viewport: PHONE,
    colorScheme,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  const cards = page.getByRole('article');
  for (const [i, text] of SAID[colorScheme].entries()) {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('textbox').press('Enter');
    await cards.nth(i).and(page.locator('[aria-busy=false]')).waitFor();
  }
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  await page.waitForTimeout(500);
  const picture = await page.screenshot();
  await context.close();
  return picture.toString('base64');
}

let browser;
try {
  const url = await address();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const [light, dark] = [await talk(browser, url, 'light'), await talk(browser, url, 'dark')];
  const frame = (picture) =>
    `<img width="${PHONE.width}" height="${PHONE.height}" src="data:image/png;base64,${picture}">`;
  const page = await browser.newPage({
    viewport: { width: PHONE.width * 2 + 60, height: PHONE.height + 40 },
    deviceScaleFactor: 1.5,
  });
  await page.setContent(
    `<style>body{margin:0;padding:20px;display:flex;gap:20px;background:#8a94a3}img{border-radius:18px}</style>${frame(light)}${frame(dark)}`,
  );
  await page.screenshot({ path: TARGET });
  console.log(TARGET);
} finally {
  await browser?.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
