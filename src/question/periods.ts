import { cumulativeCode, halfCode, monthCode, quarterCode, spanCode, yearCode } from '../stats/period.js';
import { readNumberWords } from '../vietnamese/numerals.js';
import { compareMarks } from '../vietnamese/text.js';
import type { Token } from '../vietnamese/tokens.js';
import type { PeriodReading } from './candidate.js';
import { unitAt } from './quantities.js';

/** What was read as a period, and where it ends (exclusive). */
export interface PeriodSpan {
  readonly to: number;
  readonly reading: PeriodReading;
}

interface Today {
  readonly year: number;
  readonly month: number;
}

const SMALL: Record<string, number> = {
  gieng: 1,
  mot: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  chap: 12,
};
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

const EARLIEST = 1990;

/** Is the token one of these syllables, with no accent against it? */
function says(token: Token | undefined, ...targets: string[]): boolean {
  if (token?.kind !== 'word') return false;
  return targets.some((t) => {
    const marks = compareMarks(token.typed, t);
    return marks === 'exact' || marks === 'bare';
  });
}

const isPunct = (token: Token | undefined, ...marks: string[]) =>
  token?.kind === 'punct' && marks.includes(token.raw);
const digits = (token: Token | undefined, most: number): number | null =>
  token?.kind === 'number' && new RegExp(`^\\d{1,${most}}$`).test(token.raw) ? Number(token.raw) : null;

const choice = (code: string): PeriodReading => ({ type: 'choice', choice: { type: 'list', codes: [code] } });

/** A four-digit year that is no amount: «2021 tấn», «2.021» and «M2021» are none. */
function bareYear(tokens: readonly Token[], at: number, today: Today): number | null {
  const token = tokens[at];
  const year = token?.kind === 'number' && /^\d{4}$/.test(token.raw) ? Number(token.raw) : null;
  if (year === null || year < EARLIEST || year > today.year + 10) return null;
  if (unitAt(tokens, at + 1)) return null;
  if (isPunct(tokens[at + 1], '%')) return null;
  return year;
}

/** A year in any dress at `at`: «2021», «năm 2021», «n.2021», «năm 21», «2k21», «'21», «năm ngoái», in words. */
export function yearAt(
  tokens: readonly Token[],
  at: number,
  today: Today,
): { year: number; to: number; relative: boolean } | null {
  const plain = bareYear(tokens, at, today);
  if (plain !== null) return { year: plain, to: at + 1, relative: false };
  const token = tokens[at];
  if (!token) return null;
  if (isPunct(token, "'") && tokens[at + 1]) {
    const yy =
      tokens[at + 1]?.kind === 'number' && /^\d{2}$/.test(tokens[at + 1]!.raw)
        ? Number(tokens[at + 1]!.raw)
        : null;
    if (yy !== null && 2000 + yy <= today.year + 10) return { year: 2000 + yy, to: at + 2, relative: false };
  }
  // 2k21
  if (
    token.kind === 'number' &&
    token.raw === '2' &&
    tokens[at + 1]?.fold === 'k' &&
    !tokens[at + 1]!.spaced
  ) {
    const yy = digits(tokens[at + 2], 2);
    if (yy !== null && !tokens[at + 2]!.spaced) return { year: 2000 + yy, to: at + 3, relative: false };
  }
  const named =
    says(token, 'năm') || (token.fold === 'n' && !token.spaced) || token.fold === 'n' || token.fold === 'nm';
  if (named) {
    let i = at + 1;
    if (isPunct(tokens[i], '.', ':')) i++;
    const full = bareYear(tokens, i, today);
    if (full !== null) return { year: full, to: i + 1, relative: false };
    if (isPunct(tokens[i], "'")) i++;
    const yy = tokens[i]?.kind === 'number' && /^\d{2}$/.test(tokens[i]!.raw) ? Number(tokens[i]!.raw) : null;
    if (yy !== null && !unitAt(tokens, i + 1) && 2000 + yy <= today.year + 10 && token.fold !== 'nm')
      return { year: 2000 + yy, to: i + 1, relative: false };
    if (tokens[i]?.raw === '2' && tokens[i + 1]?.fold === 'k') {
      const k = digits(tokens[i + 2], 2);
      if (k !== null) return { year: 2000 + k, to: i + 3, relative: false };
    }
    if (token.fold === 'nam') {
      const relative = relativeYear(tokens, i, today);
      if (relative) return relative;
      const words = readNumberWords(tokens.slice(0, i + 10), i);
      if (words) {
        const y = words.year ?? Number(words.value);
        if (y >= EARLIEST && y <= today.year + 10) return { year: y, to: i + words.length, relative: false };
        if (y >= 10 && y <= 36 && words.length >= 2)
          return { year: 2000 + y, to: i + words.length, relative: false };
      }
    }
  }
  // «hai nghìn không trăm hai mươi mốt» or «hai không hai mốt» without «năm».
  if (says(token, 'hai')) {
    const words = readNumberWords(tokens.slice(0, at + 10), at);
    const y = words ? (words.year ?? Number(words.value)) : 0;
    if (words && words.length >= 3 && y >= 1995 && y <= today.year + 10 && !unitAt(tokens, at + words.length))
      return { year: y, to: at + words.length, relative: false };
  }
  return null;
}

