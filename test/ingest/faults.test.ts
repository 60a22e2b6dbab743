import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStore } from '../../src/ingest/build.js';
import { type Fault, printFaults } from '../../src/ingest/faults.js';
import { loadFiles } from '../../src/ingest/load.js';
import { type Database, openStore } from '../../src/store/open.js';
import { folder } from '../store/folder.js';
import { dataFolder, faultsOf, OBSERVATIONS, observations, row, write } from './fixtures.js';

let db: Database;
beforeAll(() => {
  db = openStore(':memory:');
  buildStore(db, dataFolder(folder()));
});

/** Loads files that must be refused; nothing may be written. */
function refused(files: Record<string, string | Uint8Array>): readonly Fault[] {
  const count = () =>
    db.prepare('SELECT (SELECT count(*) FROM observation) + (SELECT count(*) FROM data_file)').pluck().get();
  const before = count();
  const faults = faultsOf(() => loadFiles(db, write(folder(), files)));
  expect(count()).toBe(before);
  return faults;
}
const only = (files: Record<string, string | Uint8Array>): Fault => {
  const faults = refused(files);
  expect(faults.map((f) => f.message)).toHaveLength(1);
  return faults[0]!;
};

describe('a bad cell is told with line, column and what to write', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    [
      'a word',
      { value: 'abc' },
      'value',
      /^«abc» không phải số; viết số thập phân bằng dấu chấm, ví dụ 4090000 hoặc 4\.1$/,
    ],
    ['a comma', { value: '4,1' }, 'value', /viết 4\.1 /],
    ['Vietnamese thousands', { value: '4.090.000' }, 'value', /viết 4090000 /],
    ['Vietnamese thousands and decimals', { value: '4.090.000,5' }, 'value', /viết 4090000\.5 /],
    ['English thousands', { value: '4,090,000' }, 'value', /viết 4090000 /],
    ['either', { value: '4,090' }, 'value', /viết 4090 hoặc 4\.090/],
    ['padded', { value: '890.000' }, 'value', /có thể là 890000 hoặc 890/],
    ['blanks', { value: '4 090 000' }, 'value', /viết 4090000/],
    ['an exponent', { value: '4e5' }, 'value', /không phải số/],
    ['a plus', { value: '+4' }, 'value', /viết 4 /],
    ['nothing', { value: '' }, 'value', /ô trống/],
    ['month 13', { time_period: '2024-13' }, 'time_period', /không phải kỳ hợp lệ; các cách viết: 2021/],
    ['quarter 5', { time_period: '2024-Q5' }, 'time_period', /không phải kỳ/],
    ['half 3', { time_period: '2024-S3' }, 'time_period', /không phải kỳ/],
    ['a Vietnamese month', { time_period: '11/2024' }, 'time_period', /không phải kỳ/],
    ['a year out of range', { time_period: '0021' }, 'time_period', /không phải kỳ/],
    ['twelve months', { time_period: '2013-01-01/P12M' }, 'time_period', /viết 2013$/],
    ['three months', { time_period: '2013-01-01/P3M' }, 'time_period', /viết 2013-Q1$/],
    ['one month', { time_period: '2013-05-01/P1M' }, 'time_period', /viết 2013-05$/],
    ['months into next year', { time_period: '2013-11-01/P4M' }, 'time_period', /sang năm sau/],
    ['one year', { time_period: '2013-01-01/P1Y' }, 'time_period', /viết 2013$/],
    ['years from March', { time_period: '2013-03-01/P5Y' }, 'time_period', /bắt đầu từ tháng 1/],
    ['measure', { measure: 'toString' }, 'measure', /một trong: actual, target/],
    ['status', { status: 'F' }, 'status', /một trong: A, P, E/],
    ['no status', { status: '' }, 'status', /một trong: A, P, E/],
    ['trust', { trust: 'maybe' }, 'trust', /checked, unverified, doubtful/],
    ['level', { level: 'factory' }, 'level', /area, enterprise/],
    ['bound', { bound: 'chừng' }, 'bound', /gần, trên, hơn, dưới, hoặc để trống/],
    [
      'unknown basis',
      { measure: 'growth', unit: '%', basis: 'qoq' },
      'basis',
      /yoy, mom, avg_annual, vs_plan/,
    ],
    ['growth without basis', { measure: 'growth', unit: '%' }, 'basis', /thiếu gốc so sánh/],
    ['index without basis', { measure: 'index', unit: '%' }, 'basis', /thiếu gốc so sánh/],
    ['growth on 100', { measure: 'growth', unit: '%', basis: 'prev_year_100' }, 'basis', /measure là index/],
    ['actual with basis', { basis: 'yoy' }, 'basis', /để trống/],
    ['unit', { unit: 'nghìn tấn' }, 'unit', /chỉ tiêu này tính bằng tấn/],
    ['target unit', { measure: 'target', status: '', unit: '%' }, 'unit', /tính bằng tấn/],
    ['growth unit', { measure: 'growth', basis: 'yoy' }, 'unit', /tính bằng %/],
    ['indicator', { indicator: 'xi-mag' }, 'indicator', /ý bạn là «xi-mang»\?/],
    ['area', { area: 'ha-noi' }, 'area', /chưa có địa bàn «ha-noi»; hãy khai báo/],
    ['source', { source: 'S404' }, 'source', /chưa có nguồn «S404»/],
    ['a range upside down', { value: '8', value_to: '7' }, 'value_to', /nhỏ hơn đầu dưới 8/],
    ['a hidden character', { note: 'a\u200Bb' }, 'note', /«a⟨U\+200B⟩b» có ký tự ẩn/],
    ['a line break', { note: 'a\nb' }, 'note', /⟨U\+000A⟩/],
  ])('%s', (_what, change, column, message) => {
    const fault = only({ 'x.csv': observations(row({ time_period: '2001' }), row(change)) });
    expect(fault).toMatchObject({ line: 3, column });
    expect(fault.file).toMatch(/x\.csv$/);
    expect(fault.message).toMatch(message);
  });
});

