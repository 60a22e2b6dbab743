import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import { type ChartSpec, chartSpec, NARROW, svgOf, WIDE } from '../../src/chart/index.js';
import { widthOf, wrap } from '../../src/chart/measure.js';
import { derived, type Figure } from '../../src/stats/figure.js';
import { openWorld } from './world.js';

const house = openWorld();
afterAll(() => house.close());
const specOf = (text: string) => chartSpec(house.answer(text), house.names);

/** Real questions, a picture each; UPDATE_GOLDEN=1 draws them anew, to be looked at. */
const GOLDEN: Readonly<
  Record<string, [text: string, kind: ChartSpec['kind'], drawing: ChartSpec['drawing']]>
> = {
  'years-as-columns': ['xi măng cả nước từ 2010 đến 2015', 'series', 'columns'],
  'many-years': ['xi măng cả nước từ 1995 đến 2020', 'series', 'columns'],
  months: ['than cả nước các tháng 2018', 'series', 'columns'],
  'falls-and-a-gap': ['tốc độ tăng của than cả nước các tháng 2020', 'series', 'columns'],
  'many-months': ['than cả nước từ tháng 1 năm 2017 đến tháng 12 năm 2020', 'series', 'line'],
  'two-columns': ['so sánh IIP Lạng Sơn và cả nước từ 2012 đến 2020', 'series', 'columns'],
  'four-lines': ['so sánh thép, xi măng, than, phân bón cả nước từ 2005 đến 2012', 'series', 'line'],
  'two-lines': ['so sánh xi măng và phân hóa học cả nước từ 2000 đến 2015', 'series', 'line'],
  ranking: ['Top 10 tăng trưởng 2021', 'ranking', 'rows'],
  provinces: ['xếp hạng các tỉnh theo giá trị sản xuất công nghiệp 2010', 'ranking', 'rows'],
  comparison: ['so sánh IIP Lạng Sơn, Cao Bằng, Hà Nội 2015', 'comparison', 'columns'],
  overview: ['Các sản phẩm chủ yếu năm 2021', 'comparison', 'rows'],
  'a-break': ['xi măng cả nước từ 2015 đến 2024', 'series', 'columns'],
  'a-break-in-one-line': ['so sánh xi măng Lạng Sơn và cả nước 2015 đến 2022', 'series', 'line'],
  'price-bases': ['GTSXCN Lạng Sơn qua các năm', 'series', 'line'],
  'around-a-hundred': ['IIP Lạng Sơn qua các năm', 'series', 'columns'],
  'six-provinces': [
    'so sánh IIP Lạng Sơn, Bắc Giang, Cao Bằng, Thái Nguyên, Hà Nội, Quảng Ninh từ 2010 đến 2020',
    'series',
    'line',
  ],
  quarters: ['than cả nước từ quý 1 2018 đến quý 4 2022', 'series', 'columns'],
};

function golden(name: string, svg: string): void {
  const file = join(import.meta.dirname, 'golden', `${name}.svg`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, svg);
  expect(svg).toBe(readFileSync(file, 'utf8'));
}

describe('real questions', () => {
  test.each(Object.entries(GOLDEN))('%s', (name, [text, kind, drawing]) => {
    const spec = specOf(text);
    expect(spec, text).not.toBeNull();
    if (!spec) return;
    const svg = svgOf(spec);
    golden(name, svg);
    expect([spec.kind, spec.drawing]).toEqual([kind, drawing]);
    expect(spec.caption.length).toBeLessThanOrEqual(1024);
    for (const part of [spec.title, spec.caption, spec.alt, svg]) {
      expect(part).not.toMatch(/undefined|NaN|null|Infinity/);
      expect(part).toBe(part.normalize('NFC'));
    }
    expect(svg).not.toMatch(/href|<script|<image/);
  });

  test('every value on a column is a figure of the answer', () => {
    const answer = house.answer('xi măng cả nước từ 2010 đến 2015');
    const spec = chartSpec(answer, house.names);
    const values = spec?.series[0]?.points.map((p) => `${p?.value}000`);
    expect(values).toEqual(answer.figures.map((f) => f.value));
    for (const p of spec?.series[0]?.points ?? [])
      expect(svgOf(spec as ChartSpec)).toContain(`>${p?.label}<`);
  });

  test.each(['điện thương phẩm 2021', 'nhôm 2021', 'xin chào', 'GTSXCN Lạng Sơn 2010'])(
    'no picture: %s',
    (text) => {
      expect(specOf(text)).toBeNull();
    },
  );
});

