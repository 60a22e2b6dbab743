import type { Database } from './open.js';

const OF_CHATS = ['subscription', 'watch', 'heard', 'outbox', 'told', 'previewed', 'blocked'] as const;

/** A group that became a supergroup has a new id: it is rewritten everywhere at once. */
export function moveChat(db: Database, from: number, to: number): void {
  db.transaction(() => {
    for (const table of OF_CHATS) {
      // Where the new id has a row of its own already, the newer one stays.
      db.prepare(`UPDATE OR IGNORE ${table} SET chat = ? WHERE chat = ?`).run(to, from);
      db.prepare(`DELETE FROM ${table} WHERE chat = ?`).run(from);
    }
  }).immediate();
}

/** What was forgotten of a person. */
export interface Erased {
  readonly subscriptions: number;
  readonly watches: number;
  readonly figures: number;
}

/**
 * Forgets a person: everything of the private chat with them, and what bears their name in groups. What a group decided
 * (its subscription) stays, without their name. Messages that were answered keep their number only, against duplicates.
 */
export function erasePerson(db: Database, person: number): Erased {
  return db
    .transaction((): Erased => {
      const count = (sql: string, ...ids: number[]) => db.prepare(sql).run(...ids).changes;
      const subscriptions = count('DELETE FROM subscription WHERE chat = ?', person);
      const watches = count('DELETE FROM watch WHERE chat = ?', person);
      const figures = count('DELETE FROM told WHERE chat = ? OR person = ?', person, person);
      count('DELETE FROM previewed WHERE chat = ? OR person = ?', person, person);
      count('DELETE FROM heard WHERE chat = ?', person);
      count('DELETE FROM outbox WHERE chat = ?', person);
      count('DELETE FROM blocked WHERE chat = ?', person);
      count('UPDATE subscription SET person = 0 WHERE person = ?', person);
      count('UPDATE watch SET person = 0 WHERE person = ?', person);
      count(
        `UPDATE inbox SET body = '{}' WHERE state <> 'pending' AND (chat_id = ? OR (json_valid(body) AND ? IN (
          json_extract(body, '$.message.from.id'), json_extract(body, '$.callback_query.from.id'),
          json_extract(body, '$.edited_message.from.id'), json_extract(body, '$.inline_query.from.id'),
          json_extract(body, '$.my_chat_member.from.id'))))`,
        person,
        person,
      );
      return { subscriptions, watches, figures };
    })
    .immediate();
}
