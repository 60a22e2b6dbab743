import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../channel/web/fake.js';
import {
  cards,
  DESK,
  faults,
  field,
  NARROW,
  open,
  overflow,
  PHONE,
  PICTURES,
  page,
  query,
  run,
  SUGGESTIONS,
  talker,
  type,
  until,
} from './visit.js';

describe('asking', () => {
  it('by typing and Enter gives a card: outcome, figure, small print with a safe link', async () => {
    await open();
    await type('điện thương phẩm 2021');
    const card = cards().last();
    expect(await card.locator('.outcome').textContent()).toContain('Trả lời');
    expect(await card.locator('.lead .figure').textContent()).toBe('890 triệu kWh');
    const link = card.locator('.content').getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://example.org/bao-cao-2021');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await field().inputValue()).toBe('');
    expect(await page.locator('#welcome').isHidden()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('by the send button, and an empty field sends nothing', async () => {
    await open();
    await page.getByRole('button', { name: 'Gửi' }).click();
    await field().fill('   ');
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(talker.heard).toEqual([]);
    await field().fill('xi măng');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await cards().locator('.figure').waitFor();
    expect(talker.heard.map((h) => h.text)).toEqual(['xi măng']);
  });

  it('by tapping a suggestion', async () => {
    await open({ viewport: PHONE, touch: true });
    expect(await page.locator('#suggestions button').allTextContents()).toEqual(SUGGESTIONS);
    await page.getByRole('button', { name: 'Điện thương phẩm 2021' }).tap();
    await page.getByText('890 triệu kWh').waitFor();
    expect(query()).toBe('Điện thương phẩm 2021');
  });

  it('by an address, which follows the conversation', async () => {
    await open({ path: '?q=xi%20m%C4%83ng' });
    await page.getByText('1,02 triệu tấn').waitFor();
    expect(await page.title()).toBe('xi măng – Số liệu');
    await type('bia 2015');
    expect(query()).toBe('bia 2015');
    await page.reload();
    await page.getByText('Chưa có số liệu bia năm 2015').waitFor();
    expect(await cards().count()).toBe(1);
  });

  it('keeps line ends of Shift+Enter, and one conversation', async () => {
    await open();
    await field().pressSequentially('xi măng');
    await field().press('Shift+Enter');
    await field().pressSequentially('than');
    await field().press('Enter');
    await cards().locator('.outcome').waitFor();
    await type('xi măng');
    expect(talker.heard.map((h) => h.text)).toEqual(['xi măng\nthan', 'xi măng']);
    expect(new Set(talker.heard.map((h) => h.key)).size).toBe(1);
  });

  it('does not send while an input method is composing', async () => {
    await open();
    await field().fill('xi mang');
    await run(
      `document.getElementById('question').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`,
    );
    expect(talker.heard).toEqual([]);
  });

  it('names each outcome in words', async () => {
    await open();
    for (const text of ['điện thương phẩm 2021', 'xi măng', 'điện 2021', 'bia 2015']) await type(text);
    expect(await page.locator('.outcome').allTextContents()).toEqual([
      '✓Trả lời',
      '≈Có giả định',
      '?Cần hỏi lại',
      '–Chưa trả lời được',
    ]);
  });
});

describe('a button', () => {
  it('replaces its card in place, is announced, and moves the address', async () => {
    await open();
    await type('điện thương phẩm 2021');
    await type('xi măng');
    await cards().first().getByRole('button', { name: 'Mục tiêu 2022' }).click();
    await cards().first().getByText('gần 930 triệu kWh').waitFor();
    expect(await cards().count()).toBe(2);
    expect(await cards().first().textContent()).not.toContain('890 triệu kWh');
    expect(await cards().last().textContent()).toContain('1,02 triệu tấn');
    expect(await page.getByRole('status').textContent()).toBe('Đã đổi câu trả lời: Mục tiêu 2022');
    expect(query()).toBe('mục tiêu điện thương phẩm 2022');
    await cards().first().getByRole('button', { name: 'Thực hiện 2021' }).click();
    await cards().first().getByText('890 triệu kWh').waitFor();
    expect(faults).toEqual([]);
  });

  it('leaves a way back in its card, and the conversation goes on from there', async () => {
    await open();
    await type('điện thương phẩm 2021');
    expect(await page.getByRole('button', { name: 'Trở lại' }).count()).toBe(0);
    await cards().getByRole('button', { name: 'Mục tiêu 2022' }).click();
    await cards().getByText('gần 930 triệu kWh').waitFor();
    await page.getByRole('button', { name: 'Trở lại' }).click();
    await cards().getByText('890 triệu kWh').waitFor();
    expect(query()).toBe('điện thương phẩm 2021');
    expect(await page.getByRole('button', { name: 'Trở lại' }).count()).toBe(0);
    await expect.poll(() => talker.heard.length).toBe(3);
    await page.goBack();
    await cards().getByText('gần 930 triệu kWh').waitFor();
    expect(faults).toEqual([]);
  });

  it('that is no longer known says so and leaves the answer', async () => {
    await open();
    await type('xi măng');
    await page.route('**/api/press', (route) =>
      route.fulfill({ status: 404, json: { error: 'Nút này đã cũ, không dùng được nữa.' } }),
    );
    await cards().getByRole('button', { name: 'Năm 2020' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Nút này đã cũ');
    expect(await page.getByRole('alert').getByRole('button').count()).toBe(0);
    expect(await cards().textContent()).toContain('1,02 triệu tấn');
  });
});

describe('the keyboard alone', () => {
  it('asks, goes to a button, presses it, stays in the card and comes back', async () => {
    await open();
    const focused = () => run<string>('document.activeElement.className || document.activeElement.tagName');
    expect(await focused()).toBe('question');
    await page.keyboard.type('điện thương phẩm 2021');
    await page.keyboard.press('Enter');
    await page.getByText('890 triệu kWh').waitFor();
    expect(await focused()).toBe('question');
    // Back over what can be taken (address, CSV, Excel, picture) and the answer's buttons: the last, …, the first.
    for (let i = 0; i < 7; i++) await page.keyboard.press('Shift+Tab');
    expect(await run('document.activeElement.textContent')).toBe('Mục tiêu 2022');
    const ring = 'getComputedStyle(document.activeElement).outlineStyle';
    expect(await run(ring)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByText('gần 930 triệu kWh').waitFor();
    await until('document.activeElement.classList.contains("card")');
    await page.keyboard.press('Tab');
    expect(await run('document.activeElement.textContent')).toBe('◀ Trở lại');
    await page.keyboard.press('Tab');
    expect(await run('document.activeElement.textContent')).toBe('Thực hiện 2021');
    // Anywhere on the page, Escape leads back to the field.
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('question');
  });

  it('recalls earlier questions with the arrows, never over own text', async () => {
    await open();
    await type('xi măng');
    await type('bia 2015');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('bia 2015');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('xi măng');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('xi măng');
    await field().press('ArrowDown');
    await field().press('ArrowDown');
    expect(await field().inputValue()).toBe('');
    await field().fill('than');
    await field().press('ArrowUp');
    expect(await field().inputValue()).toBe('than');
  });
});

describe('what comes from elsewhere', () => {
  it('is shown as text, markup and all', async () => {
    await open();
    const text = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1"><b>xi măng</b>`;
    await type(text);
    const card = cards().last();
    expect(await card.locator('.lead strong').textContent()).toBe(text);
    expect(await card.locator('tbody th').textContent()).toBe(text);
    expect(await page.locator('.said').textContent()).toContain(text);
    expect(await page.locator('main script, main img, main b').count()).toBe(0);
    expect(await run('window.hacked')).toBeUndefined();
    expect(faults).toEqual([]);
  });

  it('from the address is shown as text too', async () => {
    await open({ path: `?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}` });
    await cards().locator('.outcome').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('opens only https sources', async () => {
    await open();
    await type('nguồn lạ');
    expect(await cards().locator('.content').getByRole('link').count()).toBe(1);
    expect(await cards().locator('.note').textContent()).toContain('Xấu và cũ và tốt');
  });

  it('cannot become markup even by a fault of ours', async () => {
    await open();
    await expect(run(`document.body.innerHTML = '<p>x</p>'`)).rejects.toThrow(/TrustedHTML/);
  });
});

describe('a table', () => {
  it('is a real one, with caption, scopes and figures to the right', async () => {
    await open();
    await type('các sản phẩm chủ yếu năm 2021');
    const table = page.getByRole('table', { name: 'Sản phẩm công nghiệp chủ yếu · Lạng Sơn · năm 2021' });
    expect(await table.locator('thead th[scope=col]').count()).toBe(5);
    expect(await table.locator('tbody th[scope=row]').count()).toBe(6);
    expect(await table.getByRole('cell', { name: '890 triệu kWh' }).getAttribute('class')).toBe('number');
  });
});

describe('a wide table on a phone', () => {
  it('scrolls in its own box, by keyboard too, its first column in view; the page stays', async () => {
    await open({ viewport: NARROW, touch: true });
    await type('các sản phẩm chủ yếu năm 2021');
    const box = page.locator('.scroll-box');
    await page.locator('.scroll-box.has-more').waitFor();
    expect(await box.getAttribute('tabindex')).toBe('0');
    await run(`document.querySelector('.scroll-box').scrollTo(9999, 0)`);
    await page.locator('.scroll-box:not(.has-more)').waitFor();
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
    expect(Math.abs((await left('tbody th')) - (await left('.scroll-box')))).toBeLessThan(2);
    expect(await overflow()).toBe(0);
    await page.screenshot({ path: join(PICTURES, 'narrow-table-scrolled.png') });
    await page.setViewportSize(DESK);
    await page.locator('.scroll-box:not([tabindex])').waitFor();
  });
});

describe('without a network', () => {
  it('keeps the question, says so, and sends again', async () => {
    await open();
    await page.context().setOffline(true);
    await type('điện thương phẩm 2021');
    expect(await page.getByRole('alert').textContent()).toContain('Mất kết nối mạng');
    expect(await page.locator('.said').textContent()).toContain('điện thương phẩm 2021');
    await page.screenshot({ path: join(PICTURES, 'offline-desk.png') });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await page.getByText('890 triệu kWh').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(talker.heard.map((h) => h.text)).toEqual(['điện thương phẩm 2021']);
  });

  it('keeps the answer whose button failed, and presses again', async () => {
    await open({ viewport: PHONE, touch: true, colorScheme: 'dark' });
    await type('điện thương phẩm 2021');
    await page.context().setOffline(true);
    await cards().getByRole('button', { name: 'Mục tiêu 2022' }).tap();
    await page.getByRole('alert').waitFor();
    expect(await cards().textContent()).toContain('890 triệu kWh');
    await page.screenshot({ path: join(PICTURES, 'offline-phone-dark.png') });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Gửi lại' }).tap();
    await cards().getByText('gần 930 triệu kWh').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('tells a fault of the server apart', async () => {
    await open();
    await type('hỏng');
    expect(await page.getByRole('alert').textContent()).toContain('Hệ thống gặp lỗi');
    expect(await page.getByRole('button', { name: 'Gửi lại' }).isVisible()).toBe(true);
    await page.route('**/api/ask', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
    await type('xi măng');
    expect(await page.getByRole('alert').last().textContent()).toContain('Máy chủ đang gặp sự cố');
  });
});

const SCREENS = [
  { name: 'narrow-light', viewport: NARROW, colorScheme: 'light', touch: true },
  { name: 'phone-light', viewport: PHONE, colorScheme: 'light', touch: true },
  { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark', touch: true },
  { name: 'desk-light', viewport: DESK, colorScheme: 'light', touch: false },
  { name: 'desk-dark', viewport: DESK, colorScheme: 'dark', touch: false },
] as const;

/** Contrast of every text on its ground, in the page; returns what is under AA. */
const TOO_PALE = `(() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
  };
  const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const pale = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) pale.push(e.className + ' ' + e.textContent.slice(0, 20) + ' ' + ratio.toFixed(2));
  }
  return pale;
})()`;

/** Things to tap that are smaller than a fingertip. */
const TOO_SMALL = `[...document.querySelectorAll('button, textarea, a.tool, a.take')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.textContent)`;

describe.each(SCREENS)('on the screen $name', ({ name, ...screen }) => {
  it('fits, is readable, loads only itself and reports no errors', async () => {
    await open(screen);
    const check = async () => {
      expect(await overflow()).toBe(0);
      expect(await run(TOO_PALE)).toEqual([]);
      expect(await run(TOO_SMALL)).toEqual([]);
    };
    await check();
    await page.screenshot({ path: join(PICTURES, `${name}-1-empty.png`) });
    await type('Điện thương phẩm 2021');
    await check();
    await page.screenshot({ path: join(PICTURES, `${name}-2-answer.png`) });
    await type('Các sản phẩm chủ yếu năm 2021');
    await check();
    expect(await cards().last().locator('.lead').isVisible()).toBe(true);
    await page.screenshot({ path: join(PICTURES, `${name}-3-table.png`) });
    for (const text of ['xi măng', 'điện 2021', 'bia 2015']) await type(text);
    await check();
    await cards().first().getByRole('button', { name: 'Mục tiêu 2022' }).click();
    await cards().first().getByText('gần 930 triệu kWh').waitFor();
    await page.screenshot({ path: join(PICTURES, `${name}-4-all.png`), fullPage: true });
    // What is taken and the list are the same on every screen of a scheme: the narrowest, and one at a desk.
    if (name === 'narrow-light' || name === 'desk-dark') {
      for (const text of ['biểu đồ xi măng', 'biểu đồ bia 2015', 'xuất excel xi măng']) {
        await type(text);
        await check();
      }
      await page.getByRole('button', { name: 'Lịch sử' }).click();
      await check();
      await page.keyboard.press('Escape');
    }
    await type(`${'dàikhôngkhoảngtrắng'.repeat(20)} ${'câu hỏi rất dài '.repeat(40)}`);
    await check();
    expect(faults).toEqual([]);
  });

  it('shows the newest answer above the field', async () => {
    await open(screen);
    for (const text of Object.keys(ANSWERS)) {
      await type(text);
      const turn = (await page.locator('.turn').last().boundingBox())!;
      const composer = (await page.locator('#composer').boundingBox())!;
      const top = (await page.locator('.top').boundingBox())!;
      expect(composer.y + composer.height).toBeLessThanOrEqual(screen.viewport.height + 1);
      const whole = turn.y >= top.height - 1 && turn.y + turn.height <= composer.y + 1;
      const beginning = turn.y >= top.height - 1 && turn.y < top.height + 60;
      expect([text, whole || beginning]).toEqual([text, true]);
    }
  });
});
