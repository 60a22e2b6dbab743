import { randomUUID } from 'node:crypto';
import { Buttons } from '../store/buttons.js';
import { Lease } from '../store/lease.js';
import { News } from '../store/news.js';
import type { Database } from '../store/open.js';
import { Outbox } from '../store/outbox.js';
import { Settings } from '../store/settings.js';
import { Subscriptions } from '../store/subscriptions.js';
import { Told } from '../store/told.js';
import { Alerts } from './alerts.js';
import { remembering } from './asker.js';
import { Changes } from './changes.js';
import { Composer } from './compose.js';
import { Corrections } from './corrections.js';
import { Courier } from './courier.js';
import { Desk } from './desk.js';
import { Gallery } from './gallery.js';
import { Outgoing } from './outgoing.js';
import { Planner } from './planner.js';
import type { Asker, Log, Post, Studio } from './ports.js';
import { Scheduler } from './scheduler.js';

export type { Asker, Fate, Log, Photo, Post, Studio } from './ports.js';

export interface DigestOptions {
  readonly db: Database;
  readonly asker: Asker;
  readonly post: Post;
  /** Draws pictures; without it a digest has none. */
  readonly studio?: Studio;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A name that no other process on the store has; one is made if none is given. */
  readonly owner?: string;
  /** Forgets the last question of a person in a chat. */
  readonly forget?: (chat: number, person: number) => void;
  readonly beatMs?: number;
  readonly leaseMs?: number;
}

/** Everything about digests over one store, put together. */
export function openDigests(options: DigestOptions) {
  const { db, post, log, now, owner = randomUUID() } = options;
  const asker = remembering(options.asker);
  const atomically = <T>(action: () => T): T => db.transaction(action).immediate();
  const facts = () => asker.facts;
  const [subs, outbox, told, news] = [new Subscriptions(db), new Outbox(db), new Told(db), new News(db)];
  const previews = new Told(db, 'previewed');
  const changes = new Changes(news, told, previews, facts);
  const composer = new Composer(asker, subs, news, changes);
  const outgoing = new Outgoing(outbox, told, previews, news, post);
  const planner = new Planner({ subs, outbox, news, composer, outgoing, atomically, log });
  const settings = new Settings(db);
  const alerts = new Alerts({
    subs,
    settings,
    news,
    changes,
    composer,
    outbox,
    outgoing,
    asker,
    atomically,
  });
  const corrections = new Corrections({ asker, subs, news, told, previews, outgoing, atomically });
  const gallery = new Gallery(options.studio ?? null, asker);
  const courier = new Courier({ db, outbox, subs, outgoing, post, gallery, log, now, owner });
  const lease = new Lease(db, 'digest', owner, options.leaseMs);
  const parts = { lease, planner, alerts, courier, outbox, told, previews, now, log };
  const scheduler = new Scheduler(parts, options.beatMs);
  const buttons = new Buttons(db);
  const forget = options.forget ?? (() => {});
  const desk = new Desk({ db, subs, told, previews, news, buttons, composer, asker, now, forget });
  return {
    desk,
    asker,
    subs,
    outbox,
    told,
    previews,
    news,
    composer,
    planner,
    alerts,
    corrections,
    courier,
    scheduler,
    lease,
  };
}

export type Digests = ReturnType<typeof openDigests>;
