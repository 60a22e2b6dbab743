import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '../src/contract.js';
import { observations, row } from './ingest/fixtures.js';
import { ROOT, solieu, temporaryFolder } from './support/program.js';

const folder = temporaryFolder();
const settings = { SOLIEU_DB: join(folder.path, 'store.db') };
const TODAY = ['--today', '2026-11-25'];

const run = (args: readonly string[], input = '') => solieu([...args, ...TODAY], { settings, input });
const json = (text: string) => JSON.parse(text) as Contract;
const lines = (out: string) => out.trimEnd().split('\n').map(json);

beforeAll(() => {
  const first = run(['ask', 'điện thương phẩm 2021']);
  // The store is built at the first use, and the person is told; the answer alone is on standard output.
  expect(first.err).toMatch(/^Đang đọc và kiểm tra \d+ tệp số liệu…\nĐang ghi \d+ số liệu vào kho…\n$/);
  expect(first.out).toMatch(/^890 triệu kWh/);
});
afterAll(folder.remove);

describe('ask', () => {
  test('answers one question', () => {
    const ran = run(['ask', 'sản lượng điện 2021']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('890 triệu kWh');
    expect(ran.out).toContain('Báo Công Thương');
  });

  test('words may come unquoted', () => {
    expect(run(['ask', 'mục', 'tiêu', 'xi', 'măng', '2022']).out).toContain('950 nghìn tấn');
  });

  test('--json prints one object on one line', () => {
    const ran = run(['ask', '--json', 'mục tiêu xi măng 2022']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.split('\n')).toHaveLength(2);
    expect(json(ran.out)).toMatchObject({
      text: 'mục tiêu xi măng 2022',
      outcome: 'answer',
      reason: null,
      question: { kind: 'target', indicators: ['xi-mang'], areas: ['lang-son'], periods: ['2022'] },
      figures: [{ role: 'asked', value: '950000', unit: 'tấn', derived: false, sources: ['S01'] }],
      leftover: [],
    });
  });

  test('--explain shows how the sentence was read', () => {
    const { code, out } = run(['ask', '--explain', 'điện thương phẩm 2021']);
    expect(code).toBe(0);
    expect(out).toContain('dien-thuong-pham');
    expect(out).toContain('2021');
  });

  test('--today decides what relative words mean', () => {
    const periods = (today: string) =>
      json(solieu(['ask', '--json', 'điện thương phẩm năm ngoái', '--today', today], { settings }).out)
        .question?.periods;
    expect(periods('2022-01-01')).toEqual(['2021']);
    expect(periods('2016-12-31')).toEqual(['2015']);
  });

  test('the time zone and the language of the machine change nothing', () => {
    const said = [
      'điện thương phẩm năm ngoái',
      'xi măng cả nước tháng 11/2024',
      'top 3 tăng trưởng 2021',
    ].join('\n');
    const inZone = (more: Record<string, string>) =>
      solieu(['ask', '--json', '-', '--today', '2026-01-01'], {
        settings: { ...settings, ...more },
        input: said,
      }).out;
    const here = inZone({ TZ: 'Asia/Ho_Chi_Minh' });
    expect(lines(here)).toHaveLength(3);
    expect(inZone({ TZ: 'America/New_York' })).toBe(here);
    expect(inZone({ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'de_DE.UTF-8' })).toBe(here);
  });

  test('runs from another working directory', () => {
    const ran = solieu(['ask', 'mục tiêu xi măng 2022', ...TODAY], { settings, cwd: folder.path });
    expect(ran.out).toContain('950 nghìn tấn');
  });
});

describe('ask --json -', () => {
  test('answers line by line, in order', () => {
    const said = ['sản lượng điện thương phẩm 2021', 'mục tiêu xi măng 2022', 'clinker 2021'];
    const ran = run(['ask', '--json', '-'], said.join('\n'));
    expect(ran.code).toBe(0);
    expect(lines(ran.out).map((c) => c.text)).toEqual(said);
    expect(lines(ran.out).map((c) => c.figures[0]?.value)).toEqual(['890000000', '950000', '410000']);
  });

  test('lines of one chat are one conversation; other lines know nothing of it', () => {
    const said = [
      { text: 'điện thương phẩm 2021', chat: 'a' },
      { text: 'xi măng 2016', chat: 'b' },
      { text: 'còn gạch?', chat: 'a' },
      { text: 'còn gạch?' },
      { text: 'năm 2022 thì sao', chat: 1 },
    ];
    const [, , follow, alone, stranger] = lines(
      run(['ask', '--json', '-'], said.map((line) => JSON.stringify(line)).join('\n')).out,
    );
    expect(follow?.figures[0]).toMatchObject({
      indicator: 'gach-cac-loai',
      period: '2021',
      value: '244000000',
    });
    expect(alone?.reply).not.toContain('Giữ từ câu trước');
    expect(stranger?.outcome).not.toBe('answer');
  });

  test('a line may bring its own day', () => {
    const said = ['2022-05-01', '2016-05-01'].map((today) =>
      JSON.stringify({ text: 'điện thương phẩm năm ngoái', today }),
    );
    expect(lines(run(['ask', '--json', '-'], said.join('\n')).out).map((c) => c.question?.periods)).toEqual([
      ['2021'],
      ['2015'],
    ]);
  });

  test('an odd line still gets its line, and the next one its answer', () => {
    const said = ['{"text": 5}', '', '{"text":', 'mục tiêu xi măng 2022'];
    const ran = run(['ask', '--json', '-'], `${said.join('\r\n')}\r\n`);
    const answers = lines(ran.out);
    expect(ran.code).toBe(0);
    expect(answers).toHaveLength(said.length);
    for (const odd of answers) if (odd !== answers[3]) expect(odd.figures).toEqual([]);
    expect(answers[0]).toMatchObject({
      text: '{"text": 5}',
      outcome: 'refuse',
      reason: 'fault',
      question: null,
    });
    expect(answers[0]?.reply).toMatch(/^Dòng 1: /);
    expect(answers[2]).toMatchObject({ text: '{"text":', outcome: 'refuse', reason: 'fault' });
    expect(answers[2]?.reply).toMatch(/^Dòng 3: JSON viết chưa đúng/);
    expect(answers[3]?.figures[0]?.value).toBe('950000');
  });

  test('a huge line, a byte order mark and a missing last line end change no other line', () => {
    const ran = run(
      ['ask', '--json', '-'],
      `\uFEFFmục tiêu xi măng 2022\n${'xi măng '.repeat(100_000)}\nclinker 2021`,
    );
    expect(ran.code).toBe(0);
    const [first, huge, last, ...more] = lines(ran.out);
    expect(first).toMatchObject({ text: 'mục tiêu xi măng 2022', outcome: 'answer' });
    expect(huge).toMatchObject({ outcome: 'refuse', reason: 'fault' });
    expect(last?.figures[0]?.value).toBe('410000');
    expect(more).toEqual([]);
  });

  test('a thousand lines come out as a thousand', () => {
    const said = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? 'điện thương phẩm 2021' : 'xi măng 2016'));
    expect(lines(run(['ask', '--json', '-'], said.join('\n')).out).map((c) => c.text)).toEqual(said);
  });
});

