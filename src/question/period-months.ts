import { cumulativeCode, halfCode, monthCode, quarterCode, yearCode } from '../stats/period.js';
import type { Token } from '../vietnamese/tokens.js';
import {
  bareYear,
  choice,
  digits,
  EARLIEST,
  isPunct,
  ordinal,
  type PeriodSpan,
  type Reader,
  says,
  yearAfter,
  yearAt,
} from './period-parts.js';
import { unitAt } from './quantities.js';

export const month: Reader = (tokens, at, today) => {
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
    if (says(tokens[i], 'vừa') && says(tokens[i + 1], 'qua', 'rồi', 'xong')) i++;
    const next = tokens[i];
    const step = says(next, 'trước', 'qua', 'rồi', 'xong')
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
  const each = says(
    tokens[at - 1],
    'từng',
    'theo',
    'các',
    'mỗi',
    'hằng',
    'hàng',
    'qua',
    'quân',
    'bình',
    'một',
  );
  const m = (short || each) && tokens[i]?.kind !== 'number' ? null : ordinal(tokens, i, 12);
  if (!m) return null;
  const y = yearAfter(tokens, m.to, today);
  if (y) return { to: y.to, reading: choice(monthCode(y.year, m.n)) };
  if (short && (tokens[i]!.spaced || t.fold === 'th')) return null;
  return { to: m.to, reading: { type: 'yearless', make: 'month', n: m.n } };
};

export const quarter: Reader = (tokens, at, today) => {
  const t = tokens[at];
  const long = says(t, 'quý', 'quí') || t?.fold === 'quy';
  if (!t || (!long && t.fold !== 'q')) return null;
  let i = at + 1;
  if (isPunct(tokens[i], '.')) i++;
  if (long) {
    if (says(tokens[i], 'vừa') && says(tokens[i + 1], 'qua', 'rồi', 'xong')) i++;
    const step = says(tokens[i], 'trước', 'rồi', 'qua', 'xong')
      ? -1
      : says(tokens[i], 'này', 'nay')
        ? 0
        : null;
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
export const cumulative: Reader = (tokens, at, today) => {
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
  const finish = (n: number, to: number): PeriodSpan | null => {
    let end = to;
    if (says(tokens[end], 'đầu')) end++;
    const y = yearAfter(tokens, end, today);
    // «hai tháng đó»: of the last answers, not January and February.
    if (!running && end === to && says(tokens[end], 'đó', 'đấy', 'ấy', 'trên')) return null;
    // «một tháng bao nhiêu»: a rate, not January.
    if (n === 1 && !running && end === to) return null;
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

export function recentAfter(tokens: readonly Token[], at: number): number | null {
  // «10 tháng qua các năm»: over the years, not the last ten.
  if (says(tokens[at], 'qua')) return says(tokens[at + 1], 'các', 'từng', 'mỗi') ? null : at + 1;
  if (says(tokens[at], 'gần')) {
    if (says(tokens[at + 1], 'đây', 'nhất')) return says(tokens[at + 2], 'nhất') ? at + 3 : at + 2;
    return at + 1;
  }
  if (says(tokens[at], 'mới') && says(tokens[at + 1], 'nhất')) return at + 2;
  if (says(tokens[at], 'trở') && says(tokens[at + 1], 'lại'))
    return says(tokens[at + 2], 'đây') ? at + 3 : at + 2;
  return null;
}

export const half: Reader = (tokens, at, today) => {
  const t = tokens[at];
  if (t?.fold !== 's' && t?.fold !== 'h') return null;
  const n = digits(tokens[at + 1], 1);
  if ((n !== 1 && n !== 2) || tokens[at + 1]?.spaced) return null;
  const y = yearAfter(tokens, at + 2, today);
  return y ? { to: y.to, reading: choice(halfCode(y.year, n)) } : null;
};

/**
 * «(đến) hết tháng 10/2013», «tính đến tháng 10/2013», «từ đầu năm 2019 đến tháng 8»: from January to that month;
 * «hết năm 2016»: the year.
 */
export const upTo: Reader = (tokens, at, today) => {
  let i = at;
  let year: number | null = null;
  if (says(tokens[i], 'từ') && says(tokens[i + 1], 'đầu')) i++;
  if (says(tokens[i], 'đầu') && says(tokens[i + 1], 'năm')) {
    const y = yearAt(tokens, i + 1, today);
    const end = y?.to ?? i + 2;
    if (!says(tokens[end], 'đến', 'tới')) return null;
    year = y?.year ?? null;
    i = end;
  }
  const reckoned = says(tokens[i], 'tính');
  if (reckoned) i++;
  const until = says(tokens[i], 'đến', 'tới');
  if (until) i++;
  const through = says(tokens[i], 'hết');
  if (through) i++;
  if (!until && !through) return null;
  // «tháng 1/2024 tới tháng 6/2024»: the end of a range.
  const before = tokens[at - 1];
  if (i === at + 1 && until && (before?.kind === 'number' || ordinal(tokens, at - 1, 12, true))) return null;
  const m = month(tokens, i, today);
  if (m?.reading.type === 'choice' && m.reading.choice.type === 'list' && !m.reading.relative) {
    const code = m.reading.choice.codes[0] as string;
    return { to: m.to, reading: choice(cumulativeCode(Number(code.slice(0, 4)), Number(code.slice(5)))) };
  }
  if (m?.reading.type === 'yearless') {
    const { n } = m.reading;
    if (year !== null) return { to: m.to, reading: choice(cumulativeCode(year, n)) };
    return through || reckoned ? { to: m.to, reading: { type: 'yearless', make: 'cumulative', n } } : null;
  }
  const q = through || reckoned ? quarter(tokens, i, today) : null;
  if (q?.reading.type === 'choice' && q.reading.choice.type === 'list' && !q.reading.relative) {
    const code = q.reading.choice.codes[0] as string;
    return {
      to: q.to,
      reading: choice(cumulativeCode(Number(code.slice(0, 4)), 3 * Number(code.slice(-1)))),
    };
  }
  if (!through) return null;
  const y = yearAt(tokens, i, today);
  return y ? { to: y.to, reading: choice(yearCode(y.year)) } : null;
};

/** «quý đầu năm 2010», «quý cuối năm 2012». */
export const edgeQuarter: Reader = (tokens, at, today) => {
  if (!says(tokens[at], 'quý', 'quí')) return null;
  const first = says(tokens[at + 1], 'đầu');
  if (!first && !says(tokens[at + 1], 'cuối')) return null;
  const y = yearAfter(tokens, at + 2, today);
  return y ? { to: y.to, reading: choice(quarterCode(y.year, first ? 1 : 4)) } : null;
};
