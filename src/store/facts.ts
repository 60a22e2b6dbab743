import type { Statement } from 'better-sqlite3';
import type { Area, Indicator, Observation, Source } from '../stats/facts.js';
import { readCatalogue } from './catalogue.js';
import type { Database } from './open.js';
import type { Catalogue, FactFilter, FactKey, Facts } from './reader.js';
import { factRevision } from './revision.js';
import { RowCache } from './row-cache.js';

/** Facts over a store's file; the file may be changed by this process or another one. */
export interface StoredFacts extends Facts {
  /**
   * Looks (with one tiny query) whether facts were changed and reads the catalogue again if so; true if
   * they were. Reading `revision` does the same. Figures always come fresh from the file.
   */
  refresh(): boolean;
}

/** Opens the read side of a store. */
export function openFacts(db: Database): StoredFacts {
  return new SqlFacts(db);
}

const COLUMNS = `o.indicator, o.area, o.level, o.measure, nullif(o.basis, ''), o.time_period, o.value, o.value_to,
  o.unit, o.bound, o.status, o.as_published, o.trust, o.source, o.place, o.note`;

/** The cells in the order of COLUMNS. Rows come raw: naming cells here is twice as fast as in the driver. */
type Cells = [
  indicator: string,
  area: string,
  level: Observation['level'],
  measure: Observation['measure'],
  basis: Observation['basis'],
  period: string,
  value: string,
  valueTo: string | null,
  unit: string,
  bound: string | null,
  status: Observation['status'],
  asPublished: string,
  trust: Observation['trust'],
  source: string,
  place: string,
  note: string,
];

function toObservation(c: Cells): Observation {
  return {
    indicator: c[0],
    area: c[1],
    level: c[2],
    measure: c[3],
    basis: c[4],
    period: c[5],
    value: c[6],
    valueTo: c[7],
    unit: c[8],
    bound: c[9],
    status: c[10],
    asPublished: c[11],
    trust: c[12],
    source: c[13],
    place: c[14],
    note: c[15],
  };
}

/** How a filter's field is written in SQL. */
const CONDITIONS: readonly (readonly [field: keyof FactFilter, sql: string])[] = [
  ['indicator', 'o.indicator = ?'],
  ['area', 'o.area = ?'],
  ['measure', 'o.measure = ?'],
  ['basis', 'o.basis = ?'],
  ['period', 'o.time_period = ?'],
];

/** Catalogue order, then time (by end, the shorter first), then measure and basis. */
const ORDER = `i.position, i.id, a.position, a.id, o.period_to, o.period_from DESC, o.time_period,
  o.measure, o.basis, o.level`;

const RELEASES = `SELECT ${COLUMNS}
  FROM observation o JOIN source s ON s.id = o.source
  WHERE o.indicator = ? AND o.area = ? AND o.time_period = ? AND o.measure = ? AND o.basis = ? AND o.level = ?
  ORDER BY o.trust = 'doubtful', o.status_rank, s.edition_end DESC, s.publisher_rank, o.source, o.id`;

const NEWEST = `SELECT ${COLUMNS}
  FROM observation o JOIN indicator i ON i.id = o.indicator JOIN source s ON s.id = o.source
  WHERE o.area = ? AND o.level = 'area' AND o.trust <> 'doubtful' AND o.measure IN ('actual', 'index', 'growth')
  ORDER BY o.period_to DESC, o.period_from DESC, i.position, o.measure, s.edition_end DESC LIMIT 1`;

/** What is held at all: read once per revision. */
interface Held {
  readonly catalogue: Catalogue;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly sources: ReadonlyMap<string, Source>;
  /** `indicator area` pairs held at area level. */
  readonly pairs: ReadonlySet<string>;
  readonly enterpriseOnly: ReadonlySet<string>;
  readonly sourcesOf: ReadonlyMap<string, readonly string[]>;
}

class SqlFacts implements StoredFacts {
  readonly #db: Database;
  readonly #current = new Map<string, Statement<string[], Cells>>();
  readonly #releases: Statement<string[], Cells>;
  readonly #newest: Statement<string[], Cells>;
  readonly #rows = new RowCache(60_000);
  readonly #released = new RowCache(5_000);
  readonly #latest = new Map<string, Observation | null>();
  #held: Held;
  #revision: number;

