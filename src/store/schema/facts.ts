/**
 * The catalogue and the observations.
 *
 * A *release* is one source's word on one key; its identity is (indicator, area, time_period, measure,
 * basis, level, source). `place` and `line` say where it was read and are no part of the identity, so a
 * corrected file revises a release instead of doubling it. Every release is kept; `current_observation`
 * chooses among them when asked (ANSWERING rule 5), so nothing has to be kept in step.
 *
 * `basis` is '' inside where a figure has none: NULLs are all different in a UNIQUE index.
 * Values are TEXT: the exact decimals of the file.
 * `file` is the file a row came from: rows of an operator's file survive a rebuild from the data folder.
 */
export const FACT_TABLES = `
CREATE TABLE data_file (
  id        INTEGER PRIMARY KEY,
  origin    TEXT NOT NULL CHECK (origin IN ('data', 'operator')),
  path      TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX data_file_of_data ON data_file (path) WHERE origin = 'data';
CREATE UNIQUE INDEX data_file_of_operator ON data_file (path, sha256) WHERE origin = 'operator';

CREATE TABLE indicator (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  grp      TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('product', 'value', 'index', 'count')),
  unit     TEXT NOT NULL,
  position INTEGER NOT NULL,
  file     INTEGER NOT NULL REFERENCES data_file (id)
) STRICT;

CREATE TABLE area (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('country', 'region', 'province')),
  position INTEGER NOT NULL,
  file     INTEGER NOT NULL REFERENCES data_file (id)
) STRICT;

CREATE TABLE source (
  id             TEXT PRIMARY KEY,
  publisher      TEXT NOT NULL,
  publisher_kind TEXT NOT NULL
                 CHECK (publisher_kind IN ('statistical-office', 'ministry', 'government', 'press')),
  title          TEXT NOT NULL,
  published      TEXT NOT NULL,
  edition        TEXT NOT NULL,
  edition_end    TEXT NOT NULL,
  url            TEXT NOT NULL,
  publisher_rank INTEGER GENERATED ALWAYS AS (
    CASE publisher_kind WHEN 'statistical-office' THEN 0 WHEN 'ministry' THEN 1
                        WHEN 'government' THEN 2 ELSE 3 END) VIRTUAL,
  position       INTEGER NOT NULL,
  file           INTEGER NOT NULL REFERENCES data_file (id)
) STRICT;

CREATE TABLE grp (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  rule     TEXT NOT NULL CHECK (rule IN ('all', 'first')),
  position INTEGER NOT NULL,
  file     INTEGER NOT NULL REFERENCES data_file (id)
) STRICT;

CREATE TABLE group_member (
  grp       TEXT NOT NULL REFERENCES grp (id) ON DELETE CASCADE,
  indicator TEXT NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  PRIMARY KEY (grp, indicator)
) STRICT;

CREATE TABLE alias (
  id     INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL CHECK (kind IN ('indicator', 'group', 'area')),
  target TEXT NOT NULL,
  alias  TEXT NOT NULL,
  file   INTEGER NOT NULL REFERENCES data_file (id),
  UNIQUE (kind, target, alias)
) STRICT;

CREATE TABLE observation (
  id           INTEGER PRIMARY KEY,
  indicator    TEXT NOT NULL REFERENCES indicator (id),
  area         TEXT NOT NULL REFERENCES area (id),
  time_period  TEXT NOT NULL,
  measure      TEXT NOT NULL CHECK (measure IN ('actual', 'target', 'growth', 'index', 'completion')),
  basis        TEXT NOT NULL CHECK (basis IN ('', 'yoy', 'mom', 'avg_annual', 'vs_plan', 'prev_year_100')),
  level        TEXT NOT NULL CHECK (level IN ('area', 'enterprise')),
  source       TEXT NOT NULL REFERENCES source (id),
  value        TEXT NOT NULL,
  value_to     TEXT,
  unit         TEXT NOT NULL,
  bound        TEXT,
  status       TEXT NOT NULL CHECK (status IN ('A', 'P', 'E', '')),
  as_published TEXT NOT NULL,
  trust        TEXT NOT NULL CHECK (trust IN ('checked', 'unverified', 'doubtful')),
  place        TEXT NOT NULL,
  note         TEXT NOT NULL,
  period_from  INTEGER NOT NULL,
  period_to    INTEGER NOT NULL,
  status_rank  INTEGER GENERATED ALWAYS AS (CASE status WHEN 'P' THEN 1 WHEN 'E' THEN 2 ELSE 0 END) VIRTUAL,
  file         INTEGER NOT NULL REFERENCES data_file (id),
  line         INTEGER NOT NULL,
  -- an operator's file that says the same as the data folder: the row outlives the folder's
  confirmed_by INTEGER REFERENCES data_file (id),
  UNIQUE (indicator, area, time_period, measure, basis, level, source)
) STRICT;
CREATE INDEX observation_of_area ON observation (area, time_period, measure);

-- what a release said before it was revised or removed
CREATE TABLE observation_history (
  id           INTEGER PRIMARY KEY,
  replaced_at  TEXT NOT NULL,
  reason       TEXT NOT NULL CHECK (reason IN ('revised', 'annotated', 'removed')),
  indicator    TEXT NOT NULL,
  area         TEXT NOT NULL,
  time_period  TEXT NOT NULL,
  measure      TEXT NOT NULL,
  basis        TEXT NOT NULL,
  level        TEXT NOT NULL,
  source       TEXT NOT NULL,
  value        TEXT NOT NULL,
  value_to     TEXT,
  unit         TEXT NOT NULL,
  bound        TEXT,
  status       TEXT NOT NULL,
  as_published TEXT NOT NULL,
  trust        TEXT NOT NULL,
  place        TEXT NOT NULL,
  note         TEXT NOT NULL,
  file         TEXT NOT NULL,
  line         INTEGER NOT NULL
) STRICT;
CREATE INDEX observation_history_of ON observation_history (indicator, area, time_period);

-- one row: a number that grows whenever facts or the catalogue change
CREATE TABLE fact_revision (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO fact_revision VALUES (1, 0);

-- Rule 5 in SQL: a release is current unless a better one stands under the same key. Both sides are
-- found through the index of the identity; a window over whole rows takes twice as long.
CREATE VIEW current_observation AS
SELECT o.* FROM observation o JOIN source s ON s.id = o.source
WHERE o.trust <> 'doubtful' AND NOT EXISTS (
  SELECT 1 FROM observation b JOIN source t ON t.id = b.source
  WHERE b.indicator = o.indicator AND b.area = o.area AND b.time_period = o.time_period
    AND b.measure = o.measure AND b.basis = o.basis AND b.level = o.level
    AND b.id <> o.id AND b.trust <> 'doubtful'
    AND (b.status_rank < o.status_rank OR b.status_rank = o.status_rank
      AND (t.edition_end > s.edition_end OR t.edition_end = s.edition_end
        AND (t.publisher_rank < s.publisher_rank OR t.publisher_rank = s.publisher_rank
          AND b.source < o.source))));
`;
