import type { Days, Watch, Wish } from '../store/subscriptions.js';
import { compareMarks, normalise } from '../vietnamese/text.js';
import * as list from './request-words.js';

/** What a sentence asks of the desk. */
export type Request =
  | ({ readonly kind: 'subscribe'; readonly about: string } & Partial<Wish>)
  | ({ readonly kind: 'follow'; readonly about: string } & Pick<Watch, 'crosses' | 'only'>)
  | { readonly kind: 'unfollow'; readonly about: string }
  | { readonly kind: 'unsubscribe' | 'list' | 'preview' | 'erase' | 'settings' };

/** Longer texts are questions or letters, no requests. */
const LONGEST = 200;

/**
 * Reads a request for digests, with accents or without. Null for everything else: a sentence with a question in it is
 * never taken, and words that stay unread make it no request (`about` holds them where they may name an indicator).
 */
export function readRequest(text: string): Request | null {
  if (text.length > LONGEST || text.includes('\n')) return null;
  const words = new Words(text.replace(/(?:được không|duoc khong)\s*\??\s*$/iu, ''));
  if (words.asks()) return null;
  for (const phrase of list.UNFOLLOW) {
    if (words.begins(phrase)) return { kind: 'unfollow', about: words.after(phrase) };
  }
  for (const phrase of list.FOLLOW) {
    if (words.begins(phrase)) return readFollow(words.after(phrase));
  }
  for (const [kind, sentences] of Object.entries(list.SENTENCES)) {
    if (!sentences.some((s) => words.is(s))) continue;
    if (kind === 'subscribe') return { kind, about: '' };
    return { kind: kind as 'list' };
  }
  if (!words.take(list.DIGEST)) return null;
  // «không» in these words is no refusal of the digest.
  const whenEmpty = [...list.ALWAYS, ...list.SILENT].some((phrase) => words.has(phrase));
  const pictures = [...list.CHARTS, ...list.NO_CHARTS].some((phrase) => words.has(phrase));
  if (!whenEmpty && !pictures && words.take(list.STOP))
    return words.rest([...list.WANT]) === '' ? { kind: 'unsubscribe' } : null;
  return words.take(list.WANT) || words.take(list.CHANGE) || pictures
    ? readWish(words, list.WISH_FILLERS)
    : null;
}

/**
 * Reads a remark about the digest in which it is not named, for right after it was spoken of: «đổi sang 8 giờ», «thứ hai
 * thôi», «tắt đi». Null when anything else is said.
 */
export function readChange(text: string): Request | null {
  if (text.length > LONGEST || text.includes('\n')) return null;
  const words = new Words(text);
  if (words.asks()) return null;
  if (list.STOP_IT.some((phrase) => words.is(phrase))) return { kind: 'unsubscribe' };
  words.take(list.WANT);
  words.take(list.CHANGE);
  const { about, ...wish } = readWish(words, list.CHANGE_FILLERS);
  return about === '' && Object.keys(wish).length > 1 ? { ...wish, about } : null;
}

/** The same of a subscriber at any time, where the words leave no doubt: «chỉ gửi ngày làm việc». */
export function readOwnChange(text: string): Request | null {
  const change = readChange(text);
  if (change?.kind !== 'subscribe') return null;
  const words = new Words(text);
  return list.OF_DIGEST.some((phrase) => words.begins(phrase)) ? change : null;
}

/** What stands behind /dangky: the same, already known to be a wish. */
export function readSubscription(text: string): Extract<Request, { kind: 'subscribe' }> {
  const words = new Words(text);
  words.take(list.DIGEST);
  words.take(list.WANT);
  return readWish(words, list.WISH_FILLERS);
}

/** What stands behind /theodoi: an indicator, perhaps with a threshold. */
export function readFollow(text: string): Extract<Request, { kind: 'follow' }> {
  const limit =
    /\s*(?:khi|nếu|neu)?\s*(tăng|tang|giảm|giam)\s*(?:trên|tren|quá|qua|hơn|hon|từ|tu|vượt|vuot)?\s*(\d{1,4})(?:[.,](\d{1,3}))?\s*(?:%|phần trăm|phan tram)[^\p{L}\p{N}]*$/iu;
  for (const [only, phrases] of Object.entries(list.ONLY)) {
    const said = text
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.,;!]+$/u, ''));
    const phrase = phrases.find((p) => endsWith(said, p));
    if (phrase === undefined) continue;
    const about = said.slice(0, said.length - phrase.split(' ').length).join(' ');
    return { kind: 'follow', about, crosses: null, only: only as keyof typeof list.ONLY };
  }
  const found = limit.exec(text);
  if (!found) return { kind: 'follow', about: text.trim(), crosses: null, only: null };
  const [, direction = '', whole = '', fraction] = found;
  const sign = /^g/i.test(direction) ? '-' : '';
  const crosses = `${sign}${Number(whole)}${fraction ? `.${fraction}` : ''}`;
  return { kind: 'follow', about: text.slice(0, found.index).trim(), crosses, only: null };
}