function relativeYear(
  tokens: readonly Token[],
  at: number,
  today: Today,
): { year: number; to: number; relative: boolean } | null {
  const t = tokens[at];
  if (says(t, 'ngoái', 'qua', 'rồi')) return { year: today.year - 1, to: at + 1, relative: true };
  if (says(t, 'trước')) return { year: today.year - 1, to: at + 1, relative: true };
  if (says(t, 'kia')) return { year: today.year - 2, to: at + 1, relative: true };
  if (says(t, 'nay', 'này') || (t?.fold === 'ni' && t.kind === 'word'))
    return { year: today.year, to: at + 1, relative: true };
  if (says(t, 'tới', 'sau')) return { year: today.year + 1, to: at + 1, relative: true };
  if (says(t, 'tiếp') && says(tokens[at + 1], 'theo'))
    return { year: today.year + 1, to: at + 2, relative: true };
  return null;
}

/** «/2021», «năm 2021», «của năm 2021», «- 2021», «2021» after a month or quarter. */
function yearAfter(tokens: readonly Token[], at: number, today: Today): { year: number; to: number } | null {
  let i = at;
  if (isPunct(tokens[i], '/', '-', '.', ',', '(')) i++;
  else if (says(tokens[i], 'của', 'trong')) i++;
  const found = yearAt(tokens, i, today);
  if (found) {
    const closed = isPunct(tokens[found.to], ')') && isPunct(tokens[at], '(') ? 1 : 0;
    return { year: found.year, to: found.to + closed };
  }
  // T11/24
  if (isPunct(tokens[at], '/') && tokens[at + 1]?.kind === 'number' && /^\d{2}$/.test(tokens[at + 1]!.raw)) {
    const yy = Number(tokens[at + 1]!.raw);
    if (yy <= (today.year % 100) + 10) return { year: 2000 + yy, to: at + 2 };
  }
  return null;
}

/** 1–12 in digits or in words (giêng, tư, mười một, chạp), Roman for quarters. */
function ordinal(
  tokens: readonly Token[],
  at: number,
  most: number,
  roman = false,
): { n: number; to: number } | null {
  const t = tokens[at];
  if (!t) return null;
  const d = digits(t, 2);
  if (d !== null) return d >= 1 && d <= most ? { n: d, to: at + 1 } : null;
  if (t.kind !== 'word') return null;
  const r = ROMAN[t.fold];
  if (roman && r && r <= most) return { n: r, to: at + 1 };
  if (t.fold === 'muoi' && most > 10) {
    const next = tokens[at + 1];
    if (says(next, 'một', 'mốt')) return { n: 11, to: at + 2 };
    if (says(next, 'hai')) return { n: 12, to: at + 2 };
  }
  const n = SMALL[t.fold];
  return n && n <= most ? { n, to: at + 1 } : null;
}

type Reader = (tokens: readonly Token[], at: number, today: Today) => PeriodSpan | null;

