import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildStore } from '../../src/ingest/build.js';
import { printFaults } from '../../src/ingest/faults.js';
import { loadFiles } from '../../src/ingest/load.js';
import { printReport } from '../../src/ingest/report.js';
import { openFacts } from '../../src/store/facts.js';
import type { Database } from '../../src/store/open.js';
import { folder, store } from '../store/folder.js';
import { dataFolder, faultsOf, INDICATORS, observations, row, write } from './fixtures.js';

let db: Database;
let dir: string;
const now = new Date('2026-11-23T01:02:03Z');
const all = (sql: string) => db.prepare(sql).all();
const load = (...rows: string[]) => loadFiles(db, write(dir, { 'nap.csv': observations(...rows) }), { now });
const values = () =>
  openFacts(db)
    .current({})
    .map((o) => o.value);

beforeEach(() => {
  dir = folder();
  db = store();
  buildStore(db, dataFolder(join(dir, 'data')));
});

describe('loadFiles', () => {
  it('adds, and the same file twice changes nothing', () => {
    const first = load(row({ time_period: '2020', value: '900000.50' }));
    expect(first).toMatchObject({ added: 1, revised: 0, unchanged: 0 });
    expect(first.changed).toEqual([
      {
        indicator: 'xi-mang',
        area: 'lang-son',
        level: 'area',
        measure: 'actual',
        basis: null,
        period: '2020',
      },
    ]);
    const before = [all('SELECT * FROM observation'), all('SELECT * FROM data_file'), openFacts(db).revision];
    const again = load(row({ time_period: '2020', value: '900000.50' }));
    expect(again).toMatchObject({ added: 0, revised: 0, unchanged: 1, changed: [] });
    expect([
      all('SELECT * FROM observation'),
      all('SELECT * FROM data_file'),
      openFacts(db).revision,
    ]).toEqual(before);
    expect(values()).toEqual(['900000.50', '950000']);
    expect(printReport(again)).toBe('Không có gì thay đổi.\nSố liệu: giữ nguyên 1.');
  });

  it('takes another value of the same release for a revision and keeps the old one', () => {
    const report = load(row({ value: '960000' }));
    expect(report).toMatchObject({ added: 0, revised: 1 });
    expect(values()).toEqual(['960000']);
    expect(all('SELECT value, reason, replaced_at, file FROM observation_history')).toEqual([
      {
        value: '950000',
        reason: 'revised',
        replaced_at: '2026-11-23T01:02:03.000Z',
        file: 'observations/a.csv',
      },
    ]);
    expect(printReport(report)).toContain(
      'Xi măng, Lạng Sơn, năm 2021, thực hiện (nguồn S1): 950.000 → 960.000 tấn',
    );
  });

  it('takes 4.10 for 4.1 and a new note for no revision', () => {
    expect(load(row({ value: '950000.0', note: 'ghi chú' }))).toMatchObject({
      revised: 0,
      annotated: 1,
      changed: [],
    });
  });

  it('takes catalogue and figures together, in any order of files', () => {
    const files = write(dir, {
      'so-lieu.csv': observations(row({ indicator: 'bia', unit: 'lít', source: 'S9', area: 'ha-giang' })),
      'nguon.csv': 'source,publisher,publisher_kind,title,published,edition,url\nS9,Báo,press,Tin,,2024,\n',
      'tinh.csv': 'area,name,kind\nha-giang,Hà Giang,province\n',
      'chi-tieu.csv': 'indicator,name,group,kind,unit\nbia,Bia,bia,product,lít\n',
      'nhom.csv': 'group,name,members\nuong,Đồ uống,bia|xi-mang\n',
      'ten.csv': 'kind,target,alias\nindicator,bia,bia hơi\ngroup,uong,đồ uống\n',
    });
    expect(loadFiles(db, files)).toMatchObject({
      added: 1,
      indicators: 1,
      areas: 1,
      sources: 1,
      groups: 1,
      aliases: 2,
    });
    const { catalogue } = openFacts(db);
    expect(catalogue.indicators.map((i) => i.id)).toEqual(['xi-mang', 'iip', 'bia']);
    expect(catalogue.groups).toEqual([
      { id: 'uong', name: 'Đồ uống', rule: 'all', members: ['bia', 'xi-mang'] },
    ]);
    expect(catalogue.aliases).toHaveLength(2);
    expect(loadFiles(db, files)).toMatchObject({
      added: 0,
      unchanged: 1,
      indicators: 0,
      groups: 0,
      aliases: 0,
    });
  });

  it('reads Excel files: BOM, CRLF, semicolons, quotes, sep=, decomposed accents', () => {
    const text = observations(row({ time_period: '2019', note: 'N', place: 'trạm'.normalize('NFD') }));
    const lines = text.replaceAll(',', ';').replace('N\n', '"nói ""gần""; xong"\n').replaceAll('\n', '\r\n');
    loadFiles(db, write(dir, { 'excel.csv': `\uFEFFsep=;\r\n${lines}` }));
    const [held] = openFacts(db).current({ period: '2019' });
    expect(held).toMatchObject({ note: 'nói "gần"; xong', place: 'trạm', value: '950000' });
  });

  it('takes a file that came by another way', () => {
    const bytes = new TextEncoder().encode(observations(row({ time_period: '2018' })));
    expect(loadFiles(db, [{ name: 'gửi.csv', bytes }])).toMatchObject({ added: 1 });
    expect(all(`SELECT path FROM data_file WHERE origin = 'operator'`)).toEqual([{ path: 'gửi.csv' }]);
  });

  it.each([
    [{ time_period: '11/2024' }, 'time_period', 'viết 2024-11'],
    [{ time_period: 'quý II/2024' }, 'time_period', 'viết 2024-Q2'],
    [{ time_period: 'năm 2020' }, 'time_period', 'viết 2020'],
    [{ time_period: '13/2024' }, 'time_period', 'các cách viết'],
    [{ time_period: '2027' }, 'time_period', 'chưa tới'],
    [{ value: '7–8' }, 'value', 'đầu trên 8 ở cột value_to'],
    [{ value: '-5' }, 'value', 'số âm'],
    [{ value: '9'.repeat(400) }, 'value', 'dài quá'],
    [{ bound: 'Gần' }, 'bound', 'viết gần'],
  ])('refuses %j and says what to write', (change, column, message) => {
    const [fault, ...more] = faultsOf(() => load(row({ time_period: '2019' }), row(change)));
    expect(fault).toMatchObject({ line: 3, column, message: expect.stringContaining(message) });
    expect(more).toEqual([]);
    expect(values()).toEqual(['950000']);
  });

  it('lets a target lie ahead, with its range and bound', () => {
    load(
      row({
        measure: 'target',
        time_period: '2027',
        basis: 'yoy',
        value: '7',
        value_to: '8',
        unit: '%',
        status: '',
        bound: 'trên',
      }),
    );
    expect(openFacts(db).current({ measure: 'target' })[0]).toMatchObject({
      value: '7',
      valueTo: '8',
      bound: 'trên',
    });
  });

  it('tells the first faults of a hopeless file, and how many there are', () => {
    const rows = Array.from({ length: 1_000 }, (_, i) =>
      row({ time_period: String(1900 + (i % 100)), area: 'x' }),
    );
    const printed = printFaults(faultsOf(() => load(...rows)));
    expect(printed.split('\n')).toHaveLength(202);
    expect(printed).toMatch(/có 1000 lỗi.*… và 800 lỗi nữa/s);
  });

  it('is seen at once by a reader that has the rows in memory, over another connection too', () => {
    const file = join(dir, 'kho.db');
    const [writer, reader] = [store(file), store(file)];
    buildStore(writer, join(dir, 'data'));
    const facts = openFacts(reader);
    const told = () => {
      facts.refresh();
      return facts.current({ indicator: 'xi-mang', area: 'lang-son' }).map((o) => o.value);
    };
    expect(told()).toEqual(['950000']);
    loadFiles(writer, write(dir, { 'sua.csv': observations(row({ value: '960000' })) }), { now });
    expect(told()).toEqual(['960000']);
  });

  it('is seen by readers of the same file', () => {
    const facts = openFacts(db);
    const before = facts.revision;
    expect(facts.refresh()).toBe(false);
    load(row({ area: 'ca-nuoc' }));
    expect(facts.refresh()).toBe(true);
    expect(facts.revision).toBeGreaterThan(before);
    expect(facts.everHeld('xi-mang', 'ca-nuoc')).toBe(true);
  });
});

