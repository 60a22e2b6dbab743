import { editDistance } from '../vietnamese/slips.js';
import { fold } from '../vietnamese/text.js';

/** Office shorthand with a stop or stroke inside: «s/l», «K/H», «đ.t.p». */
const STROKED: ReadonlyMap<string, string> = new Map([
  ['sl', 'sản lượng'],
  ['kh', 'kế hoạch'],
  ['gd', 'giai đoạn'],
  ['mt', 'mục tiêu'],
  ['ck', 'cùng kỳ'],
  ['sv', 'so với'],
  ['bq', 'bình quân'],
  ['dtp', 'điện thương phẩm'],
  ['xm', 'xi măng'],
]);

/** «Sản l.», «S.lượng»: the first letter of «sản» before a stop. */
export const shorthand = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{L}(?:[./]\p{L}){1,2}\.?(?![\p{L}\p{M}\p{N}/])/gu, (typed) => {
      const letters = fold(typed).replace(/[^a-z]/g, '');
      return STROKED.get(letters) ?? typed;
    })
    .replace(/(?<![\p{L}\p{M}\p{N}])s\.\s?(?=l(?:ượng|uong)(?![\p{L}\p{M}]))/giu, 'sản ')
    // «10 th năm 2013», «n.2010», «T. Quảng Ninh», «điện t.phẩm», «cho hỏi cái gạch».
    .replace(/(?<=\d\s?)th(?=\s+(?:năm|nam|n|đầu|dau)(?!\p{L}))/giu, ' tháng')
    .replace(/(?<!\p{L})n\.\s?(?=20\d\d(?!\d))/giu, 'năm ')
    .replace(/(?<!\p{L})T\.\s?(?=\p{Lu}\p{Ll}|n[àa]o(?!\p{L}))/gu, 'tỉnh ')
    .replace(/(?<!\p{L})t\.\s?(?=ph[ẩa]m(?!\p{L}))/giu, 'thương ')
    .replace(/(h[ỏo]i\s+)c[áa]i\s+(?=\p{L})/giu, '$1')
    // «sản xuất CN»: not the CN of «chủ nhật».
    .replace(/(?<=(?:xuất|xuat|sx)\s)CN(?!\p{L})/giu, 'công nghiệp')
    .replace(/[↑⬆↗]/gu, ' tăng ')
    .replace(/[↓⬇↘]/gu, ' giảm ')
    .replace(/(?<![\p{L}\p{M}])(tăng|tang)\s+tr\.(?=\s)/giu, '$1 trưởng')
    .replace(/(?<![\p{L}\p{M}])c(?:ông\s?|\.\s?)?ty(?![\p{L}\p{M}])/giu, 'công ty')
    .replace(/(?<![\p{L}\p{M}])tính từ SL(?![\p{L}\p{M}])/giu, 'tính từ sản lượng')
    // «vs gạch giảm»: the cause, where no other figure is asked for.
    .replace(/^\s*vs\s+(?=.*(?:giảm|tăng|giam|tang))(?!.*(?:nhiêu|nhieu|nhiu|bn|mấy|may|%))/iu, 'vì sao ')
    // Centre and south: «dà» joins as «và».
    .replace(/(?<=[\p{L}\p{N}] )dà(?= \p{L})/gu, 'và')
    .replace(/(?<!\S)(?:\p{L} ){4,40}\p{L}(?!\S)/gu, (typed) => typed.replaceAll(' ', ''));

/** «theo báo cáo tháng» with a slip in one word, or without spaces. */
const REPORT = [
  ['theo', 'theo'],
  ['bao', 'báo'],
  ['cao', 'cáo'],
  ['thang', 'tháng'],
] as const;

/**
 * Whose figure is wanted must not be lost in a slip: «tjeo báo cáo tháng 11», «theo báo áco T11». At most one word of the four
 * is off, by one edit.
 */
export function reportWords(text: string): string {
  const apart = text
    .replace(/(?<![\p{L}\p{M}])(theo)\s*(b[aá]o)\s*(c[aá]o)\s*(?=th?[áa]|T\d)/giu, '$1 $2 $3 ')
    .replace(/(b[aá]o c[aá]o )T(?=\d{1,2}(?!\d))/gu, '$1tháng ');
  const long = apart.replace(/(?<![\p{L}\p{M}])T(?=\d{1,2}(?!\d))/gu, 'tháng ');
  const words = [...long.matchAll(/[\p{L}\p{M}]+/gu)];
  for (let i = 0; i + 3 < words.length; i++) {
    const four = words.slice(i, i + 4);
    const off = four.filter((w, k) => fold(w[0]) !== REPORT[k]?.[0]);
    if (off.length !== 1 || !four.every((w, k) => editDistance(fold(w[0]), REPORT[k]?.[0] ?? '', 1) <= 1))
      continue;
    const [first, last] = [four[0] as RegExpExecArray, four[3] as RegExpExecArray];
    if (!/^\s*\d/.test(long.slice(last.index + last[0].length))) continue;
    return `${long.slice(0, first.index)}theo báo cáo tháng${long.slice(last.index + last[0].length)}`;
  }
  return apart;
}