const month: Reader = (tokens, at, today) => {
  const t = tokens[at];
  if (!t) return null;
  // 11.2024 typed as one number.
  const dotted = t.kind === 'number' ? /^(0?[1-9]|1[0-2])\.(\d{4})$/.exec(t.raw) : null;
  if (
    dotted &&
    Number(dotted[2]) >= EARLIEST &&
    Number(dotted[2]) <= today.year + 10 &&
    !unitAt(tokens, at + 1)
  )
    return { to: at + 1, reading: choice(monthCode(Number(dotted[2]), Number(dotted[1]))) };
  // 11/2024, 11-2024
  const bare = digits(t, 2);
  if (bare !== null && bare >= 1 && bare <= 12 && isPunct(tokens[at + 1], '/', '-')) {
    const y = bareYear(tokens, at + 2, today);
    if (y !== null) return { to: at + 3, reading: choice(monthCode(y, bare)) };
  }
  const short = (t.fold === 't' || t.fold === 'th') && t.kind === 'word';
  const long = says(t, 'tháng') || (t.fold === 'thg' && t.kind === 'word');
  if (!short && !long) return null;
  let i = at + 1;
  if (isPunct(tokens[i], '.')) i++;
  const dottedAfter =
    tokens[i]?.kind === 'number' ? /^(0?[1-9]|1[0-2])\.(\d{4})$/.exec(tokens[i]!.raw) : null;
  if (dottedAfter)
    return { to: i + 1, reading: choice(monthCode(Number(dottedAfter[2]), Number(dottedAfter[1]))) };
  if (long) {
    const next = tokens[i];
    const step = says(next, 'trước', 'qua', 'rồi')
      ? -1
      : says(next, 'này', 'nay')
        ? 0
        : says(next, 'sau', 'tới')
          ? 1
          : null;
    if (step !== null) {
      const index = today.year * 12 + today.month - 1 + step;
      return {
        to: i + 1,
        reading: {
          type: 'choice',
          choice: { type: 'list', codes: [monthCode(Math.floor(index / 12), (index % 12) + 1)] },
          relative: true,
        },
      };
    }
    const joined = tokens[i]?.kind === 'number' ? /^(0?[1-9]|1[0-2])\.(\d{4})$/.exec(tokens[i]!.raw) : null;
    if (joined) return { to: i + 1, reading: choice(monthCode(Number(joined[2]), Number(joined[1]))) };
  }
  // «từng tháng năm 2023» speaks of the months of a year, not of May.
  const each = says(tokens[at - 1], 'từng', 'theo', 'các', 'mỗi', 'hằng', 'hàng', 'qua');
  const m = (short || each) && tokens[i]?.kind !== 'number' ? null : ordinal(tokens, i, 12);
  if (!m) return null;
  const y = yearAfter(tokens, m.to, today);
  if (y) return { to: y.to, reading: choice(monthCode(y.year, m.n)) };
  if (short && (tokens[i]!.spaced || t.fold === 'th')) return null;
  return { to: m.to, reading: { type: 'yearless', make: 'month', n: m.n } };
};

const quarter: Reader = (tokens, at, today) => {
  const t = tokens[at];
  const long = says(t, 'quý', 'quí') || t?.fold === 'quy';
  if (!t || (!long && t.fold !== 'q')) return null;
  let i = at + 1;
  if (isPunct(tokens[i], '.')) i++;
  if (long) {
    const step = says(tokens[i], 'trước', 'rồi', 'qua') ? -1 : says(tokens[i], 'này', 'nay') ? 0 : null;
    if (step !== null) {
      const index = today.year * 4 + Math.floor((today.month - 1) / 3) + step;
      return {
        to: i + 1,
        reading: {
          type: 'choice',
          choice: { type: 'list', codes: [quarterCode(Math.floor(index / 4), (index % 4) + 1)] },
          relative: true,
        },
      };
    }
  }
  const n = ordinal(tokens, i, 4, true);
  if (!n) return null;
  const y = yearAfter(tokens, n.to, today);
  if (y) return { to: y.to, reading: choice(quarterCode(y.year, n.n)) };
  return { to: n.to, reading: { type: 'yearless', make: 'quarter', n: n.n } };
};