describe('chat', () => {
  test('a piped conversation carries over, and a number presses a button', () => {
    const ran = run(['chat'], 'điện thương phẩm 2021\ncòn gạch?\nthoát\nxi măng 2016\n');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const [electricity = '', bricks = ''] = ran.out.split(/(?=244 triệu viên)/);
    expect(electricity).toContain('890 triệu kWh');
    expect(bricks).toContain('Giữ từ câu trước');
    expect(bricks).not.toContain('Xi măng');
  });

  test('a button is pressed by its number', () => {
    const { out } = run(['chat'], 'điện thương phẩm 2021\n');
    const number = /\[(\d)\] Mục tiêu 2022/.exec(out)?.[1];
    expect(run(['chat'], `điện thương phẩm 2021\n${number}\n`).out).toContain('850 triệu kWh');
  });
});

describe('load', () => {
  const own = { SOLIEU_DB: join(folder.path, 'loaded.db') };
  const load = (...files: string[]) => solieu(['load', ...files], { settings: own });
  const file = (name: string, ...rows: string[]) => {
    const path = join(folder.path, name);
    writeFileSync(path, observations(...rows));
    return path;
  };
  const SOURCE =
    'source,publisher,publisher_kind,title,published,edition,url\nX1,Sở Công Thương,government,Báo cáo,2025-01-15,2025-01,\n';

  test('a good file is told and answered from; the same file again changes nothing', () => {
    const sources = join(folder.path, 'sources.csv');
    writeFileSync(sources, SOURCE);
    const figures = file('new.csv', row({ time_period: '2024', value: '1234000', source: 'X1' }));
    const first = load(sources, figures);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toBe('Đã nạp 2 tệp.\nSố liệu: thêm 1.\nDanh mục thêm hoặc sửa: 1 nguồn.\n');
    expect(solieu(['ask', 'sản lượng xi măng 2024', ...TODAY], { settings: own }).out).toMatch(
      /^1,234 triệu tấn|^1\.234 nghìn tấn/,
    );
    const again = load(sources, figures);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/^Không có gì thay đổi\./);
    const revised = load(file('new.csv', row({ time_period: '2024', value: '1300000', source: 'X1' })));
    expect(revised.out).toContain('Số liệu: sửa 1.');
    expect(revised.out).toContain('Xi măng, Lạng Sơn, năm 2024, thực hiện (nguồn X1)');
  });

  test('a bad file: every fault with its line and column, nothing written, exit code 1', () => {
    const bad = file(
      'bad.csv',
      row({ value: 'nhiều' }),
      row({ area: 'sao-hoa', time_period: '2024-13' }),
      row(),
    );
    const ran = load(bad);
    expect(ran).toMatchObject({ code: 1, out: '' });
    for (const place of [
      'dòng 2, cột value',
      'dòng 3, cột area',
      'dòng 3, cột time_period',
      'dòng 4, cột source',
    ]) {
      expect(ran.err).toContain(place);
    }
    expect(load(join(folder.path, 'none.csv'))).toMatchObject({ code: 1, out: '' });
  });
});