  constructor(db: Database) {
    this.#db = db;
    this.#releases = db.prepare<string[], Cells>(RELEASES).raw();
    this.#newest = db.prepare<string[], Cells>(NEWEST).raw();
    [this.#revision, this.#held] = this.#read();
  }

  get catalogue(): Catalogue {
    return this.#held.catalogue;
  }

  get revision(): number {
    this.refresh();
    return this.#revision;
  }

  refresh(): boolean {
    if (factRevision(this.#db) === this.#revision) return false;
    [this.#revision, this.#held] = this.#read();
    this.#rows.clear();
    this.#released.clear();
    this.#latest.clear();
    return true;
  }

  indicator(id: string): Indicator | undefined {
    return this.#held.indicators.get(id);
  }

  area(id: string): Area | undefined {
    return this.#held.areas.get(id);
  }

  source(id: string): Source | undefined {
    return this.#held.sources.get(id);
  }

  current(filter: FactFilter): readonly Observation[] {
    const { indicator, area, period } = filter;
    if (area === undefined) return this.#query(filter);
    // All indicators of an area may be very many rows: of one period only that period is read.
    const key =
      indicator !== undefined ? { indicator, area } : period !== undefined ? { area, period } : { area };
    const name = `${indicator ?? '*'} ${area}${indicator === undefined && period !== undefined ? ` ${period}` : ''}`;
    const run = this.#rows.get(name, () => this.#query(key));
    const rows = period === undefined ? run.all : (run.byPeriod.get(period) ?? []);
    const { measure, basis } = filter;
    if (measure === undefined && basis === undefined) return rows;
    return rows.filter(
      (o) => (measure === undefined || o.measure === measure) && (basis === undefined || o.basis === basis),
    );
  }

  latest(area: string): Observation | null {
    let found = this.#latest.get(area);
    if (found === undefined) {
      const cells = this.#newest.get(area);
      found = cells ? toObservation(cells) : null;
      this.#latest.set(area, found);
    }
    return found;
  }

  #query(filter: FactFilter): readonly Observation[] {
    const used = CONDITIONS.filter(([field]) => filter[field] !== undefined);
    const where = used.map(([, sql]) => sql).join(' AND ');
    let statement = this.#current.get(where);
    if (!statement) {
      statement = this.#db.prepare<string[], Cells>(currentSql(where)).raw();
      this.#current.set(where, statement);
    }
    return statement.all(...used.map(([field]) => filter[field] ?? '')).map(toObservation);
  }

  releases(key: FactKey): readonly Observation[] {
    const basis = key.basis ?? '';
    const name = `${key.indicator} ${key.area} ${key.period} ${key.measure} ${basis} ${key.level}`;
    return this.#released.get(name, () =>
      this.#releases
        .all(key.indicator, key.area, key.period, key.measure, basis, key.level)
        .map(toObservation),
    ).all;
  }

  everHeld(indicator: string, area: string): boolean {
    return this.#held.pairs.has(`${indicator} ${area}`);
  }

  enterpriseOnly(indicator: string): boolean {
    return this.#held.enterpriseOnly.has(indicator);
  }

  sourcesOf(area: string): readonly string[] {
    return this.#held.sourcesOf.get(area) ?? [];
  }

  #read(): [number, Held] {
    // One read transaction: the number and what it stands for belong together.
    return this.#db.transaction((): [number, Held] => [factRevision(this.#db), readHeld(this.#db)])();
  }
}

/** The query behind {@link Facts.current}. */
export function currentSql(where: string): string {
  return `SELECT ${COLUMNS}
    FROM current_observation o JOIN indicator i ON i.id = o.indicator JOIN area a ON a.id = o.area
    ${where ? `WHERE ${where}` : ''} ORDER BY ${ORDER}`;
}

function readHeld(db: Database): Held {
  const catalogue = readCatalogue(db);
  const pairs = new Set<string>();
  const atArea = new Set<string>();
  const atEnterprise = new Set<string>();
  const held = db.prepare<[], { indicator: string; area: string; level: string }>(
    `SELECT DISTINCT indicator, area, level FROM observation WHERE trust <> 'doubtful'`,
  );
  for (const row of held.iterate()) {
    if (row.level === 'area') {
      pairs.add(`${row.indicator} ${row.area}`);
      atArea.add(row.indicator);
    } else atEnterprise.add(row.indicator);
  }
  const sourcesOf = new Map<string, string[]>();
  const gave = db.prepare<[], { area: string; source: string }>(
    `SELECT o.area, o.source FROM (SELECT DISTINCT area, source FROM observation) o
     JOIN source s ON s.id = o.source ORDER BY s.edition_end DESC, s.publisher_rank, s.id`,
  );
  for (const row of gave.iterate()) {
    const list = sourcesOf.get(row.area);
    if (list) list.push(row.source);
    else sourcesOf.set(row.area, [row.source]);
  }
  return {
    catalogue,
    indicators: new Map(catalogue.indicators.map((i) => [i.id, i])),
    areas: new Map(catalogue.areas.map((a) => [a.id, a])),
    sources: new Map(catalogue.sources.map((s) => [s.id, s])),
    pairs,
    enterpriseOnly: new Set([...atEnterprise].filter((id) => !atArea.has(id))),
    sourcesOf,
  };
}
