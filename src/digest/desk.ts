import type { Figure } from '../stats/figure.js';
import type { Buttons } from '../store/buttons.js';
import { erasePerson, moveChat } from '../store/chats.js';
import type { News } from '../store/news.js';
import type { Database } from '../store/open.js';
import type { Place, Subscriptions, Wish } from '../store/subscriptions.js';
import { publishedOf, type Told } from '../store/told.js';
import type { Composer } from './compose.js';
import { ALWAYS, Follows } from './desk-follow.js';
import { groupsView, settingsView, wishOf } from './desk-settings.js';
import * as say from './desk-words.js';
import type { Asker, DeskReply, Visitor } from './ports.js';
import { followed } from './questions.js';
import { Recent } from './recent.js';
import {
  type Request,
  readChange,
  readFollow,
  readOwnChange,
  readRequest,
  readSubscription,
} from './request.js';
import { nextSlot } from './times.js';
import { heading, line, list, note } from './words.js';

interface Parts {
  readonly db: Database;
  readonly subs: Subscriptions;
  readonly told: Told;
  readonly previews: Told;
  readonly news: News;
  readonly buttons: Buttons;
  readonly composer: Composer;
  readonly asker: Asker;
  readonly now: () => number;
  /** Forgets the last question of a person in a chat. */
  readonly forget: (chat: number, person: number) => void;
}

const only = (text: string): DeskReply => ({ blocks: [line(text)] });

/** Where subscriptions and watch-lists are made, shown and changed, in words and by buttons. */
export class Desk {
  readonly commands = say.COMMANDS;

  readonly #follows: Follows;
  readonly #recent: Recent;

  constructor(private readonly parts: Parts) {
    this.#follows = new Follows(parts);
    this.#recent = new Recent(parts.now);
  }

  async command(name: string, rest: string, visitor: Visitor): Promise<DeskReply> {
    const about = rest.trim();
    const requests: Record<string, () => Request> = {
      dangky: () => readSubscription(about),
      huy: () => ({ kind: 'unsubscribe' }),
      theodoi: () => readFollow(about),
      botheodoi: () => ({ kind: 'unfollow', about }),
      danhsach: () => ({ kind: 'list' }),
      bantin: () => ({ kind: 'preview' }),
      caidat: () => ({ kind: 'settings' }),
      xoadulieu: () => ({ kind: 'erase' }),
    };
    const request = requests[name.toLowerCase()]?.() ?? { kind: 'settings' };
    return (await this.#serve(request, visitor, true)) ?? only(say.NOT_SUBSCRIBED);
  }

  /** Null when the text is a question: also when it sounds like a request but names nothing that can be followed. */
  async hear(text: string, visitor: Visitor): Promise<DeskReply | null> {
    const request = readRequest(text) ?? this.#change(text, visitor);
    const said = request && (await this.#serve(request, visitor, false));
    if (!said) this.#recent.forget(visitor);
    return said;
  }

  #change(text: string, visitor: Visitor): Request | null {
    const subscribed = this.parts.subs.get(visitor)?.state === 'on';
    const about = this.#recent.about(visitor);
    if (about === null) return subscribed ? readOwnChange(text) : null;
    const change = readChange(text);
    // After «theo dõi điện», «hủy» is not about the digest; «kèm biểu đồ» is.
    return about === 'digest' || (subscribed && change?.kind === 'subscribe') ? change : null;
  }

  async press(act: string, visitor: Visitor): Promise<DeskReply | null> {
    const { subs, buttons } = this.parts;
    const [verb, value = ''] = [act.slice(0, act.indexOf(':')), act.slice(act.indexOf(':') + 1)];
    // Pressed under an answer, which stays.
    const apart = verb === 'a' ? { apart: true } : {};
    const refused = await this.#refusal(visitor);
    if (refused) return { ...refused, ...apart };
    if (verb === 'w' || verb === 'a') {
      const question = buttons.find(value);
      const target = question && followed(question as { kind: string });
      if (!target) return null;
      return { ...this.#follows.follow(this.parts.asker.ask(target), ALWAYS, visitor), ...apart };
    }
    if (verb === 'u') {
      this.#follows.drop(value, visitor);
      return this.#list(visitor);
    }
    if (verb === 'o') {
      const [which = '', ref = ''] = value.split(':');
      return this.#follows.change(ref, which, visitor);
    }
    this.#recent.spoke(visitor);
    if (act === 's:off') return this.#unsubscribe(visitor);
    const { facts } = this.parts.asker;
    if (act === 'g:') return groupsView(subs.get(visitor), facts);
    const wish = wishOf(act, subs.get(visitor) ?? say.DEFAULT, facts);
    if (!wish) return null;
    this.#put(visitor, wish);
    return this.#settings(visitor, say.CHANGED);
  }

  /** The act of a button under an answer that follows what it is about; null: none. */
  follow(told: { readonly question?: { readonly kind: string } }, place: Place): string | null {
    return told.question ? this.#follows.actFor(told.question, place) : null;
  }

  /** An answer arrived: the place knows its figures now. */
  told(
    place: Place,
    person: number,
    told: { readonly answer?: { readonly figures: readonly Figure[] } },
  ): void {
    const figures = publishedOf(told.answer?.figures ?? []);
    this.parts.told.remember(place, person, figures, this.parts.now());
  }

  moved(from: number, to: number): void {
    moveChat(this.parts.db, from, to);
  }

  seen(chat: number): void {
    if (this.parts.subs.isBlocked(chat)) this.parts.subs.unblock(chat);
  }

  async #serve(request: Request, visitor: Visitor, commanded: boolean): Promise<DeskReply | null> {
    if (request.kind === 'erase') this.#recent.forget(visitor);
    else if (request.kind === 'follow' || request.kind === 'unfollow') this.#recent.spoke(visitor, 'watch');
    else this.#recent.spoke(visitor);
    switch (request.kind) {
      case 'list':
        return this.#list(visitor);
      case 'preview':
        return this.#preview(visitor);
      case 'erase':
        return this.#erase(visitor);
      case 'settings':
        return this.#settings(visitor);
      case 'unsubscribe':
        return (await this.#refusal(visitor)) ?? this.#unsubscribe(visitor);
      case 'unfollow':
        return (await this.#refusal(visitor)) ?? this.#follows.unfollow(request.about, visitor);
      case 'follow': {
        if (request.about === '') return commanded ? only(say.FOLLOW_WHAT) : null;
        const read = this.parts.asker.read(request.about);
        if (!commanded && !followed(read.question) && read.answer.outcome !== 'ask') return null;
        return (await this.#refusal(visitor)) ?? this.#follows.follow(read, request, visitor);
      }
      case 'subscribe':
        return this.#subscribe(request, visitor, commanded);
    }
  }

  async #refusal(visitor: Visitor): Promise<DeskReply | null> {
    if (!visitor.group) return null;
    try {
      const may = await visitor.admin();
      return may === true ? null : only(may === 'hidden' ? say.ADMINS_HIDDEN : say.ADMINS_ONLY);
    } catch {
      return only(say.NOT_ASKED);
    }
  }

  async #subscribe(
    request: Extract<Request, { kind: 'subscribe' }>,
    visitor: Visitor,
    commanded: boolean,
  ): Promise<DeskReply | null> {
    const { subs, asker } = this.parts;
    const { kind: _, about, ...said } = request;
    const watch = about === '' ? null : followed(asker.read(about).question);
    if (about !== '' && !watch) return commanded ? only(say.ABOUT_WHAT(about)) : null;
    const refused = await this.#refusal(visitor);
    if (refused) return refused;
    const known = subs.get(visitor)?.state === 'on';
    const before = subs.get(visitor) ?? say.DEFAULT;
    let content: Wish['content'] = before.content;
    if (watch) {
      const { group } = watch.subject.value;
      content = group === null ? 'watch' : `group:${group}`;
      if (group === null) this.#follows.follow(asker.ask(watch), ALWAYS, visitor);
    }
    const { hour, minute, days, whenEmpty, charts } = before;
    this.#put(visitor, { hour, minute, days, whenEmpty, charts, ...said, content });
    return this.#settings(visitor, known ? say.CHANGED : say.SUBSCRIBED);
  }

  /** News begin where a place begins to listen. */
  #put(visitor: Visitor, wish: Wish): void {
    const { db, subs, news, now } = this.parts;
    db.transaction(() => {
      const place = { chat: visitor.chat, thread: visitor.thread };
      if (subs.get(place)?.state !== 'on') news.hear(place, news.mark(), now());
      subs.put(place, visitor.person, wish, nextSlot(wish, now()), now());
    }).immediate();
  }

  #unsubscribe(visitor: Visitor): DeskReply {
    const { subs, now } = this.parts;
    const sub = subs.get(visitor);
    if (!sub) {
      if (subs.watches(visitor).length === 0) return only(say.NOTHING_TO_STOP);
      // Alerts came without a subscription: they stop too.
      this.#put(visitor, say.DEFAULT);
    }
    subs.setState(visitor, 'off', now());
    return { ...only(say.STOPPED), rows: [[{ label: say.BUTTONS.on, act: 's:on' }]] };
  }

