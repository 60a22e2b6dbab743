import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cards,
  faults,
  field,
  NARROW,
  open,
  overflow,
  PICTURES,
  page,
  query,
  run,
  talker,
  type,
} from './visit.js';

const openList = () => page.getByRole('button', { name: 'Lịch sử' }).click();
const list = () => page.getByRole('dialog', { name: 'Đã hỏi' });
const entries = () => list().locator('.past-question').allTextContents();
const STORED = `localStorage.getItem('solieu.history')`;

describe('what was asked in this browser', () => {
  it('is listed newest first, once each, over a reload; a tap asks it again', async () => {
    await open({ viewport: NARROW, touch: true });
    for (const text of ['xi măng', 'bia 2015', 'xi măng']) await type(text);
    await cards().last().getByRole('button', { name: 'Năm 2020' }).tap();
    await cards().last().locator('.crumb').waitFor();
    await page.goto(page.url().replace(/\?.*/, ''));
    await openList();
    expect(await entries()).toEqual(['Năm 2020', 'xi măng', 'bia 2015']);
    expect(await list().locator('.past-about').nth(1).textContent()).toBe(
      'Xi măng · Lạng Sơn · năm 2021 · sản lượng',
    );
    expect(await overflow()).toBe(0);
    await page.screenshot({ path: join(PICTURES, 'narrow-light-past.png') });
    await list().getByRole('button', { name: 'bia 2015' }).tap();
    await page.getByText('Chưa có số liệu bia năm 2015').waitFor();
    expect(await list().isHidden()).toBe(true);
    expect(query()).toBe('bia 2015');
    // The arrows know them as well.
    await field().press('ArrowUp');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('Năm 2020');
    await field().press('Escape');
    expect(await field().inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  it('is cleared after a second word: list, page, arrows, and the conversation', async () => {
    await open({ colorScheme: 'dark' });
    await type('xi măng');
    await openList();
    await list().getByRole('button', { name: 'Xoá lịch sử' }).click();
    expect(await list().getByRole('button', { name: 'Xoá lịch sử' }).isHidden()).toBe(true);
    await page.screenshot({ path: join(PICTURES, 'desk-dark-past.png') });
    await list().getByRole('button', { name: 'Giữ lại' }).click();
    expect(await entries()).toEqual(['xi măng']);
    await list().getByRole('button', { name: 'Xoá lịch sử' }).click();
    await Promise.all([
      page.waitForResponse('**/api/forget'),
      list().getByRole('button', { name: 'Xoá hết' }).click(),
    ]);
    expect(await run(STORED)).toBeNull();
    expect(await cards().count()).toBe(0);
    expect(query()).toBeNull();
    expect(await page.locator('#welcome').isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('Đã xoá lịch sử.');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('');
    await type('bia 2015');
    const [before, after] = talker.heard.map((h) => h.key);
    expect(before).not.toBe(after);
    await openList();
    expect(await entries()).toEqual(['bia 2015']);
  });

  it('opens and closes by keyboard and gives the focus back', async () => {
    await open();
    await page.getByRole('button', { name: 'Lịch sử' }).focus();
    await page.keyboard.press('Enter');
    expect(await list().textContent()).toContain('Chưa có câu hỏi nào.');
    await page.keyboard.press('Escape');
    expect(await list().isHidden()).toBe(true);
    expect(await run('document.activeElement.id')).toBe('past-open');
    // A click beside it closes it, too.
    await page.keyboard.press('Enter');
    await page.mouse.click(5, 300);
    expect(await list().isHidden()).toBe(true);
  });

  it('may be anything that lies in the store: what is not ours is passed over, the rest is text', async () => {
    await open();
    for (const stored of ['{', 'null', '{"a":1}', '[1,null,{"question":7},{"question":""}]']) {
      await run(`localStorage.setItem('solieu.history', ${JSON.stringify(stored)})`);
      await page.reload();
      await openList();
      expect([stored, await entries()]).toEqual([stored, []]);
    }
    await run(
      `localStorage.setItem('solieu.history', '[{"question":"<img src=x onerror=alert(1)>","about":[],"form":{}}]')`,
    );
    await page.reload();
    await openList();
    expect(await entries()).toEqual(['<img src=x onerror=alert(1)>']);
    expect(await list().locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is not kept where the browser keeps nothing, and the page works', async () => {
    await open();
    await run(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
    await type('xi măng');
    expect(await cards().textContent()).toContain('1,02 triệu tấn');
    expect(faults).toEqual([]);
  });
});

describe('the way back', () => {
  it('leads to earlier answers on the page, of buttons too, and on again', async () => {
    await open();
    await type('điện thương phẩm 2021');
    await cards().first().getByRole('button', { name: 'Mục tiêu 2022' }).click();
    await cards().first().getByText('gần 930 triệu kWh').waitFor();
    await type('xi măng');
    await page.goBack();
    expect([query(), await page.title()]).toEqual([
      'mục tiêu điện thương phẩm 2022',
      'mục tiêu điện thương phẩm 2022 – Số liệu',
    ]);
    await page.goBack();
    await cards().first().getByText('890 triệu kWh').waitFor();
    expect(await cards().count()).toBe(2);
    expect(query()).toBe('điện thương phẩm 2021');
    expect(await page.getByRole('status').textContent()).toBe('Đã trở lại: điện thương phẩm 2021');
    // What is typed now leans on the answer that is shown.
    await type('biểu đồ');
    expect(await cards().last().locator('.picture img').getAttribute('alt')).toContain(
      'điện thương phẩm 2021',
    );
    await page.goBack();
    await page.goBack();
    expect(query()).toBeNull();
    expect(await page.locator('#welcome').isVisible()).toBe(true);
    await page.goForward();
    expect(query()).toBe('điện thương phẩm 2021');
    expect(await page.locator('#welcome').isHidden()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('asks again what an earlier load of the page showed', async () => {
    await open();
    await type('xi măng');
    await type('bia 2015');
    await page.reload();
    await page.getByText('Chưa có số liệu bia năm 2015').waitFor();
    await page.goBack();
    await page.getByText('1,02 triệu tấn').waitFor();
    expect(await cards().count()).toBe(2);
    await page.goForward();
    expect(await cards().count()).toBe(2);
    expect(query()).toBe('bia 2015');
  });
});
