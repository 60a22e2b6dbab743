import { CHANNEL_TABLES, INBOX_PARTS } from './schema/channel.js';
import { DIGEST_TABLES } from './schema/digest.js';
import { DIGEST_2_TABLES } from './schema/digest-2.js';
import { FACT_TABLES } from './schema/facts.js';
import { AREA_REGION } from './schema/region.js';
import { SENT_TABLES } from './schema/sent.js';

/**
 * One step of the schema. A step that was released is never edited. Steps of branches that grew beside each other may come
 * in any order, so a step needs nothing but steps of lower numbers.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step, in order; numbers may be left out. The last one's is the file's `user_version`. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'facts', sql: FACT_TABLES },
  { version: 2, name: 'channel', sql: CHANNEL_TABLES },
  { version: 3, name: 'digest', sql: DIGEST_TABLES },
  { version: 4, name: 'parts', sql: INBOX_PARTS },
  { version: 5, name: 'digest-2', sql: DIGEST_2_TABLES },
  { version: 6, name: 'sent', sql: SENT_TABLES },
  { version: 8, name: 'region', sql: AREA_REGION },
];

/** The version that this program writes and understands. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((m) => m.version));
