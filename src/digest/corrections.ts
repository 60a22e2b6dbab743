import type { Block } from '../reply/reply.js';
import type { News } from '../store/news.js';
import type { FactKey } from '../store/reader.js';
import type { Place, Subscriptions } from '../store/subscriptions.js';
import { publishedOf, type Told, type ToldFigure, type ToldRow } from '../store/told.js';
import { currentOf } from './changes.js';
import type { Outgoing } from './outgoing.js';
import type { Asker } from './ports.js';
import { valueQuestion } from './questions.js';
import * as words from './words.js';

/** What was told is remembered, and so can be corrected, for so long. */
export const REMEMBERED_MS = 90 * 24 * 60 * 60_000;

/** A correction is worth sending for so long. */
const WORTH_MS = 7 * 24 * 60 * 60_000;

interface Parts {
  readonly asker: Asker;
  readonly subs: Subscriptions;
  readonly news: News;
  readonly told: Told;
  readonly previews: Told;
  readonly outgoing: Outgoing;
  readonly atomically: <T>(action: () => T) => T;
}

/** A place that was told figures that no longer stand, and what it is to be told now. */
export interface Correction {
  readonly place: Place;
  readonly wrong: readonly ToldRow[];
  readonly blocks: readonly Block[];
  readonly figures: readonly ToldFigure[];
  readonly withdrawn: readonly ToldFigure[];
}

/** Finds who was told what no longer stands, and tells exactly those. */
export class Corrections {
  constructor(private readonly parts: Parts) {}

  /** Every place concerned, with its message; nothing is sent or written. */
  find(now: number): readonly Correction[] {
    const { asker, news, subs } = this.parts;
    const since = new Date(now - REMEMBERED_MS).toISOString();
    const wrong = new Map<string, ToldRow[]>();
    for (const { what: _, ...key } of news.replacedSince(since)) {
      const current = currentOf(asker.facts, key);
      for (const row of this.#toldOf(key)) {
        if ((current && saysTheSame(current, row)) || subs.isBlocked(row.chat)) continue;
        const place = `${row.chat} ${row.thread}`;
        wrong.set(place, [...(wrong.get(place) ?? []), row]);
      }
    }
    return [...wrong.values()].map((rows) => this.#correct(rows));
  }

  /** What each place was told of a key last, by an answer, a digest or a preview. */
  #toldOf(key: FactKey): Iterable<ToldRow> {
    const { told, previews } = this.parts;
    const last = new Map<string, ToldRow>();
    for (const row of [...told.everywhere(key), ...previews.everywhere(key)]) {
      const place = `${row.chat} ${row.thread}`;
      const other = last.get(place);
      if (!other || other.at < row.at) last.set(place, row);
    }
    return last.values();
  }

  /** Puts the corrections into the outbox, each once; returns how many. */
  send(now: number): number {
    const { news, outgoing, atomically } = this.parts;
    const digest = `c:${news.mark().observation}-${news.mark().history}`;
    return this.find(now).filter((c) =>
      atomically(() => outgoing.add(digest, c.place, c, { now, until: now + WORTH_MS }) > 0),
    ).length;
  }

  #correct(rows: readonly ToldRow[]): Correction {
    const { asker } = this.parts;
    const { facts } = asker;
    const [{ chat, thread } = { chat: 0, thread: 0 }] = rows;
    const blocks: Block[] = [words.heading(words.CORRECTION)];
    const figures: ToldFigure[] = [];
    const withdrawn: ToldFigure[] = [];
    const asked = new Set<string>();
    for (const row of rows) {
      blocks.push(words.line(`${words.correctionText(row, facts)}`));
      const current = currentOf(facts, row);
      if (current === null) {
        blocks.push(words.line(words.WITHDRAWN));
        withdrawn.push(row);
        continue;
      }
      blocks.push(words.line(words.nowText(current)));
      figures.push(current);
      const { indicator, area, period, level, measure, basis } = row;
      const about = [indicator, area, period, level].join(' ');
      if (asked.has(about)) continue;
      asked.add(about);
      const enterprise = level === 'enterprise';
      const whole = { indicators: [indicator], area, period, enterprise };
      for (const question of [valueQuestion(whole), valueQuestion({ ...whole, measure, basis })]) {
        const { answer, reply, fault } = asker.ask(question);
        if (fault !== null || answer.outcome === 'refuse' || answer.outcome === 'ask') continue;
        blocks.push(...reply.blocks);
        figures.push(...publishedOf(answer.figures));
        break;
      }
    }
    return { place: { chat, thread }, wrong: rows, blocks, figures, withdrawn };
  }
}

/** A figure that only became final is no correction. */
const saysTheSame = (a: ToldFigure, b: ToldFigure): boolean =>
  a.value === b.value && a.valueTo === b.valueTo && a.bound === b.bound && a.unit === b.unit;