/** An answer made up of figures, for what the real data do not hold. */
const base = house.answer('xi măng cả nước từ 2010 đến 2015');
const figure = (change: Partial<Figure>): Figure => ({ ...(base.figures[0] as Figure), ...change });
const answerOf = (figures: Figure[]): Answer => ({ ...base, figures, notes: [], parts: [] });
const made = (figures: Figure[]) => chartSpec(answerOf(figures), house.names) as ChartSpec;

/** The same on a phone 360 px wide. */
const PHONE: Readonly<Record<string, string>> = {
  'many-years': 'xi măng cả nước từ 1995 đến 2020',
  months: 'than cả nước các tháng 2018',
  overview: 'Các sản phẩm chủ yếu năm 2021',
  'six-provinces':
    'so sánh IIP Lạng Sơn, Bắc Giang, Cao Bằng, Thái Nguyên, Hà Nội, Quảng Ninh từ 2010 đến 2020',
};

describe('on a phone', () => {
  test.each(Object.entries(PHONE))('%s', (name, text) => {
    const spec = specOf(text) as ChartSpec;
    const svg = svgOf(spec, { width: NARROW });
    golden(`phone-${name}`, svg);
    // Nothing begins outside the sheet, and type stays readable.
    for (const [, x] of svg.matchAll(/<(?:text|rect|circle)[^>]* c?x="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(NARROW);
    }
    for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(12);
    for (const p of spec.series[0]?.points ?? [])
      if (spec.series.length === 1) expect(svg).toContain(`>${p?.label}<`);
  });
});

describe('what must be seen', () => {
  test('a change of footing is marked, told and not counted as a rise', () => {
    const spec = specOf('xi măng cả nước từ 2015 đến 2024') as ChartSpec;
    expect(spec.series[0]?.breaks).toEqual([9]);
    expect(svgOf(spec)).toContain('>khác cơ sở với kỳ trước<');
    expect(spec.foot.join(' ')).toContain('nguồn công bố mức tăng 2024: +3,5 %');
    expect(spec.caption).toContain('kỳ nào cũng cao hơn kỳ trước');
    expect(specOf('xi măng cả nước từ 2015 đến 2020')?.series[0]?.breaks).toEqual([]);
  });

  test('in a line the step of a break is dashed', () => {
    const spec = specOf('so sánh xi măng Lạng Sơn và cả nước 2015 đến 2022') as ChartSpec;
    expect(spec.series.map((s) => s.breaks)).toEqual([[], [1]]);
    expect(spec.foot.join(' ')).toContain('Lạng Sơn 2016: +30 %');
  });

  test('indices stand around 100; our province is set off among many', () => {
    const spec = specOf('xếp hạng các tỉnh theo IIP 2015') as ChartSpec;
    expect(spec.base).toBe(100);
    expect(spec.categories[spec.highlight ?? -1]).toBe('Lạng Sơn');
    expect(spec.caption).toContain('Lạng Sơn 111,6 %');
  });

  test('the growth of years is over the year before', () => {
    expect(specOf('tốc độ tăng xi măng cả nước từ 2015 đến 2024')?.title).toBe(
      'Xi măng, tăng trưởng so với năm trước, cả nước',
    );
  });

  test('a part of a ranking says that it is one; many areas are counted', () => {
    expect(specOf('top 10 tỉnh IIP 2014 cao nhất')?.title).toBe(
      'Chỉ số sản xuất công nghiệp (IIP) toàn ngành, năm trước = 100, 10 tỉnh, thành phố đứng đầu',
    );
    expect(specOf('top 3 tăng trưởng 2021')?.title).toBe(
      'Tăng trưởng so với năm 2020 của 3 sản phẩm đứng đầu, Lạng Sơn',
    );
    // Fewer are held than were asked for: these are all.
    expect(specOf('Top 10 tăng trưởng 2021')?.title).toBe(
      'Tăng trưởng so với năm 2020 của 7 sản phẩm, Lạng Sơn',
    );
    expect(specOf('xếp hạng các tỉnh theo IIP 2015')?.title).toMatch(/, 63 tỉnh, thành phố$/);
  });

  test('what was asked for and is not held is named', () => {
    const foot = (text: string) => specOf(text)?.foot.join(' ');
    expect(foot('so sánh xi măng và clinker cả nước 2010 đến 2015')).toContain('Chưa có số để vẽ: clinker.');
    expect(foot('Top 10 tăng trưởng 2021')).toContain('Chưa có số để vẽ: xi măng; điện sản xuất.');
    expect(foot('xi măng cả nước từ 2010 đến 2015')).not.toContain('Chưa có số để vẽ');
  });

  test('a line that does not begin at zero says so; columns always begin there', () => {
    const note = 'Trục đứng không bắt đầu từ 0.';
    const high = specOf('dầu thô cả nước 2000 đến 2016') as ChartSpec;
    expect(svgOf({ ...high, drawing: 'line' })).toContain(note);
    expect(svgOf({ ...high, drawing: 'columns' })).not.toContain(note);
    expect(svgOf(specOf('GTSXCN Lạng Sơn qua các năm') as ChartSpec)).not.toContain(note);
  });

  test('a long line on a phone prints its last, highest and lowest value, each where its own point is', () => {
    const spec = specOf('xi măng cả nước từ tháng 1/2020 đến tháng 12/2024') as ChartSpec;
    expect(spec.drawing).toBe('line');
    const svg = svgOf(spec, { width: NARROW });
    const at = (label: string) => Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${label}<`).exec(svg)?.[1]);
    const line = (/<polyline points="([^"]+)"/.exec(svg)?.[1] ?? '')
      .split(' ')
      .map((p) => Number(p.split(',')[0]));
    expect(at('16,1072')).toBeGreaterThan(line.at(-1) as number);
    expect(Math.abs(at('17,4027') - (line[51] as number))).toBeLessThan(1);
    expect(Math.abs(at('5,6085') - (line[13] as number))).toBeLessThan(1);
  });

  test('neither a unit nor «3,5 %» is torn apart', () => {
    const spec = specOf('xi măng cả nước từ tháng 1/2020 đến tháng 12/2024') as ChartSpec;
    expect(svgOf(spec, { width: NARROW })).toContain('>Đơn vị: triệu tấn<');
    for (let width = 60; width < 300; width += 5)
      for (const row of wrap('nguồn công bố mức tăng 2024: +3,5 %; 2023: −4,5 %.', 12, width, 9))
        expect(row).not.toMatch(/^%/);
  });

  test('what is left out is named', () => {
    expect(specOf('so sánh bia, xi măng cả nước 2010-2015')?.foot.join(' ')).toContain('trong đó có Xi măng');
  });

  test('a very long title and very long names stay within the sheet', () => {
    const spec = specOf('Các sản phẩm chủ yếu năm 2021') as ChartSpec;
    const long =
      'Sản phẩm gỗ và lâm sản chế biến xuất khẩu của các doanh nghiệp có vốn đầu tư nước ngoài '.repeat(3);
    for (const width of [NARROW, WIDE]) {
      const svg = svgOf(
        { ...spec, title: long, categories: spec.categories.map((c) => long + c) },
        { width },
      );
      for (const [, x, size, bold, anchor, words] of svg.matchAll(
        /<text x="([\d.]+)" y="[\d.]+" font-size="(\d+)"( font-weight="600")?(?: text-anchor="(\w+)")?[^>]*>([^<]*)</g,
      )) {
        const own = widthOf(words ?? '', Number(size), bold !== undefined);
        const left = Number(x) - (anchor === 'end' ? own : anchor === 'middle' ? own / 2 : 0);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + own).toBeLessThanOrEqual(width);
      }
    }
  });

  test('a gap stays a gap, in the axis, the line and the foot', () => {
    const years = [1970, 1971, 1972, 1974, ...Array.from({ length: 40 }, (_, i) => 1975 + i)];
    const spec = made(years.map((y, i) => figure({ period: String(y), value: String((i + 5) * 1000) })));
    expect(spec.drawing).toBe('line');
    expect(spec.categories).toHaveLength(45);
    expect(spec.series[0]?.points[3]).toBeNull();
    expect(svgOf(spec).match(/<polyline/g)).toHaveLength(2);
    expect(spec.foot.join(' ')).toContain('Không có số liệu: năm 1973');
  });

  test('estimates, preliminary and derived figures are marked and explained', () => {
    const first = figure({ period: '2018' });
    const spec = made([
      first,
      figure({ period: '2019', status: 'P' }),
      figure({ period: '2020', status: 'E' }),
      derived({ ...first, period: '2021', formula: 'x', inputs: [first] }),
    ]);
    const svg = svgOf(spec);
    // Strokes leaning right and left.
    expect(svg.match(/<path d="M/g)).toHaveLength(4);
    for (const words of ['>ước<', '>sơ bộ<', '* suy ra']) expect(svg).toContain(words);
    expect(spec.foot[0]).toBe('Trạng thái: 1 số chính thức, 1 số ước, 1 số sơ bộ, 1 số suy ra (*).');
  });

  test('the actual stands beside its target', () => {
    const spec = made([
      figure({ period: '2020' }),
      figure({ period: '2020', measure: 'target', status: '', value: '60000000' }),
    ]);
    expect(spec.kind).toBe('target');
    expect(spec.series.map((s) => s.name)).toEqual(['Thực hiện', 'Mục tiêu']);
    golden('target', svgOf(spec));
    expect(svgOf(spec)).toContain('stroke-dasharray');
    expect(spec.caption).toContain('2020: thực hiện 55.801 nghìn tấn, mục tiêu 60.000 nghìn tấn.');
  });

  test('falls hang below zero and carry their sign', () => {
    const g = { measure: 'growth', basis: 'yoy', unit: '%' } as const;
    const spec = made([
      figure({ ...g, period: '2019', value: '4.5' }),
      figure({ ...g, period: '2020', value: '-12.25' }),
      figure({ ...g, period: '2021', value: '0' }),
    ]);
    expect(spec.series[0]?.points.map((p) => p?.label)).toEqual(['+4,5', '−12,25', '0']);
    expect(svgOf(spec)).not.toContain('height="-');
  });

  test('a range and a bound survive', () => {
    const spec = made([
      figure({ period: '2019', value: '7', valueTo: '8', unit: '%', measure: 'target', basis: 'yoy' }),
      figure({ period: '2020', value: '9', bound: 'trên', unit: '%', measure: 'target', basis: 'yoy' }),
    ]);
    expect(spec.series[0]?.points.map((p) => p?.label)).toEqual(['+7–8', 'trên +9']);
  });

  test('tiny beside huge keeps every digit and a visible bar', () => {
    const spec = made([
      figure({ period: '2019', value: '123456789012345678901' }),
      figure({ period: '2020', value: '0.5' }),
    ]);
    expect(svgOf(spec)).toContain('height="1.5"');
    expect(spec.series[0]?.points[0]?.value.replace('.', '')).toContain('123456789012345678901');
  });

  test('names cannot break the picture', () => {
    const spec = made([figure({ period: '2019' }), figure({ period: '2020' })]);
    const svg = svgOf({ ...spec, title: '<b>"Á & \u0007B"</b>', alt: '"><script>' });
    expect(svg).toContain('&lt;b&gt;&quot;Á &amp; B&quot;&lt;/b&gt;');
    expect(svg).not.toContain('<script');
  });
});
