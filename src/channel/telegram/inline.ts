import type { InlineQuery } from 'telegraf/types';
import type { Api } from './api.js';
import { CallFault } from './fault.js';
import { headlineOf, isTold } from './hand.js';
import { clean } from './html.js';
import { deepLink } from './link.js';
import type { ButtonsLike, Engine, Log, Told } from './ports.js';
import { oneMessage } from './press.js';
import type { Timing } from './timing.js';
import { BUTTONS, NOTHING_INLINE } from './words.js';

/** Results of one query: what was asked, then what is near it. */
const MOST = 8;
/** Telegram drops an answer that comes later. */
const DEADLINE = 5_000;
/** Seconds for which Telegram may give the same answer to anybody: figures may be loaded meanwhile. */
const CACHED = 60;
/** Telegram cuts a query here. */
const LONGEST_QUERY = 256;
const LONGEST_TITLE = 120;

export interface InlineParts {
  readonly engine: Engine;
  readonly buttons: ButtonsLike;
  readonly api: Api;
  readonly timing: Timing;
  readonly log: Log;
  readonly now: () => number;
  readonly me: () => { readonly username: string } | undefined;
}

/** `@bot xi măng 2016` typed in any chat: answers of the same engine, to be posted there. */
export class Inline {
  constructor(private readonly parts: InlineParts) {}

  /** Answers once and in time; a query that is too old by then has been replaced by the next letter typed. */
  async answer(query: InlineQuery): Promise<void> {
    const { api, timing, log } = this.parts;
    const results = query.offset === '' ? this.#results(query.query) : [];
    const payload = {
      inline_query_id: query.id,
      results,
      // The engine knows nobody here: the same words give everybody the same answer.
      is_personal: false,
      cache_time: CACHED,
      next_offset: '',
      ...(results.length > 0 || query.offset !== ''
        ? {}
        : { button: { text: NOTHING_INLINE, start_parameter: 'inline' } }),
    };
    try {
      await api.call('answerInlineQuery', payload, Math.min(timing.call, DEADLINE));
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      if (error.kind === 'late-press' || error.kind === 'stopped') return;
      log.warn({ err: error }, 'inline query not answered');
    }
  }

  #results(text: string): readonly object[] {
    const seen = new Set<string>();
    const results: object[] = [];
    for (const told of this.#found(clean(text).slice(0, LONGEST_QUERY).trim())) {
      const { question, answer, reply } = told;
      if (!question || !answer || !isTold(told) || answer.figures.length === 0) continue;
      const named = { ...question, text: reply.restated ?? question.text };
      const key = this.parts.buttons.keep(named, this.parts.now());
      if (seen.has(key)) continue;
      seen.add(key);
      results.push(this.#article(key, told));
      if (results.length === MOST) break;
    }
    return results;
  }

  /**
   * What was asked and what its buttons offer; of a question that is not clear, the readings; of a name half typed, what
   * has it; of nothing, the examples.
   */
  *#found(text: string): Iterable<Told> {
    const { engine } = this.parts;
    if (text === '') {
      for (const example of engine.examples) yield engine.read(example);
      return;
    }
    const told = engine.read(text);
    yield told;
    for (const button of told.reply.buttons) {
      if (button.question.kind !== 'source') yield engine.ask(button.question);
    }
    // «xi m» is no question yet: what it may become.
    if (!isTold(told)) for (const question of engine.begun(text).slice(0, MOST)) yield engine.ask(question);
  }

  #article(key: string, told: Told): object {
    const me = this.parts.me();
    return {
      type: 'article',
      id: key,
      title: titleOf(told),
      ...(told.reply.restated === null ? {} : { description: clean(told.reply.restated) }),
      input_message_content: {
        message_text: oneMessage(told.reply),
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
      ...(me
        ? { reply_markup: { inline_keyboard: [[{ text: BUTTONS.more, url: deepLink(me.username, key) }]] } }
        : {}),
    };
  }
}

/** The first line, and where that only announces figures, the first and the last of them. */
function titleOf(told: Told): string {
  const line = headlineOf(told);
  const title = clean(line.endsWith(':') ? `${line} ${figuresIn(told)}` : line)
    .replace(/\s+/g, ' ')
    .trim();
  return title.length <= LONGEST_TITLE
    ? title
    : `${title.slice(0, LONGEST_TITLE - 2).replace(/\s+\S*$/, '')} …`;
}

function figuresIn({ reply }: Told): string {
  for (const block of reply.blocks) {
    if (block.kind === 'list') return ends(block.items.map((item) => item.map((span) => span.text).join('')));
    if (block.kind !== 'table') continue;
    const unit = block.columns[1]?.unit === undefined ? '' : ` (${decapitalised(block.columns[1].head)})`;
    return `${ends(block.rows.map((row) => row.slice(0, 2).join(': ')))}${unit}`;
  }
  return '';
}

const ends = (rows: readonly string[]): string =>
  rows.length > 1 ? `${rows[0]} … ${rows.at(-1)}` : (rows[0] ?? '');

/** «Nghìn tấn» → «nghìn tấn», but «GWh» stays. */
const decapitalised = (head: string): string =>
  head.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
