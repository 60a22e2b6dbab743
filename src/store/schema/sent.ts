/** Pictures that Telegram keeps for us: sent again by their id instead of being drawn and uploaded again. */
export const SENT_TABLES = `
CREATE TABLE picture (
  bot     INTEGER NOT NULL,
  key     TEXT NOT NULL,
  file_id TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (bot, key)
) STRICT, WITHOUT ROWID;
`;
