import { readFileSync } from 'node:fs';
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
  run,
  studio,
  type,
  until,
  web,
} from './visit.js';

const asks = () => new URLSearchParams(new URL(page.url()).search);
const picture = () => cards().last().locator('.picture img');
/** A picture that has come: its width in its own units, and which layout it is. */
async function shown() {
  await picture().waitFor();
  await until('[...document.images].every((image) => image.complete)');
  return run<[number, string]>(
    `(([image]) => [image.naturalWidth, image.currentSrc.replace(/.*\\/b\\d+/, '')])([...document.querySelectorAll('.picture img')].slice(-1))`,
  );
}
/** The file that begins to come while `work` is done: its name and its text. */
async function taken(work: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent('download'), work()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), 'latin1')] as const;
}

describe('a chart', () => {
  it('stands before the words, says in words what it shows, and is kept as PNG', async () => {
    await open();
    await type('biểu đồ xi măng');
    expect(await shown()).toEqual([900, '.svg']);
    expect(await picture().getAttribute('alt')).toBe('Biểu đồ xi măng: a/b. 2020: 855; 2021: 890.');
    const order = await cards()
      .last()
      .locator('.chart, .content')
      .evaluateAll((all) => all.map((e) => e.className));
    expect(order).toEqual(['chart', 'content']);
    expect(await cards().textContent()).toContain('1,02 triệu tấn');
    const [name, bytes] = await taken(() => page.getByRole('link', { name: 'Tải ảnh PNG' }).click());
    expect([name, bytes.slice(1, 4)]).toEqual(['Biểu đồ xi măng.png', 'PNG']);
    const large = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Mở lớn' }).click();
    expect((await large).url()).toMatch(/\/chart\/b\d+\.svg$/);
    expect(faults).toEqual([]);
  });

  it('has a layout of its own on a phone, and changes with the screen', async () => {
    await open({ viewport: NARROW, touch: true, colorScheme: 'dark' });
    await type('biểu đồ xi măng');
    expect(await shown()).toEqual([344, '.narrow.svg']);
    expect(await overflow()).toBe(0);
    await page.screenshot({ path: join(PICTURES, 'narrow-dark-chart.png') });
    await page.setViewportSize({ width: 1000, height: 700 });
    await until(`document.querySelector('.picture img').currentSrc.endsWith('0.svg')`);
  });

  it('comes by its button under the words; the address tells it', async () => {
    await open();
    await type('điện thương phẩm 2021');
    await page.getByRole('button', { name: 'Biểu đồ' }).focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual([900, '.svg']);
    expect(await page.getByRole('status').textContent()).toBe(
      'Đã vẽ biểu đồ: Biểu đồ điện thương phẩm 2021: a/b',
    );
    expect(await run('document.activeElement.className')).toBe('chart');
    expect(await page.getByRole('button', { name: 'Biểu đồ' }).count()).toBe(0);
    expect(asks().get('f')).toBe('chart');
    await page.reload();
    expect(await shown()).toEqual([900, '.svg']);
    expect(faults).toEqual([]);
  });

  it('that cannot be drawn leaves the words and a line that says so; no button offers it', async () => {
    await open();
    await type('biểu đồ mục tiêu điện thương phẩm 2022');
    expect(await cards().locator('.missing').textContent()).toContain('không vẽ được biểu đồ');
    expect(await cards().textContent()).toContain('gần 930 triệu kWh');
    expect(await picture().count()).toBe(0);
    expect(await cards().getByRole('button', { name: 'Biểu đồ' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('comes with the button of a question asked back', async () => {
    await open();
    await type('biểu đồ điện 2021');
    expect(await picture().count()).toBe(0);
    await cards().getByRole('button', { name: 'Điện thương phẩm 2021' }).click();
    expect(await shown()).toEqual([900, '.svg']);
    expect([asks().get('q'), asks().get('f')]).toEqual(['điện thương phẩm 2021', 'chart']);
  });

  it('whose bytes are lost on the way says so, and comes at another try', async () => {
    await open();
    await page.route('**/chart/*.svg', (route) => route.abort());
    await type('biểu đồ xi măng');
    await page.getByText('Chưa tải được hình biểu đồ').waitFor();
    expect(await cards().textContent()).toContain('1,02 triệu tấn');
    await page.unroute('**/chart/*.svg');
    await page.getByRole('button', { name: 'Tải lại' }).click();
    expect(await shown()).toEqual([900, '.svg']);
    studio.broken = true;
    await type('điện thương phẩm 2021');
    await cards().last().getByRole('button', { name: 'Biểu đồ' }).click();
    await cards().last().getByText('Hệ thống gặp lỗi').waitFor();
    studio.broken = false;
    await cards().last().getByRole('button', { name: 'Gửi lại' }).click();
    expect(await shown()).toEqual([900, '.svg']);
    expect(await cards().last().locator('.trouble').count()).toBe(0);
  });
});

describe('a file', () => {
  it('begins to come by itself when it is asked for, and lies there with the other kind', async () => {
    await open();
    const [name, text] = await taken(() => type('xuất excel xi măng'));
    expect([name, text]).toEqual(['Số liệu xi măng.xlsx', expect.stringContaining('workbook')]);
    expect(await cards().locator('.file').textContent()).toContain('1 số liệu, kèm đơn vị');
    expect((await taken(() => page.getByRole('link', { name: 'Tải CSV' }).click()))[0]).toBe(
      'Số liệu xi măng.csv',
    );
    expect((await taken(() => type('xuất csv điện thương phẩm 2021')))[0]).toBe(
      'Số liệu điện thương phẩm 2021.csv',
    );
    expect(faults).toEqual([]);
  });

  it('does not come by itself from an address', async () => {
    await open({ path: `?q=${encodeURIComponent('xuất excel xi măng')}` });
    let came = 0;
    page.on('download', () => came++);
    await page.getByRole('link', { name: 'Tải Excel' }).waitFor();
    await page.waitForTimeout(300);
    expect(came).toBe(0);
  });

  it('of any answer is in the row under it; there is none where there are no figures', async () => {
    await open();
    await type('các sản phẩm chủ yếu năm 2021');
    const [name] = await taken(() => cards().getByRole('link', { name: 'Tải Excel' }).click());
    expect(name).toBe('Số liệu các sản phẩm chủ yếu năm 2021.xlsx');
    await type('xuất excel bia 2015');
    // The refusal says why.
    expect(await cards().last().locator('.missing').count()).toBe(0);
    expect(await cards().last().getByRole('link').count()).toBe(0);
  });
});

describe('the address of an answer', () => {
  it('of a follow-up gives the same answer to somebody else', async () => {
    await open();
    await type('xi măng');
    await type('còn điện thương phẩm 2021?');
    await cards().last().getByRole('button', { name: 'Chia sẻ' }).click();
    await page.getByText('Đã chép liên kết').first().waitFor();
    const address = await run<string>('navigator.clipboard.readText()');
    expect(address).toBe(page.url());
    await page.context().close();
    await open({ path: address.slice(web.url.length) });
    await page.getByText('890 triệu kWh').waitFor();
    expect(await page.locator('.said').textContent()).toContain('còn điện thương phẩm 2021?');
    expect(asks().get('k')).toBeTruthy();
  });

  it('of «vẽ biểu đồ» alone gives the picture', async () => {
    await open();
    await type('xi măng');
    await type('vẽ biểu đồ');
    await page.reload();
    expect(await shown()).toEqual([900, '.svg']);
    expect([asks().get('q'), asks().get('f')]).toEqual(['vẽ biểu đồ', 'chart']);
    expect(await picture().getAttribute('alt')).toContain('xi măng');
  });

  it('whose key is forgotten asks the words, and says that it does', async () => {
    await open({ path: `?q=${encodeURIComponent('xi măng')}&k=b99999&f=lạ` });
    await page.getByText('1,02 triệu tấn').waitFor();
    expect(await cards().locator('.missing').textContent()).toContain('Liên kết này đã cũ');
    expect(asks().get('k')).toBeNull();
  });

  it('can be taken by hand where nothing may be copied', async () => {
    await open();
    await type('xi măng');
    await run(
      `navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false`,
    );
    await cards().getByRole('button', { name: 'Chia sẻ' }).click();
    const address = page.getByRole('textbox', { name: 'Địa chỉ của câu trả lời' });
    expect(await address.inputValue()).toBe(page.url());
    await field().focus();
  });
});
