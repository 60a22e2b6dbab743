import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, askQuestion } from '../src/ask.js';
import { shelvesOf } from '../src/shelves.js';
import { openStudio, type Studio } from '../src/studio.js';
import { useAssembly } from './support/assembly.js';

/** The same pictures and files whichever channel hands them over. */
const assembly = useAssembly();
const world = () => assembly().world('2026-11-25');
const asked = (text: string) => ask(text, { ...world(), previous: null });
let studio: Studio;
beforeAll(() => {
  studio = openStudio(world);
});
afterAll(() => studio.close());

describe('pictures', () => {
  test('a single figure is drawn as its series', async () => {
    const result = asked('xi măng cả nước 2015');
    expect(studio.offers(result)).toEqual({ chart: true, workbook: true });
    const picture = await studio.chart(result.question);
    expect(picture?.svg).toContain('67.645');
    expect(picture?.svg).toContain('1995');
    expect(picture?.caption.length).toBeLessThanOrEqual(1024);
  });

  test('for a phone the same picture is drawn narrow', async () => {
    const { question } = asked('xi măng cả nước 2015');
    const [wide, narrow] = await Promise.all([
      studio.chart(question),
      studio.chart(question, { narrow: true }),
    ]);
    expect(narrow?.svg).toMatch(/^<svg [^>]*width="344"/);
    expect(narrow?.svg).toContain('67.645');
    expect(narrow?.caption).toBe(wide?.caption);
    expect(narrow?.key).not.toBe(wide?.key);
  });

  test('with the answer at hand it is the same picture, and a second one as the first', async () => {
    const { question, answer } = asked('so sánh IIP Lạng Sơn và cả nước từ 2012 đến 2020');
    const handed = await studio.chart(question, { answer });
    const alone = await studio.chart(question);
    const again = await studio.chart(structuredClone(question));
    expect(handed?.key).toBe(alone?.key);
    expect(again?.key).toBe(alone?.key);
    expect(
      await studio.chart(asked('vải thiều 2021').question, { answer: asked('vải thiều 2021').answer }),
    ).toBeNull();
  });

  test('one side of a comparison is not drawn for both', async () => {
    const { question, answer } = asked('so sánh điện thương phẩm và điện sản xuất 2021');
    expect(studio.offers({ question, answer })).toEqual({ chart: false, workbook: true });
    expect(await studio.chart(question)).toBeNull();
  });

  test('a picture is offered exactly where there is one: of everything that is held, by each measure', async () => {
    const { facts, ...rest } = world();
    const alone = { facts, ...rest, previous: null };
    const questions = shelvesOf(facts).flatMap(({ items }) =>
      items.flatMap(({ question }) => [
        question,
        { ...question, measure: { value: 'growth' as const, from: 'text' as const } },
      ]),
    );
    const wrong: string[] = [];
    for (const question of questions) {
      const result = askQuestion(question, alone);
      const { chart } = studio.offers(result);
      if (chart !== ((await studio.chart(question)) !== null)) wrong.push(question.text);
    }
    expect(wrong).toEqual([]);
    expect(questions.length).toBeGreaterThan(300);
  });

  test('a month is drawn as its months', async () => {
    const picture = await studio.chart(asked('xi măng cả nước tháng 10 năm 2024').question);
    expect(picture?.svg).toContain('10/2024');
  });

  test('the same question gives the same key and another one another', async () => {
    const [a, b, c] = await Promise.all(
      ['xi măng cả nước 2010-2015', 'xi mang ca nuoc 2010-2015', 'xi măng cả nước 2011-2015'].map((t) =>
        studio.chart(asked(t).question),
      ),
    );
    expect(a?.key).toBe(b?.key);
    expect(a?.key).not.toBe(c?.key);
    expect(a?.fileName).not.toMatch(/[\\/:*?"<>|]/);
    const png = await (a as NonNullable<typeof a>).png();
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  });

  test.each(['vải thiều 2021', 'xin chào', 'dân số 2020', 'xuất khẩu xi măng 2015'])(
    '«%s» is neither drawn nor listed, and offers neither',
    async (text) => {
      const result = asked(text);
      expect(studio.offers(result)).toEqual({ chart: false, workbook: false });
      expect(await studio.chart(result.question)).toBeNull();
      expect(await studio.file(result.question, 'workbook')).toBeNull();
    },
  );
});

describe('files', () => {
  test('IIP of every province: a row a province, typed numbers', async () => {
    const { question, form } = asked('bảng IIP các tỉnh 2015');
    expect(form).toBe('workbook');
    const saved = await studio.file(question, 'workbook');
    const rows = await readSheet(Buffer.from(saved?.bytes as Uint8Array), 'Số liệu');
    expect(rows).toHaveLength(64);
    const own = rows.find((r) => r[1] === 'Lạng Sơn');
    expect(own?.[4]).toBe(111.6);
    expect(saved?.fileName).toMatch(/\.xlsx$/);
    expect(saved?.caption).toContain('63 số liệu');
  });

  test('several questions in one message make one table', async () => {
    const { question } = asked('điện 2021; xi măng 2021');
    const saved = await studio.file(question, 'csv');
    const text = new TextDecoder().decode(saved?.bytes);
    expect(text).toContain('890000000');
    expect(text).toContain('Xi măng');
  });
});