describe('a bad file is told', () => {
  const good = observations(row());
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /tệp rỗng/],
    ['only a header', `${OBSERVATIONS}\n`, /không có dòng số liệu nào/],
    ['another header', 'a,b\n1,2\n', /không nhận ra loại tệp từ dòng tiêu đề «a, b»/],
    ['a strange column', good.replace('note', 'ghi_chu'), /cột lạ/],
    ['a column twice', good.replace('note', 'place'), /lặp lại/],
    ['a missing column', good.replace(',trust', '').replace(',checked', ''), /thiếu cột này/],
    ['too few cells', `${OBSERVATIONS}\nxi-mang,lang-son\n`, /dòng có 2 ô nhưng tiêu đề có 16 cột/],
    ['an open quote', `${good}"xi-mang,lang-son\n`, /dấu ngoặc kép không khớp/],
    ['Latin-1', Buffer.from(good.replace('tấn', 't\u00E9n'), 'latin1'), /không phải mã UTF-8/],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), /không phải mã UTF-8/],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004'), /tệp Excel/],
  ])('%s', (_what, content, message) => {
    expect(only({ 'x.csv': content }).message).toMatch(message);
  });

  it('missing file', () => {
    const [fault] = faultsOf(() => loadFiles(db, [join(folder(), 'khong-co.csv')]));
    expect(fault!.message).toMatch(/không có tệp này/);
  });

  it('counts lines as an editor does, over quoted line breaks, blank lines and CRLF', () => {
    const text = observations(row({ note: 'a\nb' }), '', row({ value: 'x', time_period: '2001' })).replaceAll(
      '\n',
      '\r\n',
    );
    expect(refused({ 'x.csv': text }).map((f) => [f.line, f.column])).toEqual([
      [2, 'note'],
      [5, 'value'],
    ]);
  });
});

it('tells two values of one release, across files', () => {
  const fault = only({ 'a.csv': observations(row()), 'b.csv': observations(row({ value: '1' })) });
  expect(fault).toMatchObject({ line: 2, column: 'value' });
  expect(fault.message).toMatch(/«1» khác «950000» ở tệp .*a\.csv, dòng 2/);
});

it('tells faults of the catalogue', () => {
  const faults = refused({
    'i.csv':
      'indicator,name,group,kind,unit\nbia,Bia,bia,drink,lít\nbia,Bia,bia,product,lít\nxi-mang,Xi măng,x,product,kg\n',
    'a.csv': 'area,name,kind\nHà Nội,Hà Nội,province\n',
    's.csv': 'source,publisher,publisher_kind,title,published,edition,url\nS7,Báo,blog,Tin,,5/2024,\n',
    'g.csv': 'group,name,members\ng,Nhóm,bia|ruou\n',
    't.csv': 'kind,target,alias\narea,hue,Huế\n',
  });
  expect(faults.map((f) => [f.file.slice(-5), f.line, f.column])).toEqual([
    ['i.csv', 2, 'kind'],
    ['i.csv', 3, 'indicator'],
    ['i.csv', 4, 'unit'],
    ['a.csv', 2, 'area'],
    ['s.csv', 2, 'publisher_kind'],
    ['s.csv', 2, 'edition'],
    ['g.csv', 2, 'members'],
    ['t.csv', 2, 'target'],
  ]);
});

it('prints every fault on a line of its own', () => {
  const faults = refused({
    'x.csv': observations(row({ value: 'abc', status: 'Z' }), row({ time_period: 'T5' })),
  });
  const lines = printFaults(faults).split('\n');
  expect(lines[0]).toBe('Chưa nạp gì vào kho: có 3 lỗi cần sửa.');
  expect(lines[1]).toMatch(/^- tệp .*x\.csv, dòng 2, cột value: «abc» không phải số/);
  expect(lines).toHaveLength(4);
});

it('tells every fault of a row at once, ids and unit too', () => {
  const bad = row({ indicator: 'xi-mag', value: 'x', source: 'S404', area: 'hue', time_period: '2023-13' });
  const faults = refused({ 'x.csv': observations(bad, row({ value: 'x', unit: 'kg' })) });
  expect(faults.map((f) => [f.line, f.column])).toEqual([
    [2, 'value'],
    [2, 'time_period'],
    [2, 'indicator'],
    [2, 'area'],
    [2, 'source'],
    [3, 'value'],
    [3, 'unit'],
  ]);
});
