import type { FigureQuestion } from '../question/question.js';
import type { Block } from '../reply/reply.js';
import { HOME } from '../stats/facts.js';
import { parsePeriod } from '../stats/period.js';
import type { Mark, News } from '../store/news.js';
import type { FactKey } from '../store/reader.js';
import type { Place, Subscriptions, Watch, Wish } from '../store/subscriptions.js';
import { keyText, publishedOf, type ToldFigure } from '../store/told.js';
import { type Changes, coveredBy, type Item, inContent } from './changes.js';
import { Kept } from './kept.js';
import { type Picture, picturesOf } from './pictures.js';
import type { Asker } from './ports.js';
import { valueQuestion } from './questions.js';
import { dayName } from './times.js';
import * as words from './words.js';

/** Something to be told, and what is to be remembered of it. */
export interface Composed {
  readonly blocks: readonly Block[];
  readonly figures: readonly ToldFigure[];
  /** Withdrawn: the place no longer believes them. */
  readonly withdrawn: readonly ToldFigure[];
}

export interface Digest extends Composed {
  /** How many figures in it are new to the place. */
  readonly news: number;
  /** The same in one short line, for those who want a word on days without news. */
  readonly short: readonly Block[];
  /** Of the followed series in which something is new, where pictures are wanted. */
  readonly pictures: readonly Picture[];
  readonly mark: Mark;
}

/** More groups of figures than this are counted, not shown. */
const MOST_GROUPS = 12;

/** What else is said of an item, beside an answer that shows these figures. */
type Remarks = (item: Item, shown: readonly ToldFigure[]) => readonly Block[];

/** Makes a place's digest from what it was told and what is held now. Every figure comes out of `ask`. */
export class Composer {
  readonly #digests = new Kept<Digest>(100);

  constructor(
    private readonly asker: Asker,
    private readonly subs: Subscriptions,
    private readonly news: News,
    private readonly changes: Changes,
  ) {}

  /** What a place's digest says now; places that are told the same share one object. */
  digest(place: Place, wish: Pick<Wish, 'content' | 'charts'>, now: number): Digest {
    const { facts } = this.asker;
    const mark = this.news.mark();
    const heard = this.news.heard(place) ?? { ...mark, at: now };
    const watches = this.subs.watches(place);
    const follows = watches.map(({ question }) => JSON.stringify(question)).join('\n');
    const span = `${heard.observation} ${heard.history}`;
    const candidates = this.changes.wanted(
      span,
      `${wish.content} ${follows}`,
      () => this.changes.since(heard),
      () => {
        const [mine, followed] = [inContent(wish.content, facts), coveredBy(watches, facts)];
        return (key) => mine(key) || followed(key);
      },
    );
    const { items, name } = this.changes.newTo(place, candidates);
    const day = `${this.asker.today()} ${words.TITLE(now)} ${dayName(heard.at)}`;
    const same = `${facts.revision} ${mark.observation} ${mark.history} ${span} ${wish.content} ${wish.charts} ${day} ${follows} ${name}`;
    return this.#digests.get(same, () => this.#compose(items, { ...wish, watches, heard, mark, now }));
  }

