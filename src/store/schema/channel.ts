/** What the chat channels keep: updates received but not yet answered, questions behind buttons, settings. */
export const CHANNEL_TABLES = `
CREATE TABLE inbox (
  update_id   INTEGER PRIMARY KEY,
  chat_id     INTEGER,
  body        TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  state       TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed')),
  attempts    INTEGER NOT NULL DEFAULT 0,
  error       TEXT
) STRICT;
CREATE INDEX inbox_pending ON inbox (update_id) WHERE state = 'pending';

CREATE TABLE button (
  key      TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  made_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT
) STRICT;
`;

/** How many messages of the reply are out already, where it takes several. */
export const INBOX_PARTS = 'ALTER TABLE inbox ADD COLUMN parts INTEGER NOT NULL DEFAULT 0';