describe('buildStore after an operator loaded', () => {
  const rebuild = (files: Record<string, string>) => {
    write(join(dir, 'data'), files);
    return buildStore(db, join(dir, 'data'), { now });
  };

  it('does nothing for unchanged data', () => {
    const told: string[] = [];
    expect(buildStore(db, join(dir, 'data'), { progress: (m) => told.push(m) })).toMatchObject({
      built: false,
    });
    expect(told).toEqual([]);
  });

  it("updates and removes the folder's rows, and keeps the operator's", () => {
    load(row({ time_period: '2020' }));
    const report = rebuild({ 'observations/a.csv': observations(row({ time_period: '2019', value: '1' })) });
    expect(report).toMatchObject({ built: true, added: 1, removed: 1, kept: 0 });
    expect(
      openFacts(db)
        .current({})
        .map((o) => [o.period, o.value]),
    ).toEqual([
      ['2019', '1'],
      ['2020', '950000'],
    ]);
    expect(all('SELECT reason, value FROM observation_history')).toEqual([
      { reason: 'removed', value: '950000' },
    ]);
  });

  it("keeps the operator's revision against the folder's value", () => {
    load(row({ value: '960000' }));
    const report = rebuild({ 'observations/b.csv': observations(row({ time_period: '2019' })) });
    expect(report).toMatchObject({ added: 1, kept: 1 });
    expect(values()).toEqual(['950000', '960000']);
  });

  it('keeps a row that an operator loaded too when it vanishes from the folder', () => {
    load(row());
    rebuild({ 'observations/a.csv': observations(row({ time_period: '2019' })) });
    expect(
      openFacts(db)
        .current({})
        .map((o) => o.period),
    ).toEqual(['2019', '2021']);
    rebuild({ 'observations/a.csv': observations(row({ time_period: '2018' })) });
    expect(
      openFacts(db)
        .current({})
        .map((o) => o.period),
    ).toEqual(['2018', '2021']);
  });

  it('corrects a row of the folder as a revision', () => {
    const report = rebuild({ 'observations/a.csv': observations(row({ value: '951000' })) });
    expect(report).toMatchObject({ revised: 1, removed: 0 });
    expect(values()).toEqual(['951000']);
  });

  it('keeps catalogue entries that operators need and drops the others', () => {
    load(row({ time_period: '2020' }));
    rebuild({
      'indicators.csv': INDICATORS.replace(/xi-mang.*\n/, ''),
      'observations/a.csv': observations(
        row({ indicator: 'iip', measure: 'growth', basis: 'yoy', unit: '%', value: '4.1' }),
      ),
    });
    expect(
      openFacts(db)
        .catalogue.indicators.map((i) => i.id)
        .sort(),
    ).toEqual(['iip', 'xi-mang']);
    expect(openFacts(db).current({})).toHaveLength(2);
  });

  it('writes nothing when the folder has a fault', () => {
    const before = readFileSync(join(dir, 'data', 'areas.csv'), 'utf8');
    expect(() => rebuild({ 'areas.csv': 'area,name,kind\nlang-son,,province\n' })).toThrow(
      /dòng 2, cột name/,
    );
    expect(values()).toEqual(['950000']);
    rebuild({ 'areas.csv': before });
    expect(values()).toEqual(['950000']);
  });
});