  #list(visitor: Visitor): DeskReply {
    const { subs } = this.parts;
    const watches = subs.watches(visitor);
    const { blocks } = settingsView(subs.get(visitor), this.parts.asker.facts, watches.length > 0);
    if (watches.length === 0) return { blocks: [...blocks, line(say.NOTHING_FOLLOWED)] };
    const items = watches.map((w) => {
      const condition = say.conditionText(w);
      return [{ text: condition === null ? w.label : `${w.label} (báo khi ${condition})` }];
    });
    return {
      blocks: [...blocks, heading(say.FOLLOWED_LIST), list(items)],
      rows: this.#follows.rows(visitor),
    };
  }

  /** The text that the next digest would have, were it sent now. */
  #preview(visitor: Visitor): DeskReply {
    const { subs, composer, previews, now } = this.parts;
    const sub = subs.get(visitor);
    const { blocks, figures, pictures } = composer.digest(visitor, sub ?? say.DEFAULT, now());
    previews.remember(visitor, visitor.person, figures, now());
    const more = pictures.length > 0 ? [note(say.WITH_PICTURES(pictures.length))] : [];
    return {
      blocks: [...blocks, ...more, note(sub?.state === 'on' ? say.PREVIEW_ONLY : say.NOT_SUBSCRIBED)],
    };
  }

  #settings(visitor: Visitor, said: string | null = null): DeskReply {
    const { subs, asker } = this.parts;
    const { blocks, rows } = settingsView(subs.get(visitor), asker.facts, subs.watches(visitor).length > 0);
    return { blocks: said === null ? blocks : [heading(said), ...blocks], rows };
  }

  #erase(visitor: Visitor): DeskReply {
    const { db, forget } = this.parts;
    const erased = erasePerson(db, visitor.person);
    forget(visitor.chat, visitor.person);
    forget(visitor.person, visitor.person);
    return { blocks: [line(say.ERASED(erased)), ...(visitor.group ? [note(say.ERASED_GROUPS)] : [])] };
  }
}
