/**
 * Who wants what and when, what is to be sent, what was told.
 *
 * `thread` is 0 where a chat has no topics: NULLs are all different in a UNIQUE index. Ids of chats need 52 bits, which
 * INTEGER has. Moments are milliseconds since 1970.
 */
export const DIGEST_TABLES = `
CREATE TABLE subscription (
  id         INTEGER PRIMARY KEY,
  chat       INTEGER NOT NULL,
  thread     INTEGER NOT NULL DEFAULT 0,
  -- who made it
  person     INTEGER NOT NULL,
  hour       INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  minute     INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 59),
  days       TEXT NOT NULL CHECK (days IN ('daily', 'workdays', 'monday')),
  -- 'all', 'watch' or 'group:' with the id of a group of the catalogue
  content    TEXT NOT NULL CHECK (content IN ('all', 'watch') OR content LIKE 'group:_%'),
  when_empty TEXT NOT NULL CHECK (when_empty IN ('silent', 'line')),
  -- 'off' by a person, 'no-topic' when its topic is gone
  state      TEXT NOT NULL CHECK (state IN ('on', 'off', 'no-topic')),
  next_at    INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (chat, thread)
) STRICT;
CREATE INDEX subscription_due ON subscription (next_at) WHERE state = 'on';

-- chats that refuse our messages (403): nothing is sent until somebody there speaks to us again
CREATE TABLE blocked (chat INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;

-- a followed indicator: the Question that a digest asks
CREATE TABLE watch (
  id       INTEGER PRIMARY KEY,
  chat     INTEGER NOT NULL,
  thread   INTEGER NOT NULL DEFAULT 0,
  person   INTEGER NOT NULL,
  label    TEXT NOT NULL,
  question TEXT NOT NULL,
  -- alert only when the growth crosses so many percent; NULL: at every new figure
  crosses  TEXT,
  added_at INTEGER NOT NULL,
  UNIQUE (chat, thread, label)
) STRICT;

-- up to where in the store's news a chat has heard
CREATE TABLE heard (
  chat        INTEGER NOT NULL,
  thread      INTEGER NOT NULL DEFAULT 0,
  observation INTEGER NOT NULL,
  history     INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (chat, thread)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY,
  digest     TEXT NOT NULL,
  chat       INTEGER NOT NULL,
  thread     INTEGER NOT NULL DEFAULT 0,
  part       INTEGER NOT NULL,
  body       TEXT NOT NULL,
  state      TEXT NOT NULL DEFAULT 'pending'
             CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'uncertain', 'skipped')),
  -- the process that is sending it
  owner      TEXT,
  attempts   INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL,
  -- worth sending until then
  until      INTEGER NOT NULL,
  message_id INTEGER,
  error      TEXT,
  -- what is to be remembered once it is out: figures told, news heard
  settles    TEXT,
  changed_at INTEGER NOT NULL,
  UNIQUE (digest, chat, thread, part)
) STRICT;
CREATE INDEX outbox_pending ON outbox (not_before, id) WHERE state = 'pending';
CREATE INDEX outbox_sending ON outbox (owner) WHERE state = 'sending';
CREATE INDEX outbox_of_chat ON outbox (chat);

-- which figure a chat was last told under a key, and by whose question
CREATE TABLE told (
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
  -- 0: nobody in particular (a digest)
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (chat, thread, indicator, area, level, measure, basis, time_period)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_of_key ON told (indicator, area, time_period);
CREATE INDEX told_at ON told (at);

CREATE TABLE lease (
  name  TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
`;
