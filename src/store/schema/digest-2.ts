/**
 * Pictures in digests, alerts with a condition, what a preview showed, and ids of observations that are never used twice.
 */
export const DIGEST_2_TABLES = `
ALTER TABLE subscription ADD COLUMN charts INTEGER NOT NULL DEFAULT 0 CHECK (charts IN (0, 1));

-- alert only of what stays below its plan, or only of what is revised; NULL: of every figure
ALTER TABLE watch ADD COLUMN only_when TEXT CHECK (only_when IN ('plan', 'revised'));

-- 'photo': the body is the Question whose answer is drawn when it is sent
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'photo'));

-- what a chat saw in a preview: a correction concerns it, but the digest still tells it
CREATE TABLE previewed (
  chat        INTEGER NOT NULL,
  thread      INTEGER NOT NULL DEFAULT 0,
  indicator   TEXT NOT NULL,
  area        TEXT NOT NULL,
  level       TEXT NOT NULL,
  measure     TEXT NOT NULL,
  basis       TEXT NOT NULL,
  time_period TEXT NOT NULL,
  value       TEXT NOT NULL,
  value_to    TEXT,
  bound       TEXT,
  unit        TEXT NOT NULL,
  status      TEXT NOT NULL,
  source      TEXT NOT NULL,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (chat, thread, indicator, area, level, measure, basis, time_period)
) STRICT, WITHOUT ROWID;
CREATE INDEX previewed_of_key ON previewed (indicator, area, time_period);
CREATE INDEX previewed_at ON previewed (at);

-- the highest id that an observation ever had: news are counted by ids, so none may come back
CREATE TABLE observation_highest (one INTEGER PRIMARY KEY CHECK (one = 1), id INTEGER NOT NULL) STRICT;
INSERT INTO observation_highest VALUES (1, max(
  (SELECT coalesce(max(id), 0) FROM observation), (SELECT coalesce(max(observation), 0) FROM heard),
  (SELECT coalesce(max(json_extract(value, '$.observation')), 0) FROM setting WHERE key = 'digest.alerted')));
CREATE TRIGGER observation_gone AFTER DELETE ON observation
WHEN OLD.id > (SELECT id FROM observation_highest)
BEGIN UPDATE observation_highest SET id = OLD.id; END;
`;
