import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { type House, openHouse } from '../../src/wire.js';
import { fakeLog } from '../channel/web/fake.js';
import {
  cards,
  DESK,
  faults,
  NARROW,
  open,
  overflow,
  PICTURES,
  page,
  run,
  serveBy,
  type,
  until,
} from './visit.js';

// The page over the program's own engine, figures and drawing thread.
const folder = mkdtempSync(join(tmpdir(), 'solieu-house-'));
let house: House | null = null;
let url = '';
serveBy(async () => {
  if (!house) {
    const config = readConfig({ WEB_PORT: '0', SOLIEU_DB: join(folder, 'store.db') });
    const say = (line: string) => {
      url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? url;
    };
    const log = { ...fakeLog(), fatal: () => {} } as unknown as Parameters<typeof openHouse>[1]['log'];
    house = await openHouse(config, { log, say, now: Date.now });
  }
  return { url: `${url}/`, stop: async () => {} };
});
afterAll(async () => {
  await house?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const drawn = async () => {
  await until(`[...document.images].every((image) => image.complete && image.naturalWidth > 0)`);
  return cards().last().locator('.picture img').getAttribute('alt');
};
const taken = async (work: () => Promise<unknown>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), work()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), 'latin1')] as const;
};

describe.each([
  { name: 'phone', viewport: NARROW, touch: true, colorScheme: 'light' },
  { name: 'desk', viewport: DESK, touch: false, colorScheme: 'dark' },
] as const)('a newcomer on a $name', ({ name, ...screen }) => {
  it('goes from a suggestion to a chart, a workbook and a follow-up', async () => {
    await open(screen);
    const shoot = (what: string) => page.screenshot({ path: join(PICTURES, `house-${name}-${what}.png`) });
    await shoot('1-start');
    await page.getByRole('button', { name: 'Sản lượng điện 2021' }).click();
    await page.getByText('890 triệu kWh').first().waitFor();
    await cards().getByRole('button', { name: 'Biểu đồ' }).click();
    await cards().locator('.picture').waitFor();
    expect(await drawn()).toContain('2021: 890 triệu kWh');
    await shoot('2-drawn');

    await type('biểu đồ xi măng cả nước 2005–2015');
    expect(await drawn()).toContain('2015: 67.645 nghìn tấn');
    await shoot('3-chart');
    const [png, bytes] = await taken(() => cards().last().getByRole('link', { name: 'Tải ảnh PNG' }).click());
    expect([png, bytes.slice(1, 4)]).toEqual(['Xi măng, sản lượng, cả nước.png', 'PNG']);

    const [xlsx, zip] = await taken(() => type('xuất Excel các sản phẩm Lạng Sơn năm 2021'));
    expect([xlsx.slice(-5), zip.slice(0, 2)]).toEqual(['.xlsx', 'PK']);
    await shoot('4-file');

    await type('sản lượng điện 2021');
    await type('còn gạch?');
    expect(await cards().last().textContent()).toContain('244 triệu viên');
    await type('vẽ biểu đồ');
    expect(await drawn()).toContain('2021: 244 triệu viên');
    await shoot('5-follow-up');
    expect(await overflow()).toBe(0);
    // The same for whoever opens its address.
    const address = page.url();
    // By itself a picture brings its letters along, and the policy lets it.
    const wide = await cards()
      .last()
      .getByRole('link', { name: /Mở lớn/ })
      .getAttribute('href');
    await page.goto(`${url}/${wide}`);
    await until(`document.fonts.size === 2 && [...document.fonts].every((f) => f.status === 'loaded')`);
    await page.context().close();
    await open({ ...screen, path: address.slice(url.length + 1) });
    await cards().locator('.picture').waitFor();
    expect(await drawn()).toContain('2021: 244 triệu viên');
    expect(faults).toEqual([]);
  });
});

describe('an empty page', () => {
  it('suggests what can be answered, whatever was asked before', async () => {
    await open();
    const chips = await page.locator('#suggestions button').allTextContents();
    for (const [i, chip] of chips.entries()) {
      await page.goto(`${url}/`);
      await page.getByRole('button', { name: chip }).click();
      await cards().and(page.locator('[aria-busy=false]')).waitFor();
      expect([chip, await cards().getAttribute('data-outcome')]).toEqual([
        chip,
        expect.stringMatching(/answer|assumed/),
      ]);
      await type(i % 2 === 0 ? 'xi măng cả nước 2015' : 'than 2016');
    }
    expect(await run('document.querySelectorAll(".missing").length')).toBe(0);
  });
});

describe('a long answer', () => {
  it('shows its beginning, and all of it on request, by keyboard too', async () => {
    await open({ viewport: NARROW, touch: true });
    await type('xếp hạng các tỉnh theo IIP 2015');
    const rows = cards().locator('tbody tr');
    const standing = () =>
      rows.evaluateAll((all) => all.filter((row) => row.getClientRects().length > 0).length);
    expect([await rows.count(), await standing()]).toEqual([63, 12]);
    await page.getByRole('button', { name: 'Xem đủ 63 dòng' }).press('Enter');
    expect(await standing()).toBe(63);
    expect(await run('document.activeElement.textContent')).toBe(await rows.nth(12).textContent());
    expect(await page.getByRole('button', { name: /Xem đủ/ }).count()).toBe(0);
    await type('Các sản phẩm cả nước năm 2015');
    const items = cards().last().locator('.list > li');
    expect(await items.last().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await items.last().isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});
