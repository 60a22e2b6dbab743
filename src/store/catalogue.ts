import type { Area, Indicator, Source } from '../stats/facts.js';
import type { Database } from './open.js';
import type { Alias, Catalogue, IndicatorGroup } from './reader.js';

/** The whole catalogue, in its own order. */
export function readCatalogue(db: Database): Catalogue {
  return {
    indicators: db
      .prepare<[], Indicator>(
        'SELECT id, name, grp AS "group", kind, unit FROM indicator ORDER BY position, id',
      )
      .all(),
    areas: db.prepare<[], Area>('SELECT id, name, kind, region FROM area ORDER BY position, id').all(),
    sources: db
      .prepare<[], Source>(
        `SELECT id, publisher, publisher_kind AS publisherKind, title, published, edition, url
         FROM source ORDER BY position, id`,
      )
      .all(),
    groups: readGroups(db),
    aliases: db
      .prepare<[], Alias>('SELECT kind, target, alias FROM alias ORDER BY kind, target, alias')
      .all(),
  };
}

function readGroups(db: Database): IndicatorGroup[] {
  const members = db
    .prepare<[string], string>('SELECT indicator FROM group_member WHERE grp = ? ORDER BY position')
    .pluck();
  return db
    .prepare<[], Omit<IndicatorGroup, 'members'>>('SELECT id, name, rule FROM grp ORDER BY position, id')
    .all()
    .map((group) => ({ ...group, members: members.all(group.id) as string[] }));
}
