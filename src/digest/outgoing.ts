import type { Block } from '../reply/reply.js';
import type { Mark, News } from '../store/news.js';
import type { Outbox } from '../store/outbox.js';
import type { FactKey } from '../store/reader.js';
import type { Place } from '../store/subscriptions.js';
import type { Told, ToldFigure } from '../store/told.js';
import type { Composed } from './compose.js';
import type { Picture } from './pictures.js';
import type { Post } from './ports.js';

/** What is remembered of a message once it is out. */
interface Settles {
  readonly figures: readonly ToldFigure[];
  readonly withdrawn: readonly FactKey[];
  /** Up to where the place has heard; null where the message was about something else. */
  readonly mark: Mark | null;
}

/** Blocks as the texts that go out, with what is remembered of them. */
interface Drawn {
  readonly texts: readonly string[];
  readonly settles: string;
  readonly mark: Mark | null;
}

/** Puts messages into the outbox, and remembers them when they are out. */
export class Outgoing {
  readonly #kept = new WeakMap<readonly Block[], Drawn>();

  constructor(
    private readonly outbox: Outbox,
    private readonly told: Told,
    private readonly previews: Told,
    private readonly news: News,
    private readonly post: Pick<Post, 'draw'>,
  ) {}

  /**
   * Adds a message in as many parts as it takes, in place of older ones of its kind that still wait. Returns how many
   * parts were new; must run in a transaction with whatever says that the message was made.
   */
  add(
    digest: string,
    place: Place,
    what: Composed & { readonly pictures?: readonly Picture[] },
    times: { readonly now: number; readonly until: number; readonly mark?: Mark },
  ): number {
    const { now, until, mark = null } = times;
    // Alerts and notices each tell something of their own.
    if (/^[cd]:/.test(digest)) this.outbox.supersede(place, digest, now);
    // A digest holds everything followed that is not told yet, so an alert that still waits is in it.
    if (digest.startsWith('d:')) this.outbox.supersede(place, 'a:', now);
    const { pictures = [] } = what;
    const { texts, settles } = this.#drawn(what, mark);
    let part = 0;
    let added = 0;
    const put = (kind: 'text' | 'photo', body: string, settles: string | null) => {
      const parcel = {
        chat: place.chat,
        thread: place.thread,
        digest,
        part,
        kind,
        body,
        notBefore: now,
        until,
      };
      part += 1;
      if (this.outbox.add({ ...parcel, settles }, now)) added += 1;
    };
    // Once the words are all there the place has heard; each picture is remembered by itself.
    for (const [i, body] of texts.entries()) put('text', body, i === texts.length - 1 ? settles : null);
    for (const { question, figures } of pictures) {
      const shown: Settles = { figures, withdrawn: [], mark: null };
      put('photo', JSON.stringify(question), JSON.stringify(shown));
    }
    return added;
  }

  /** Ten thousand chats are told the same: the same blocks are drawn once. */
  #drawn({ blocks, figures, withdrawn }: Composed, mark: Mark | null): Drawn {
    const known = this.#kept.get(blocks);
    if (known && known.mark?.observation === mark?.observation && known.mark?.history === mark?.history)
      return known;
    const settles: Settles = { figures, withdrawn, mark };
    const drawn = { texts: this.post.draw(blocks), settles: JSON.stringify(settles), mark };
    this.#kept.set(blocks, drawn);
    return drawn;
  }

  /** A short message without figures. */
  say(digest: string, place: Place, blocks: readonly Block[], now: number, until: number): void {
    this.add(digest, place, { blocks, figures: [], withdrawn: [] }, { now, until });
  }

  /** The message is out (or may be): the place knows now what it says. */
  settle(row: Place & { readonly settles: string | null }, now: number): void {
    if (row.settles === null) return;
    const place = { chat: row.chat, thread: row.thread };
    const { figures, withdrawn, mark } = JSON.parse(row.settles) as Settles;
    this.told.remember(place, 0, figures, now);
    for (const key of withdrawn) {
      this.told.forget(place, key);
      this.previews.forget(place, key);
    }
    if (mark) this.news.hear(place, mark, now);
  }
}