/** «6 tháng đầu năm 2022», «10 tháng 2013», «9T/2021», «lũy kế 9 tháng», «nửa đầu năm», «6 tháng cuối năm». */
const cumulative: Reader = (tokens, at, today) => {
  let i = at;
  let running = false;
  if (says(tokens[i], 'lũy', 'luỹ') && says(tokens[i + 1], 'kế')) {
    running = true;
    i += 2;
    if (says(tokens[i], 'đến', 'tới', 'hết')) i++;
    if (says(tokens[i], 'hết', 'cuối')) i++;
  } else if (tokens[i]?.fold === 'lk') {
    running = true;
    i++;
  } else if (
    says(tokens[i], 'từ') &&
    says(tokens[i + 1], 'đầu') &&
    says(tokens[i + 2], 'năm') &&
    says(tokens[i + 3], 'đến', 'tới')
  ) {
    running = true;
    i += 4;
    if (says(tokens[i], 'hết', 'cuối')) i++;
  }
  const finish = (n: number, to: number): PeriodSpan => {
    let end = to;
    if (says(tokens[end], 'đầu')) end++;
    const y = yearAfter(tokens, end, today);
    const make = (year: number) => (n === 6 && !running ? halfCode(year, 1) : cumulativeCode(year, n));
    if (y) return { to: y.to, reading: choice(make(y.year)) };
    if (says(tokens[end], 'năm') && end > to) end++;
    return {
      to: end,
      reading: { type: 'yearless', make: n === 6 ? 'half' : 'cumulative', n: n === 6 ? 1 : n },
    };
  };
  if (running) {
    // «lũy kế tháng 10/2013»: January to October.
    const m = month(tokens, i, today);
    if (m?.reading.type === 'choice' && m.reading.choice.type === 'list') {
      const code = m.reading.choice.codes[0] as string;
      return { to: m.to, reading: choice(cumulativeCode(Number(code.slice(0, 4)), Number(code.slice(5)))) };
    }
    if (m?.reading.type === 'yearless')
      return { to: m.to, reading: { type: 'yearless', make: 'cumulative', n: m.reading.n } };
  }
  if (says(tokens[i], 'nửa') || (says(tokens[i], 'nửa') && says(tokens[i + 1], 'năm'))) {
    const second = says(tokens[i + 1], 'cuối', 'sau');
    if (says(tokens[i + 1], 'đầu') || second) {
      const y = yearAfter(tokens, i + 2, today);
      if (y) return { to: y.to, reading: choice(halfCode(y.year, second ? 2 : 1)) };
      const end = says(tokens[i + 2], 'năm') ? i + 3 : i + 2;
      return { to: end, reading: { type: 'yearless', make: 'half', n: second ? 2 : 1 } };
    }
  }
  const n = ordinal(tokens, i, 12);
  if (!n) return null;
  const unit = tokens[n.to];
  if (says(unit, 'tháng') || (unit?.fold === 'th' && tokens[i]?.kind === 'number' && !unit.spaced)) {
    if (says(tokens[n.to + 1], 'cuối') && says(tokens[n.to + 2], 'năm') && n.n === 6) {
      const y = yearAfter(tokens, n.to + 2, today);
      if (y) return { to: y.to, reading: choice(halfCode(y.year, 2)) };
      return { to: n.to + 3, reading: { type: 'yearless', make: 'half', n: 2 } };
    }
    const recent = recentAfter(tokens, n.to + 1);
    if (recent)
      return { to: recent, reading: { type: 'choice', choice: { type: 'last', count: n.n, unit: 'month' } } };
    return finish(n.n, n.to + 1);
  }
  // 6T/2022, 9T 2021, 10t2013
  if (unit?.fold === 't' && tokens[i]?.kind === 'number' && !unit.spaced) {
    let end = n.to + 1;
    if (says(tokens[end], 'đầu')) end++;
    const y = yearAfter(tokens, end, today);
    if (y)
      return { to: y.to, reading: choice(n.n === 6 ? halfCode(y.year, 1) : cumulativeCode(y.year, n.n)) };
    if (unit.raw === 'T')
      return {
        to: n.to + 1,
        reading: { type: 'yearless', make: n.n === 6 ? 'half' : 'cumulative', n: n.n === 6 ? 1 : n.n },
      };
  }
  return null;
};

