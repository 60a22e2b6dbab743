import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStore } from '../../src/ingest/build.js';
import { openFacts, type StoredFacts } from '../../src/store/facts.js';
import { type Database, openStore } from '../../src/store/open.js';
import type { FactKey } from '../../src/store/reader.js';

const DATA = join(import.meta.dirname, '..', '..', 'data');
let db: Database;
let facts: StoredFacts;

beforeAll(() => {
  db = openStore(':memory:');
  buildStore(db, DATA);
  facts = openFacts(db);
});
afterAll(() => db.close());

const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const key = (indicator: string, area: string, period: string, more: Partial<FactKey> = {}): FactKey => ({
  indicator,
  area,
  period,
  level: 'area',
  measure: 'actual',
  basis: null,
  ...more,
});
const current = (indicator: string, area: string, period: string) =>
  facts.current({ indicator, area, period, measure: 'actual' }).map((o) => [o.value, o.source, o.status]);

describe("the project's own data", () => {
  it('is held without a row lost', () => {
    expect([count('observation'), count('indicator'), count('area'), count('source')]).toEqual([
      16_059, 181, 72, 133,
    ]);
    expect(facts.current({}).length).toBe(13_303);
  });

  it('is not built again while it is unchanged', () => {
    const revision = facts.revision;
    expect(buildStore(db, DATA).built).toBe(false);
    expect(facts.revision).toBe(revision);
  });

  it('prefers the revised yearbook', () => {
    expect(current('gtsxcn-gia-hien-hanh', 'lang-son', '2005')).toEqual([['696', 'S26', 'A']]);
    const releases = facts.releases(key('gtsxcn-gia-hien-hanh', 'lang-son', '2005'));
    expect(releases.map((o) => [o.value, o.source])).toEqual([
      ['696', 'S26'],
      ['667.6', 'S25'],
    ]);
  });

  it('prefers final to preliminary', () => {
    expect(current('go-khai-thac', 'lang-son', '2008').map(([value]) => value)).toEqual(['74400']);
    expect(current('go-khai-thac', 'lang-son', '2011').map(([value, , status]) => [value, status])).toEqual([
      ['89800', 'A'],
    ]);
    const values = facts.releases(key('go-khai-thac', 'lang-son', '2011')).map((o) => [o.value, o.status]);
    expect(values).toContainEqual(['89700', 'P']);
  });

  it('never tells a doubtful figure', () => {
    expect(facts.current({}).filter((o) => o.trust === 'doubtful')).toEqual([]);
    const doubtful = key('iip', 'lang-son', '2024-11', { measure: 'growth', basis: 'yoy' });
    const { level: _, ...filter } = doubtful;
    expect(facts.current(filter).map((o) => o.value)).not.toContain('9.99');
    expect(facts.releases(doubtful).at(-1)).toMatchObject({ value: '9.99', trust: 'doubtful' });
  });

  it("prefers a month's restatement to its estimate", () => {
    const [restated, estimate] = facts.releases(key('than-da-than-sach', 'ca-nuoc', '2018-01'));
    expect(restated).toMatchObject({ status: 'A', source: 'M-2018-02' });
    expect(estimate).toMatchObject({ status: 'E', source: 'M-2018-01', value: '3442955.3' });
    expect(current('than-da-than-sach', 'ca-nuoc', '2018-01')[0]?.[0]).toBe(restated?.value);
  });

  it('answers keyed questions fast', () => {
    const time = (action: () => unknown) => {
      const times = Array.from({ length: 50 }, () => {
        const start = performance.now();
        action();
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    expect(
      time(() => facts.current({ indicator: 'xi-mang', area: 'ca-nuoc', measure: 'actual', period: '2021' })),
    ).toBeLessThan(1);
    expect(time(() => facts.current({ indicator: 'xi-mang', area: 'ca-nuoc' }))).toBeLessThan(2);
    expect(time(() => buildStore(db, DATA))).toBeLessThan(50);
  });
});