function readWish(words: Words, fillers: readonly string[] = []): Extract<Request, { kind: 'subscribe' }> {
  const said = (phrases: readonly string[]) => words.take(phrases);
  const charts = said(list.NO_CHARTS) ? false : said(list.CHARTS) ? true : undefined;
  const time = words.takeTime();
  const days: Days | undefined = said(list.WORKDAYS)
    ? 'workdays'
    : said(list.MONDAY)
      ? 'monday'
      : said(list.DAILY)
        ? 'daily'
        : undefined;
  const whenEmpty = said(list.ALWAYS) ? 'line' : said(list.SILENT) ? 'silent' : undefined;
  // «luôn gửi kể cả không có gì mới» says it twice.
  if (whenEmpty === 'line') while (said(list.ALWAYS));
  const part = list.TIMES_OF_DAY.find((t) => said(t.words));
  const late = time?.late || (part !== undefined && part.hour > 12);
  const hour = time ? (late && time.hour < 12 ? time.hour + 12 : time.hour) : part?.hour;
  return {
    kind: 'subscribe',
    about: words.rest(fillers),
    ...(hour === undefined ? {} : { hour, minute: time?.minute ?? 0 }),
    ...(days ? { days } : {}),
    ...(whenEmpty ? { whenEmpty } : {}),
    ...(charts === undefined ? {} : { charts }),
  };
}

/** The words of a sentence, each taken once. */
class Words {
  /** As typed, and in lower case for comparing. */
  readonly #raw: string[];
  readonly #typed: string[];
  readonly #taken: boolean[];
  readonly #question: boolean;

  constructor(text: string) {
    const clean = normalise(text).trim();
    this.#question = clean.includes('?');
    this.#raw = clean.split(/\s+|[,;.!?"']+(?=\s|$)/).filter((w) => w !== '');
    this.#typed = this.#raw.map((w) => w.toLowerCase());
    this.#taken = this.#raw.map(() => false);
    // Politeness in front: «bot ơi, cho tôi theo dõi điện».
    for (let at = 0; at < this.#raw.length; ) {
      const filler = list.FILLERS.find((f) => this.#at(at, f));
      if (!filler) break;
      const { length } = filler.split(' ');
      this.#raw.splice(at, length);
      this.#typed.splice(at, length);
      this.#taken.splice(at, length);
    }
  }

  asks(): boolean {
    return this.#question || list.ASKING.some((phrase) => !this.#list(phrase) && this.has(phrase));
  }

  /** «đang theo dõi những gì» asks for the list, not for a figure. */
  #list(phrase: string): boolean {
    return list.SENTENCES.list.some((s) => s.includes(phrase) && this.is(s));
  }

  begins(phrase: string): boolean {
    return this.#at(0, phrase);
  }

  after(phrase: string): string {
    const words = this.#raw.slice(phrase.split(' ').length);
    // Politeness at the end: «theo dõi điện giúp tôi nhé».
    for (;;) {
      const filler = list.FILLERS.find((f) => f !== 'lạng sơn' && endsWith(words, f));
      if (!filler || words.length === 0) return words.join(' ');
      words.length -= filler.split(' ').length;
    }
  }

  /** Is this, beside small words, all that is said? */
  is(phrase: string): boolean {
    return this.#at(0, phrase) && this.after(phrase) === '';
  }

  has(phrase: string): boolean {
    return this.#find(phrase) >= 0;
  }

  /** Takes the first of the phrases that is said. */
  take(phrases: readonly string[]): boolean {
    for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
      const at = this.#find(phrase);
      if (at < 0) continue;
      for (let i = 0; i < phrase.split(' ').length; i++) this.#taken[at + i] = true;
      return true;
    }
    return false;
  }

  /** «7 giờ rưỡi», «7h30», «07:00», «6g», «8 giờ tối». */
  takeTime(): { hour: number; minute: number; late: boolean } | null {
    const left = this.#raw.map((w, i) => (this.#taken[i] ? ' '.repeat(w.length) : w)).join(' ');
    const time =
      /(?<![\p{L}\p{N}])(\d{1,2})\s*(?:giờ|gio|h|g|:)(?:\s*(\d{1,2}|rưỡi|ruoi)(?:\s*(?:phút|phut|p))?)?(?:\s+(?:sáng|sang|trưa|trua|(chiều|chieu|tối|toi)))?(?![\p{L}\p{N}])/iu;
    const found = time.exec(left);
    if (!found) return null;
    const [whole, hour = '', minute = '', late] = found;
    const half = /^r/i.test(minute);
    const value = { hour: Number(hour), minute: half ? 30 : Number(minute || 0), late: late !== undefined };
    if (value.hour > 23 || value.minute > 59) return null;
    let at = 0;
    this.#raw.forEach((w, i) => {
      if (at >= found.index && at < found.index + whole.length) this.#taken[i] = true;
      at += w.length + 1;
    });
    return value;
  }

  /** What was neither taken nor a small word, as typed. */
  rest(more: readonly string[]): string {
    for (const filler of [...list.FILLERS, ...more]) while (this.take([filler]));
    return this.#raw.filter((_, i) => !this.#taken[i]).join(' ');
  }

  #find(phrase: string): number {
    return this.#raw.findIndex((_, at) => this.#at(at, phrase));
  }

  #at(at: number, phrase: string): boolean {
    return phrase.split(' ').every((word, i) => !this.#taken[at + i] && saysWord(this.#typed[at + i], word));
  }
}

/** The same word, typed with its accents or without any. */
function saysWord(typed: string | undefined, word: string): boolean {
  if (typed === undefined) return false;
  const marks = compareMarks(typed, word);
  return marks === 'exact' || marks === 'bare';
}

function endsWith(words: readonly string[], phrase: string): boolean {
  const parts = phrase.split(' ');
  return (
    words.length >= parts.length &&
    parts.every((part, i) => saysWord(words[words.length - parts.length + i]?.toLowerCase(), part))
  );
}