function recentAfter(tokens: readonly Token[], at: number): number | null {
  if (says(tokens[at], 'qua')) return at + 1;
  if (says(tokens[at], 'gần')) {
    if (says(tokens[at + 1], 'đây', 'nhất')) return says(tokens[at + 2], 'nhất') ? at + 3 : at + 2;
    return at + 1;
  }
  if (says(tokens[at], 'mới') && says(tokens[at + 1], 'nhất')) return at + 2;
  if (says(tokens[at], 'trở') && says(tokens[at + 1], 'lại'))
    return says(tokens[at + 2], 'đây') ? at + 3 : at + 2;
  return null;
}

/** «3 năm gần đây», «năm năm qua». */
const recentYears: Reader = (tokens, at) => {
  let i = at;
  if (says(tokens[i], 'trong')) i++;
  const n =
    ordinal(tokens, i, 12) ??
    (digits(tokens[i], 2) ? { n: digits(tokens[i], 2) as number, to: i + 1 } : null);
  if (!n || n.n < 2) return null;
  const unit = says(tokens[n.to], 'năm') ? 'year' : says(tokens[n.to], 'quý') ? 'quarter' : null;
  if (!unit) return null;
  const to = recentAfter(tokens, n.to + 1);
  if (!to) return null;
  return { to, reading: { type: 'choice', choice: { type: 'last', count: n.n, unit } } };
};

const DASHES = ['-', '~'];

/** «2016-2020», «giai đoạn 2011–2015», «từ 2010 đến 2015», «2019 đến nay», «từ 2019». */
const range: Reader = (tokens, at, today) => {
  let i = at;
  let span = false;
  if (says(tokens[i], 'trong', 'cho') && (says(tokens[i + 1], 'giai') || tokens[i + 1]?.fold === 'gd')) i++;
  if (says(tokens[i], 'giai') && says(tokens[i + 1], 'đoạn')) {
    span = true;
    i += 2;
  } else if (tokens[i]?.fold === 'gd' || (says(tokens[i], 'thời') && says(tokens[i + 1], 'kỳ'))) {
    span = true;
    i += tokens[i]?.fold === 'gd' ? 1 : 2;
    if (isPunct(tokens[i], '.')) i++;
  }
  const five = ordinal(tokens, i, 12);
  if (five && five.n >= 2 && says(tokens[five.to], 'năm') && yearAt(tokens, five.to + 1, today)) {
    span = true;
    i = five.to + 1;
  }
  let from = false;
  if (says(tokens[i], 'từ')) {
    from = true;
    i++;
    if (says(tokens[i], 'hồi', 'khoảng')) i++;
  }
  const first = yearAt(tokens, i, today);
  if (!first) return null;
  let j = first.to;
  const dash = isPunct(tokens[j], ...DASHES);
  const until =
    says(tokens[j], 'đến', 'tới') ||
    (tokens[j]?.fold === 'toi' && tokens[j]?.kind === 'word') ||
    tokens[j]?.fold === 'den' ||
    tokens[j]?.raw === '→' ||
    (from && says(tokens[j], 'qua', 'sang'));
  if (dash || until) {
    j++;
    if (says(tokens[j], 'hết')) j++;
    if (says(tokens[j], 'nay', 'giờ') || says(tokens[j], 'hiện')) {
      const to = says(tokens[j], 'hiện') ? j + 2 : j + 1;
      return { to, reading: { type: 'choice', choice: { type: 'since', from: yearCode(first.year) } } };
    }
    const second = yearAt(tokens, j, today);
    if (second && second.year > first.year) {
      if (span || dash)
        return {
          to: second.to,
          reading: {
            type: 'choice',
            choice: span
              ? { type: 'list', codes: [spanCode(first.year, second.year)] }
              : { type: 'range', from: yearCode(first.year), to: yearCode(second.year) },
          },
        };
      return {
        to: second.to,
        reading: {
          type: 'choice',
          choice: { type: 'range', from: yearCode(first.year), to: yearCode(second.year) },
        },
      };
    }
    // 2016-20
    const yy =
      dash && tokens[j]?.kind === 'number' && /^\d{2}$/.test(tokens[j]!.raw) ? Number(tokens[j]!.raw) : null;
    if (yy !== null && first.year % 100 < yy) {
      const end = first.year - (first.year % 100) + yy;
      return {
        to: j + 1,
        reading: {
          type: 'choice',
          choice: span
            ? { type: 'list', codes: [spanCode(first.year, end)] }
            : { type: 'range', from: yearCode(first.year), to: yearCode(end) },
        },
      };
    }
    return null;
  }
  if (from) {
    let to = first.to;
    if (says(tokens[to], 'trở') && says(tokens[to + 1], 'lại', 'đi')) to += 2;
    if (says(tokens[to], 'đây')) to++;
    return { to, reading: { type: 'choice', choice: { type: 'since', from: yearCode(first.year) } } };
  }
  return null;
};

