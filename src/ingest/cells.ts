import { parsePeriod } from '../stats/period.js';
import { quote } from './faults.js';

/** Checks of single cells: each returns what is wrong and what to write instead, or null. */

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

const LONGEST_NUMBER = 30;

/** Is the cell an exact decimal with a point? Guesses at what was meant are only ever suggestions. */
export function decimalFault(text: string): string | null {
  // «890.000» is nearly always 890 thousand: no file of ours pads decimals with zeros.
  const padded = /^(-?[1-9]\d{0,2})\.(\d{2}0)$/.exec(text);
  if (padded) {
    return `${quote(text)} có thể là ${padded[1]}${padded[2]} hoặc ${Number(text)}; viết liền không chấm phân cách hàng nghìn, và bỏ số 0 thừa sau dấu thập phân`;
  }
  if (DECIMAL.test(text))
    return text.length <= LONGEST_NUMBER
      ? null
      : `${quote(text)} dài quá ${LONGEST_NUMBER} ký tự; kiểm tra lại số`;
  const ends = /^(-?[\d.,]+)\s*(?:-|–|—|~|đến)\s*([\d.,]+)$/.exec(text);
  if (ends)
    return `${quote(text)} là một khoảng; ghi đầu dưới ${ends[1]} ở cột value và đầu trên ${ends[2]} ở cột value_to`;
  const meant = suggestDecimal(text);
  if (meant)
    return `${quote(text)} không đúng cách viết số; viết ${meant} (dấu chấm cho phần thập phân, không phân cách hàng nghìn)`;
  return `${quote(text)} không phải số; viết số thập phân bằng dấu chấm, ví dụ 4090000 hoặc 4.1`;
}

function suggestDecimal(text: string): string | null {
  const s = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/^\+/, '');
  const candidates: string[] = [];
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(s)) candidates.push(s.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(s)) candidates.push(s.replaceAll(',', ''));
  if (/^-?\d+,\d+$/.test(s)) candidates.push(s.replace(',', '.'));
  if (/^-?\d+(\.\d+)?$/.test(s)) candidates.push(s.replace(/^(-?)0+(?=\d)/, '$1'));
  const meant = [...new Set(candidates)].filter((c) => DECIMAL.test(c));
  return meant.length > 0 ? meant.join(' hoặc ') : null;
}

const PERIODS =
  'các cách viết: 2021 (năm), 2021-S1 (6 tháng), 2010-Q1 (quý), 2024-11 (tháng), 2013-01-01/P10M (10 tháng đầu năm), 2011-01-01/P5Y (giai đoạn 2011–2015)';

/** Is the cell a period code, and the one way of writing that period? */
export function periodFault(text: string): string | null {
  const p = parsePeriod(text);
  if (!p || p.year < 1900 || p.year > 2100) {
    const meant = suggestPeriod(text);
    return `${quote(text)} không phải kỳ hợp lệ; ${meant ? `viết ${meant}` : PERIODS}`;
  }
  if (p.kind === 'span' && p.months === 12) return `${quote(text)} là một năm; viết ${p.year}`;
  if (p.kind === 'span' && p.month !== 1)
    return `${quote(text)}: giai đoạn nhiều năm phải bắt đầu từ tháng 1, viết ${p.year}-01-01/P${p.months / 12}Y`;
  if (p.kind !== 'cumulative') return null;
  if (p.month + p.months > 13)
    return `${quote(text)} kéo sang năm sau; số tháng cộng dồn phải nằm trong một năm`;
  if (p.months === 12) return `${quote(text)} là cả năm; viết ${p.year}`;
  if (p.months === 1) return `${quote(text)} là một tháng; viết ${text.slice(0, 7)}`;
  if (p.months === 3 && p.month % 3 === 1)
    return `${quote(text)} là một quý; viết ${p.year}-Q${(p.month + 2) / 3}`;
  return null;
}

/** The code of a period in everyday dress: «11/2024», «tháng 11 năm 2024», «Q1/2024», «quý I-2024», «năm 2021». */
function suggestPeriod(text: string): string | null {
  const s = text.toLowerCase().trim();
  const year = /^(?:năm\s*)?(\d{4})$/.exec(s)?.[1];
  const month = /^(?:tháng|t)?\s*(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/.exec(s);
  const flipped = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/.exec(s);
  const quarter = /^(?:quý|q)\s*([1-4]|i{1,3}|iv)(?:\s*[/.-]\s*|\s+năm\s+|\s+)(\d{4})$/.exec(s);
  const of = (y = '', m = '') => (Number(m) >= 1 && Number(m) <= 12 ? `${y}-${m.padStart(2, '0')}` : null);
  const meant = year
    ? year
    : month
      ? of(month[2], month[1])
      : flipped
        ? of(flipped[1], flipped[2])
        : quarter
          ? `${quarter[2]}-Q${['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '') + 1 || quarter[1]}`
          : null;
  return meant !== null &&
    meant !== text &&
    Number(meant.slice(0, 4)) >= 1900 &&
    Number(meant.slice(0, 4)) <= 2100
    ? meant
    : null;
}

/** Is the cell one of a few words? */
export function wordFault(text: string, words: readonly string[], mayBeEmpty = false): string | null {
  if (words.includes(text) || (mayBeEmpty && text === '')) return null;
  const list = words.join(', ');
  if (text === '') return `ô trống; ghi một trong: ${list}`;
  const meant = words.find((w) => w.toLowerCase() === text.toLowerCase());
  if (meant) return `${quote(text)} sai chữ hoa chữ thường; viết ${meant}`;
  return `${quote(text)} không hợp lệ; ghi một trong: ${list}${mayBeEmpty ? ', hoặc để trống' : ''}`;
}

/** Is the cell an id: letters without accents, digits, hyphens? */
export function idFault(text: string): string | null {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return null;
  if (text === '') return 'ô trống; ghi mã bằng chữ không dấu, số và dấu gạch nối, ví dụ xi-mang';
  return `${quote(text)} không phải mã hợp lệ; chỉ dùng chữ không dấu, số và dấu gạch nối, ví dụ xi-mang`;
}

export function emptyFault(text: string): string | null {
  return text === '' ? 'ô trống; cột này bắt buộc phải có nội dung' : null;
}