  #compose(
    items: readonly Item[],
    about: Pick<Wish, 'content' | 'charts'> & {
      readonly watches: readonly Watch[];
      readonly heard: { readonly at: number };
      readonly mark: Mark;
      readonly now: number;
    },
  ): Digest {
    const { content, charts, watches, heard, mark, now } = about;
    const { facts } = this.asker;
    const [mine, followed] = [inContent(content, facts), coveredBy(watches, facts)];
    // Who asked for a group follows its members.
    const drawn = (key: FactKey) => followed(key) || (content.startsWith('group:') && mine(key));
    const title = words.heading(words.TITLE(now));
    const nothing = words.line(words.NOTHING_NEW(heard.at));

    const fresh = this.items(items);
    const blocks: Block[] = [title];
    if (fresh.blocks.length === 0) blocks.push(nothing);
    else blocks.push(words.heading(words.NEW_SINCE(heard.at)), ...fresh.blocks);
    const figures = [...fresh.figures];
    const shown = new Set(figures.map(keyText));

    const latest: Block[] = [];
    for (const { question } of watches) {
      const { answer, reply, fault } = this.asker.ask(question as FigureQuestion);
      const asked = publishedOf(answer.figures.filter((f) => f.role === 'asked'));
      if (fault !== null || (asked.length > 0 && asked.every((f) => shown.has(keyText(f))))) continue;
      latest.push(...reply.blocks);
      figures.push(...publishedOf(answer.figures));
    }
    if (latest.length > 0) blocks.push(words.heading(words.FOLLOWED), ...latest);

    const upcoming = this.#upcoming((key) => mine(key) || followed(key));
    if (upcoming) {
      blocks.push(words.heading(words.UPCOMING), ...upcoming.blocks);
      figures.push(...upcoming.figures);
    }
    return {
      blocks,
      figures,
      withdrawn: fresh.withdrawn,
      news: fresh.blocks.length === 0 ? 0 : items.length,
      short: [title, nothing],
      pictures: charts ? picturesOf(items, drawn, this.asker) : [],
      mark,
    };
  }

  /** New and revised figures as their own questions answer them, each with what was told before. */
  items(items: readonly Item[], remarks: Remarks = () => []): Composed {
    const { facts } = this.asker;
    const blocks: Block[] = [];
    const figures: ToldFigure[] = [];
    const withdrawn: ToldFigure[] = [];
    const groups = groupsOf(items.filter((i) => i.now !== null));
    for (const group of groups.slice(0, MOST_GROUPS)) {
      const result = this.#told(group);
      if (!result) continue;
      blocks.push(...result.blocks);
      figures.push(...result.figures);
      // An actual and its target, or a level and its growth, are remarked on alike: once is enough.
      const said = new Set<string>();
      for (const item of group.items) {
        if (item.before) blocks.push(words.note(`Điều chỉnh: ${words.beforeText(item.before, facts)}`));
        for (const remark of remarks(item, result.figures)) {
          const text = JSON.stringify(remark);
          if (!said.has(text)) blocks.push(remark);
          said.add(text);
        }
      }
    }
    if (groups.length > MOST_GROUPS) blocks.push(words.note(words.MORE_NEWS(groups.length - MOST_GROUPS)));
    for (const { now, before } of items) {
      if (now !== null || before === null) continue;
      blocks.push(words.line(`${words.beforeText(before, facts)} ${words.WITHDRAWN}`));
      withdrawn.push(before);
    }
    return { blocks, figures, withdrawn };
  }

  /** One question for the group; one more for each figure that its answer leaves out. */
  #told({ target, items }: Group): Pick<Composed, 'blocks' | 'figures'> | null {
    const [first] = items;
    if (!first) return null;
    const { area, period, level } = first.key;
    const indicators = [...new Set(items.map((i) => i.key.indicator))];
    const at = { area, period, enterprise: level === 'enterprise' };
    const whole = this.#ask(valueQuestion({ ...at, indicators, measure: target ? 'target' : null }));
    const told = whole ? [whole] : [];
    const shown = new Set(whole?.figures.map(keyText));
    for (const { key } of items) {
      if (shown.has(keyText(key))) continue;
      const { measure, basis } = key;
      const one = this.#ask(valueQuestion({ ...at, indicators: [key.indicator], measure, basis }));
      if (!one) continue;
      told.push(one);
      for (const figure of one.figures) shown.add(keyText(figure));
    }
    return told.length > 0
      ? { blocks: told.flatMap((t) => t.blocks), figures: told.flatMap((t) => t.figures) }
      : null;
  }

  #ask(question: FigureQuestion): Pick<Composed, 'blocks' | 'figures'> | null {
    const { answer, reply, fault } = this.asker.ask(question);
    if (fault !== null || answer.outcome === 'refuse' || answer.outcome === 'ask') return null;
    return { blocks: reply.blocks, figures: publishedOf(answer.figures) };
  }

  /** The newest year for which there are targets and no actual yet. */
  #upcoming(wanted: (key: FactKey) => boolean): Pick<Composed, 'blocks' | 'figures'> | null {
    const { facts } = this.asker;
    const [targets, actuals] = [new Map<string, string>(), new Map<string, string>()];
    for (const o of facts.current({ area: HOME })) {
      if (o.level !== 'area' || parsePeriod(o.period)?.kind !== 'year' || !wanted(o)) continue;
      const newest = o.measure === 'actual' ? actuals : o.measure === 'target' && !o.basis ? targets : null;
      if (newest && o.period > (newest.get(o.indicator) ?? '')) newest.set(o.indicator, o.period);
    }
    const open = [...targets].filter(([indicator, year]) => year > (actuals.get(indicator) ?? ''));
    const period = open
      .map(([, year]) => year)
      .sort()
      .at(-1);
    if (period === undefined) return null;
    const indicators = open.filter(([, year]) => year === period).map(([indicator]) => indicator);
    return this.#ask(valueQuestion({ indicators, area: HOME, period, measure: 'target' }));
  }
}

interface Group {
  /** Only targets: they are asked for as such. */
  readonly target: boolean;
  readonly items: Item[];
}

/** Figures that one question tells: of one area and period; targets by themselves unless their actual is there too. */
function groupsOf(items: readonly Item[]): Group[] {
  const groups = new Map<string, Group>();
  const place = ({ key }: Item) => `${key.area} ${key.period} ${key.level}`;
  const settled = new Set(
    items.filter((i) => i.key.measure !== 'target').map((i) => `${place(i)} ${i.key.indicator}`),
  );
  for (const item of items) {
    const target = item.key.measure === 'target' && !settled.has(`${place(item)} ${item.key.indicator}`);
    const id = `${place(item)} ${target}`;
    const group = groups.get(id);
    if (group) group.items.push(item);
    else groups.set(id, { target, items: [item] });
  }
  return [...groups.values()];
}