/** A range of months or quarters: «tháng 1 đến tháng 6/2022», «từ quý I/2018 đến quý IV/2018». */
const innerRange: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'từ')) i++;
  const first = month(tokens, i, today) ?? quarter(tokens, i, today);
  if (!first) return null;
  if (!(says(tokens[first.to], 'đến', 'tới') || isPunct(tokens[first.to], ...DASHES))) return null;
  const second = month(tokens, first.to + 1, today) ?? quarter(tokens, first.to + 1, today);
  if (second?.reading.type !== 'choice' || second.reading.choice.type !== 'list') return null;
  const end = second.reading.choice.codes[0] as string;
  let start: string | null = null;
  if (first.reading.type === 'choice' && first.reading.choice.type === 'list')
    start = first.reading.choice.codes[0] as string;
  else if (first.reading.type === 'yearless') {
    const year = Number(end.slice(0, 4));
    start =
      first.reading.make === 'month' ? monthCode(year, first.reading.n) : quarterCode(year, first.reading.n);
  }
  if (!start || start.length !== end.length || start >= end) return null;
  return { to: second.to, reading: { type: 'choice', choice: { type: 'range', from: start, to: end } } };
};

const half: Reader = (tokens, at, today) => {
  const t = tokens[at];
  if (t?.fold !== 's' && t?.fold !== 'h') return null;
  const n = digits(tokens[at + 1], 1);
  if ((n !== 1 && n !== 2) || tokens[at + 1]?.spaced) return null;
  const y = yearAfter(tokens, at + 2, today);
  return y ? { to: y.to, reading: choice(halfCode(y.year, n)) } : null;
};

/** «31/12/2021»: the year as it stood at its end; other days are no period of these figures. */
const day: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'tính') && says(tokens[i + 1], 'đến', 'tới')) i += 2;
  else if (says(tokens[i], 'đến', 'tới', 'hết', 'ngày')) i++;
  if (says(tokens[i], 'hết', 'ngày')) i++;
  if (
    tokens[i]?.raw !== '31' ||
    !isPunct(tokens[i + 1], '/', '-', '.') ||
    tokens[i + 2]?.raw !== '12' ||
    !isPunct(tokens[i + 3], '/', '-', '.')
  )
    return null;
  const y = bareYear(tokens, i + 4, today);
  return y === null ? null : { to: i + 5, reading: choice(yearCode(y)) };
};

/** «(đến) hết tháng 10/2013»: from January to October; «hết năm 2016»: the year. */
const upTo: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'từ') && says(tokens[i + 1], 'đầu') && says(tokens[i + 2], 'năm')) i += 3;
  else if (says(tokens[i], 'đầu') && says(tokens[i + 1], 'năm') && says(tokens[i + 2], 'đến', 'tới')) i += 2;
  if (says(tokens[i], 'tính')) i++;
  if (says(tokens[i], 'đến', 'tới')) i++;
  if (!says(tokens[i], 'hết')) return null;
  i++;
  const m = month(tokens, i, today);
  if (m?.reading.type === 'choice' && m.reading.choice.type === 'list') {
    const code = m.reading.choice.codes[0] as string;
    return { to: m.to, reading: choice(cumulativeCode(Number(code.slice(0, 4)), Number(code.slice(5)))) };
  }
  const y = yearAt(tokens, i, today);
  return y ? { to: y.to, reading: choice(yearCode(y.year)) } : null;
};

