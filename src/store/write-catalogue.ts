import type { Statement } from 'better-sqlite3';
import type { Area, Indicator, Source } from '../stats/facts.js';
import { editionEnd } from './edition.js';
import type { Origin, Provenance } from './files.js';
import type { Database } from './open.js';
import type { Alias, IndicatorGroup } from './reader.js';

/** What writing a catalogue entry did; `kept` = an operator's version stands against the data folder's. */
export type CatalogueOutcome = 'added' | 'changed' | 'unchanged' | 'kept';

type Row = Record<string, string>;
type Stored = Row & { owner: Origin; position: number; file: number };

/** Entries that an operator adds stand after those of the data folder. */
const OPERATOR_POSITIONS = 1_000_000;

/** One table of the catalogue: adds, changes, and (for the data folder) removes what vanished. */
class Table {
  readonly #select: Statement<[string], Stored>;
  readonly #insert: Statement<[Record<string, unknown>]>;
  readonly #update: Statement<[Record<string, unknown>]>;
  readonly #next: Statement<[], { next: number }>;
  readonly #seen = new Set<string>();

  constructor(
    readonly db: Database,
    readonly name: string,
    readonly columns: readonly string[],
  ) {
    const all = ['id', ...columns, 'position', 'file'];
    this.#select = db.prepare(
      `SELECT t.*, f.origin AS owner FROM ${name} t JOIN data_file f ON f.id = t.file WHERE t.id = ?`,
    );
    this.#insert = db.prepare(
      `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map((c) => `@${c}`).join(', ')})`,
    );
    this.#update = db.prepare(
      `UPDATE ${name} SET ${all.map((c) => `${c} = @${c}`).join(', ')} WHERE id = @id`,
    );
    this.#next = db.prepare(
      `SELECT max(${OPERATOR_POSITIONS}, coalesce(max(position) + 1, 0)) AS next FROM ${name}`,
    );
  }

  /** `sameParts` tells whether what hangs on the entry (a group's members) is the same too. */
  write(row: Row & { id: string }, from: Provenance, sameParts = true): CatalogueOutcome {
    this.#seen.add(row.id);
    const old = this.#select.get(row.id);
    const file = from.file;
    if (!old) {
      const position = from.origin === 'data' ? from.line : this.#next.get()!.next;
      this.#insert.run({ ...row, position, file });
      return 'added';
    }
    const same = sameParts && this.columns.every((c) => old[c] === row[c]);
    if (same && from.origin === 'operator') return 'unchanged';
    if (!same && from.origin === 'data' && old.owner === 'operator') return 'kept';
    const position = from.origin === 'data' ? from.line : old.position;
    if (!same || position !== old.position || file !== old.file) this.#update.run({ ...row, position, file });
    return same ? 'unchanged' : 'changed';
  }

  /** Removes the data folder's entries that were not written this time and that nothing needs. */
  sweep(needed: string): void {
    const stale = this.db
      .prepare<[], string>(
        `SELECT t.id FROM ${this.name} t JOIN data_file f ON f.id = t.file
         WHERE f.origin = 'data' AND NOT EXISTS (${needed})`,
      )
      .pluck()
      .all() as string[];
    const remove = this.db.prepare(`DELETE FROM ${this.name} WHERE id = ?`);
    for (const id of stale) if (!this.#seen.has(id)) remove.run(id);
  }
}

const NOTHING = 'SELECT 1 WHERE 0';

/** Writes the catalogue inside the caller's transaction. */
export class CatalogueWriter {
  readonly #db: Database;
  readonly #indicators: Table;
  readonly #areas: Table;
  readonly #sources: Table;
  readonly #groups: Table;
  readonly #aliases = new Set<number>();

  constructor(db: Database) {
    this.#db = db;
    this.#indicators = new Table(db, 'indicator', ['name', 'grp', 'kind', 'unit']);
    this.#areas = new Table(db, 'area', ['name', 'kind', 'region']);
    const source = ['publisher', 'publisher_kind', 'title', 'published', 'edition', 'edition_end', 'url'];
    this.#sources = new Table(db, 'source', source);
    this.#groups = new Table(db, 'grp', ['name', 'rule']);
  }

  indicator(i: Indicator, from: Provenance): CatalogueOutcome {
    return this.#indicators.write({ id: i.id, name: i.name, grp: i.group, kind: i.kind, unit: i.unit }, from);
  }

  area(a: Area, from: Provenance): CatalogueOutcome {
    return this.#areas.write({ id: a.id, name: a.name, kind: a.kind, region: a.region }, from);
  }

  source(s: Source, from: Provenance): CatalogueOutcome {
    const edition_end = editionEnd(s.edition);
    if (edition_end === null) throw new Error(`not an edition: ${s.edition}`);
    const { id, publisher, publisherKind: publisher_kind, title, published, edition, url } = s;
    return this.#sources.write(
      { id, publisher, publisher_kind, title, published, edition, edition_end, url },
      from,
    );
  }

  /** A group with its members, in their order; its indicators must be written before. */
  group(group: IndicatorGroup, from: Provenance): CatalogueOutcome {
    const members = this.#db
      .prepare<[string], string>('SELECT indicator FROM group_member WHERE grp = ? ORDER BY position')
      .pluck()
      .all(group.id) as string[];
    const same = members.join('|') === group.members.join('|');
    const outcome = this.#groups.write({ id: group.id, name: group.name, rule: group.rule }, from, same);
    if (same || outcome === 'kept') return outcome;
    this.#db.prepare('DELETE FROM group_member WHERE grp = ?').run(group.id);
    const insert = this.#db.prepare('INSERT INTO group_member VALUES (?, ?, ?)');
    group.members.forEach((member, position) => {
      insert.run(group.id, member, position);
    });
    return outcome;
  }

  alias(a: Alias, from: Provenance): CatalogueOutcome {
    const old = this.#db
      .prepare<string[], { id: number; owner: Origin; file: number }>(
        `SELECT a.id, a.file, f.origin AS owner FROM alias a JOIN data_file f ON f.id = a.file
         WHERE a.kind = ? AND a.target = ? AND a.alias = ?`,
      )
      .get(a.kind, a.target, a.alias);
    if (old) {
      this.#aliases.add(old.id);
      return 'unchanged';
    }
    const added = this.#db
      .prepare('INSERT INTO alias (kind, target, alias, file) VALUES (?, ?, ?, ?)')
      .run(a.kind, a.target, a.alias, from.file);
    this.#aliases.add(Number(added.lastInsertRowid));
    return 'added';
  }

  /**
   * After a build: removes what the data folder no longer has. Entries that an operator's figures still
   * need stay. To be called after the observations' own sweep.
   */
  sweep(): void {
    this.#groups.sweep(NOTHING);
    this.#indicators.sweep('SELECT 1 FROM observation o WHERE o.indicator = t.id');
    this.#areas.sweep('SELECT 1 FROM observation o WHERE o.area = t.id');
    this.#sources.sweep('SELECT 1 FROM observation o WHERE o.source = t.id');
    const stale = this.#db
      .prepare<[], number>(
        `SELECT a.id FROM alias a JOIN data_file f ON f.id = a.file WHERE f.origin = 'data'`,
      )
      .pluck()
      .all() as number[];
    const remove = this.#db.prepare('DELETE FROM alias WHERE id = ?');
    for (const id of stale) if (!this.#aliases.has(id)) remove.run(id);
  }
}
