import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildStore } from '../../src/ingest/build.js';
import { openFacts, type StoredFacts } from '../../src/store/facts.js';
import type { Database } from '../../src/store/open.js';
import { dataFolder, observations, row } from '../ingest/fixtures.js';
import { folder, store } from './folder.js';

let db: Database;
const held = (...rows: string[]): StoredFacts => {
  buildStore(db, dataFolder(folder(), { 'observations/a.csv': observations(...rows) }));
  return openFacts(db);
};
const key = {
  indicator: 'xi-mang',
  area: 'lang-son',
  level: 'area',
  measure: 'actual',
  basis: null,
  period: '2021',
} as const;

beforeEach(() => {
  db = store(join(folder(), 'kho.sqlite'));
});

describe('rule 5', () => {
  // S1 statistical office, edition 2022 = 2022-12-31 · B0 ministry, 2022-12 = 2022-12-31 · S2 press, 2022-05-04
  it.each<[string, Record<string, string>[], string[]]>([
    [
      'status before edition',
      [
        { source: 'S2', status: 'A' },
        { source: 'S1', status: 'P' },
        { source: 'B0', status: 'E' },
      ],
      ['S2', 'S1', 'B0'],
    ],
    ['edition before publisher', [{ source: 'S2' }, { source: 'B0' }], ['B0', 'S2']],
    ['publisher before id', [{ source: 'B0' }, { source: 'S1' }], ['S1', 'B0']],
    [
      'a target without status is final',
      [
        { source: 'S1', measure: 'target', status: 'P' },
        { source: 'S2', measure: 'target', status: '' },
      ],
      ['S2', 'S1'],
    ],
    [
      'never a doubtful one',
      [
        { source: 'S1', trust: 'doubtful' },
        { source: 'S2', status: 'E' },
      ],
      ['S2', 'S1'],
    ],
  ])('%s', (_what, rows, order) => {
    const facts = held(...rows.map((r) => row(r)));
    const measure = (rows[0]!.measure ?? 'actual') as 'actual' | 'target';
    expect(facts.current({}).map((o) => o.source)).toEqual(order.slice(0, 1));
    expect(facts.releases({ ...key, measure }).map((o) => o.source)).toEqual(order);
  });

  it('has no current figure where all are doubtful', () => {
    const facts = held(row({ trust: 'doubtful' }));
    expect(facts.current({})).toEqual([]);
    expect(facts.releases(key)).toHaveLength(1);
    expect(facts.everHeld('xi-mang', 'lang-son')).toBe(false);
  });

  it('keeps levels, measures and bases apart', () => {
    const facts = held(
      row(),
      row({ level: 'enterprise' }),
      row({ measure: 'growth', basis: 'yoy', unit: '%', value: '1' }),
      row({ measure: 'growth', basis: 'mom', unit: '%', value: '2' }),
    );
    expect(facts.current({ indicator: 'xi-mang' })).toHaveLength(4);
    expect(facts.current({ basis: null }).map((o) => o.level)).toEqual(['area', 'enterprise']);
    expect(facts.current({ basis: 'mom' }).map((o) => o.value)).toEqual(['2']);
    expect(facts.current({ measure: 'growth', period: '2021', area: 'lang-son' })).toHaveLength(2);
  });
});

describe('openFacts', () => {
  it('gives an observation as it was written', () => {
    const facts = held(
      row({ value: '7.50', value_to: '8', bound: 'gần', as_published: '7,5', place: 'tr. 3', note: 'x' }),
    );
    expect(facts.current(key)).toEqual([
      {
        ...key,
        value: '7.50',
        valueTo: '8',
        unit: 'tấn',
        bound: 'gần',
        status: 'A',
        asPublished: '7,5',
        trust: 'checked',
        source: 'S1',
        place: 'tr. 3',
        note: 'x',
      },
    ]);
  });

  it('orders by catalogue, then time', () => {
    const periods = [
      '2021',
      '2021-12',
      '2021-Q1',
      '2021-01',
      '2020',
      '2021-01-01/P2M',
      '2017-01-01/P5Y',
      '2021-S1',
      '2021-10',
    ];
    const iip = row({
      indicator: 'iip',
      measure: 'growth',
      basis: 'yoy',
      unit: '%',
      value: '1',
      time_period: '1999',
    });
    const facts = held(
      iip,
      row({ area: 'ca-nuoc', time_period: '2030' }),
      ...periods.map((time_period) => row({ time_period })),
    );
    expect(facts.current({}).map((o) => o.period)).toEqual([
      '2030',
      '2020',
      '2021-01',
      '2021-01-01/P2M',
      '2021-Q1',
      '2021-S1',
      '2021-10',
      '2021-12',
      '2021',
      '2017-01-01/P5Y',
      '1999',
    ]);
  });

  it('knows what is held at all', () => {
    const facts = held(
      row({ level: 'enterprise', source: 'S2' }),
      row({ indicator: 'iip', unit: '%', value: '1' }),
      row({ area: 'ca-nuoc', source: 'B0' }),
      row({ indicator: 'iip', area: 'ca-nuoc', unit: '%', source: 'S2' }),
    );
    expect(facts.everHeld('xi-mang', 'lang-son')).toBe(false);
    expect(facts.everHeld('xi-mang', 'ca-nuoc')).toBe(true);
    expect(facts.enterpriseOnly('xi-mang')).toBe(false);
    expect(facts.sourcesOf('ca-nuoc')).toEqual(['B0', 'S2']);
    expect(facts.sourcesOf('nowhere')).toEqual([]);
    expect(facts.indicator('iip')?.unit).toBe('%');
    expect(facts.area('lang-son')?.kind).toBe('province');
    expect(facts.source('S2')?.publisherKind).toBe('press');
  });

  it('knows an indicator of single enterprises', () => {
    expect(held(row({ level: 'enterprise' })).enterpriseOnly('xi-mang')).toBe(true);
  });

  it('finds current figures through indexes', () => {
    held(row());
    const plan = (where: string) =>
      (
        db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM current_observation WHERE ${where}`).all() as {
          detail: string;
        }[]
      ).map((r) => r.detail);
    for (const where of [`indicator = 'a' AND area = 'b'`, `area = 'b' AND time_period = 'c'`]) {
      expect(plan(where).filter((d) => d.startsWith('SCAN'))).toEqual([]);
    }
  });
});