/** «quý đầu năm 2010», «quý cuối năm 2012». */
const edgeQuarter: Reader = (tokens, at, today) => {
  if (!says(tokens[at], 'quý', 'quí')) return null;
  const first = says(tokens[at + 1], 'đầu');
  if (!first && !says(tokens[at + 1], 'cuối')) return null;
  const y = yearAfter(tokens, at + 2, today);
  return y ? { to: y.to, reading: choice(quarterCode(y.year, first ? 1 : 4)) } : null;
};

/** «hai năm 2015 và 2021», «3 năm 2021, 2022, 2023»: the count goes with the list that follows. */
const counted: Reader = (tokens, at, today) => {
  const n = ordinal(tokens, at, 10);
  if (!n || n.n < 2 || !says(tokens[n.to], 'năm')) return null;
  const y = bareYear(tokens, n.to + 1, today);
  if (y === null || !(isPunct(tokens[n.to + 2], ',', ';') || says(tokens[n.to + 2], 'và', 'với')))
    return null;
  return { to: n.to + 2, reading: choice(yearCode(y)) };
};

/** «đầu năm 2021», «cuối năm 2021», «giữa năm 2021». */
const vague: Reader = (tokens, at, today) => {
  const t = tokens[at];
  const early = says(t, 'đầu');
  const late = says(t, 'cuối');
  if (!early && !late && !says(t, 'giữa')) return null;
  const y = yearAt(tokens, at + 1, today);
  if (!y || !says(tokens[at + 1], 'năm')) return null;
  const codes = early
    ? [quarterCode(y.year, 1), halfCode(y.year, 1)]
    : late
      ? [quarterCode(y.year, 4), halfCode(y.year, 2), yearCode(y.year)]
      : [halfCode(y.year, 1), yearCode(y.year)];
  return {
    to: y.to,
    reading: {
      type: 'unsure',
      text: `${t?.typed} năm ${y.year}`,
      codes: [...codes, ...(early ? [yearCode(y.year)] : [])],
    },
  };
};

const year: Reader = (tokens, at, today) => {
  let i = at;
  if (says(tokens[i], 'cả') && says(tokens[i + 1], 'năm')) i++;
  const y = yearAt(tokens, i, today);
  return y
    ? {
        to: y.to,
        reading: {
          type: 'choice',
          choice: { type: 'list', codes: [yearCode(y.year)] },
          relative: y.relative,
        },
      }
    : null;
};

/** The SDMX code itself, as buttons and programs write it. */
const code: Reader = (tokens, at) => {
  const y = tokens[at];
  if (y?.kind !== 'number' || !/^\d{4}$/.test(y.raw) || !isPunct(tokens[at + 1], '-')) return null;
  const mark = tokens[at + 2];
  const n = tokens[at + 3];
  if (mark?.kind === 'word' && n?.kind === 'number' && !mark.spaced && !n.spaced) {
    if (mark.fold === 'q' && /^[1-4]$/.test(n.raw))
      return { to: at + 4, reading: choice(`${y.raw}-Q${n.raw}`) };
    if (mark.fold === 's' && /^[12]$/.test(n.raw))
      return { to: at + 4, reading: choice(`${y.raw}-S${n.raw}`) };
  }
  if (mark?.kind === 'number' && /^(0[1-9]|1[0-2])$/.test(mark.raw) && !mark.spaced)
    return { to: at + 3, reading: choice(`${y.raw}-${mark.raw}`) };
  return null;
};

/** The readers, most specific first; all are tried and the cover chooses the longest. */
const READERS: readonly Reader[] = [
  innerRange,
  range,
  code,
  cumulative,
  quarter,
  month,
  half,
  recentYears,
  day,
  upTo,
  edgeQuarter,
  counted,
  vague,
  year,
];

/** Every reading of a period that begins at `at`. */
export function periodsAt(tokens: readonly Token[], at: number, today: string): PeriodSpan[] {
  const now = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const found: PeriodSpan[] = [];
  for (const read of READERS) {
    const span = read(tokens, at, now);
    if (span && !found.some((f) => f.to === span.to)) found.push(span);
  }
  return found;
}
