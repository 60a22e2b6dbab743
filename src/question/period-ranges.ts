import { monthCode, quarterCode, spanCode, yearCode } from '../stats/period.js';
import { month, quarter, recentAfter } from './period-months.js';
import { bareYear, choice, digits, isPunct, ordinal, type Reader, says, yearAt } from './period-parts.js';

/** «3 năm gần đây», «năm năm qua». */
export const recentYears: Reader = (tokens, at) => {
  let i = at;
  if (says(tokens[i], 'trong')) i++;
  const n =
    ordinal(tokens, i, 12) ??
    (digits(tokens[i], 2) ? { n: digits(tokens[i], 2) as number, to: i + 1 } : null);
  if (!n || n.n < 2) return null;
  const unit = says(tokens[n.to], 'năm') ? 'year' : says(tokens[n.to], 'quý') ? 'quarter' : null;
  if (!unit) return null;
  // «3 năm nay»
  const to = says(tokens[n.to + 1], 'nay', 'này') ? n.to + 2 : recentAfter(tokens, n.to + 1);
  if (!to) return null;
  return { to, reading: { type: 'choice', choice: { type: 'last', count: n.n, unit } } };
};

/** «cách đây 5 năm», «3 năm trước (đây)», «cách đây 2 tháng»: one period, counted back from today. */
export const ago: Reader = (tokens, at, today) => {
  const since = says(tokens[at], 'cách') && says(tokens[at + 1], 'đây', 'nay');
  const from = since ? at + 2 : at;
  const n = ordinal(tokens, from, 12);
  const unit = tokens[n?.to ?? at];
  if (!n || !(says(unit, 'năm') || (since && says(unit, 'tháng')))) return null;
  let to = n.to + 1;
  if (!since) {
    // «so với 3 năm trước», «giai đoạn 5 năm trước», «3 năm trước đó»: counted from something else.
    const before = tokens[at - 1];
    if (
      !says(tokens[to], 'trước') ||
      says(before, 'với', 'so', 'hơn', 'đoạn', 'trong', 'kế', 'thứ', 'tháng', 'quý')
    )
      return null;
    to++;
    if (says(tokens[to], 'đó', 'ấy', 'nữa')) return null;
  }
  if (says(tokens[to], 'đây')) to++;
  const month = today.year * 12 + today.month - 1 - n.n;
  const code = says(unit, 'năm')
    ? yearCode(today.year - n.n)
    : monthCode(Math.floor(month / 12), (month % 12) + 1);
  return { to, reading: { type: 'choice', choice: { type: 'list', codes: [code] }, relative: true } };
};

/** «tháng gần nhất», «quý mới nhất»: the last one held. */
export const latest: Reader = (tokens, at) => {
  const unit = says(tokens[at], 'tháng') ? 'month' : says(tokens[at], 'quý', 'quí') ? 'quarter' : null;
  const to = at + 2;
  const near =
    says(tokens[at + 1], 'gần') &&
    (says(tokens[to], 'đây') ? says(tokens[to + 1], 'nhất') : says(tokens[to], 'nhất'));
  const newest = says(tokens[at + 1], 'mới') && says(tokens[to], 'nhất');
  if (!unit || (!near && !newest)) return null;
  return {
    to: says(tokens[to], 'đây') ? to + 2 : to + 1,
    reading: { type: 'choice', choice: { type: 'last', count: 1, unit } },
  };
};

const DASHES = ['-', '~'];

/** «2016-2020», «giai đoạn 2011–2015», «từ 2010 đến 2015», «2019 đến nay», «từ 2019». */
export const range: Reader = (tokens, at, today) => {
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
  } else if (says(tokens[i], 'nhiệm') && says(tokens[i + 1], 'kỳ', 'kì')) {
    span = true;
    i += 2;
  }
  // «sau 6 năm từ 2015 đến 2021»
  const lead = says(tokens[i], 'trong') && says(tokens[i + 1], 'vòng') ? 2 : 1;
  if (says(tokens[i], 'sau', 'trong', 'qua') && ordinal(tokens, i + lead, 12)) i += lead;
  // «từ năm 2012 đến năm 2016»: no four years.
  const five = tokens[i]?.fold === 'tu' ? null : ordinal(tokens, i, 12);
  const counted = five && five.n >= 2 && says(tokens[five.to], 'năm') ? five.to + 1 : null;
  if (counted !== null && says(tokens[counted], 'từ') && yearAt(tokens, counted + 1, today)) i = counted;
  if (counted !== null && yearAt(tokens, counted, today)) {
    span = true;
    i = counted;
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
export const innerRange: Reader = (tokens, at, today) => {
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

/** «hai năm 2015 và 2021», «3 năm 2021, 2022, 2023»: the count goes with the list that follows. */
export const counted: Reader = (tokens, at, today) => {
  const n = ordinal(tokens, at, 10);
  if (!n || n.n < 2 || !says(tokens[n.to], 'năm')) return null;
  const y = bareYear(tokens, n.to + 1, today);
  if (y === null || !(isPunct(tokens[n.to + 2], ',', ';') || says(tokens[n.to + 2], 'và', 'với')))
    return null;
  return { to: n.to + 2, reading: choice(yearCode(y)) };
};