describe('a command that is not understood', () => {
  test.each([
    [['dance']],
    [['ask']],
    [['load']],
    [['ask', '--color', 'x']],
    [['ask', 'x', '--today', '25/11/2026']],
    [['ask', 'x', '--today', '2026-02-30']],
  ])('%j ends with exit code 2 and the usage', (args) => {
    const ran = solieu(args, { settings });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Cách dùng:');
  });

  test('nothing, or --help, prints the usage', () => {
    for (const args of [[], ['--help'], ['ask', '-h']]) {
      const ran = solieu(args, { settings });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toMatch(/^Cách dùng:/);
    }
  });
});

test('a store that is no store is told in one sentence', () => {
  const path = join(folder.path, 'letter.db');
  writeFileSync(path, 'Kính gửi các anh chị, đây không phải cơ sở dữ liệu. '.repeat(50));
  const ran = solieu(['ask', 'xi măng 2016'], { settings: { SOLIEU_DB: path } });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toMatch(/^Tệp .* không phải kho số liệu hoặc đã hỏng\..*\n$/);
});

describe('a copy of the program with its own data', () => {
  const home = join(folder.path, 'home');
  const away = join(folder.path, 'away');
  /** Without a setting for the store, so that a `.env` file has its say. */
  const copy = (program: string, args: readonly string[], settings: Record<string, string> = {}) => {
    const { SOLIEU_DB: _, ...rest } = process.env;
    const env = { ...rest, TELEGRAM_BOT_TOKEN: '', WEB_PORT: '0', LOG_LEVEL: 'silent', ...settings };
    return spawnSync(process.execPath, [join(home, 'dist', program), ...args], {
      cwd: away,
      encoding: 'utf8',
      env,
      timeout: 30_000,
    });
  };

  beforeAll(() => {
    mkdirSync(home);
    mkdirSync(away);
    writeFileSync(join(away, 'package.json'), '{}');
    for (const part of ['dist', 'data', 'package.json'])
      cpSync(join(ROOT, part), join(home, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  });

  test('a relative store counts from the program, wherever it is started', () => {
    expect(copy('cli.js', ['ask', 'xi măng 2016'], { SOLIEU_DB: 'kho/a.db' }).status).toBe(0);
    expect(existsSync(join(home, 'kho/a.db'))).toBe(true);
    expect(existsSync(join(away, 'kho'))).toBe(false);
  });

  test('the settings come from a .env file, as the server reads them', () => {
    writeFileSync(join(home, '.env'), 'SOLIEU_DB=kho/b.db\n');
    expect(copy('cli.js', ['ask', 'xi măng 2016']).status).toBe(0);
    expect(existsSync(join(home, 'kho/b.db'))).toBe(true);
    // The folder where it is started goes first.
    writeFileSync(join(away, '.env'), 'SOLIEU_DB=kho/c.db\n');
    expect(copy('cli.js', ['ask', 'xi măng 2016']).status).toBe(0);
    expect(existsSync(join(home, 'kho/c.db'))).toBe(true);
  });

  test('a bad data folder is told with file, line and column, by command and server', () => {
    writeFileSync(join(home, 'data/areas.csv'), 'area,name,kind\nlang-son,,province\n');
    for (const [program, args] of [
      ['cli.js', ['ask', 'xi măng 2016']],
      ['cli.js', ['load', 'x.csv']],
      ['main.js', []],
    ] as const) {
      const { status, stdout, stderr } = copy(program, args, { SOLIEU_DB: 'kho/a.db' });
      expect(status).toBe(1);
      if (program === 'cli.js') expect(stdout).toBe('');
      expect(stderr).toContain(`Thư mục số liệu ${join(home, 'data')} có `);
      expect(stderr).toContain('- tệp areas.csv, dòng 2, cột name: ô trống');
      expect(stderr).toContain('lấy lại tệp gốc');
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
