/** The Vietnamese way to print numbers, lists and dates. */

/** «-1234567.5» → «-1.234.567,5». Takes and keeps an exact decimal string. */
export function printDecimal(value: string): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction] = value.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** «a, b và c». */
export function joinList(items: readonly string[], last = 'và'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** «2021-05-04» → «04/05/2021»; «2018-05» → «5/2018»; «2022» → «2022». */
export function printDate(iso: string): string {
  const [y, m, d] = iso.split('-');
  if (d) return `${d}/${m}/${y}`;
  if (m) return `${Number(m)}/${y}`;
  return y ?? '';
}

/** First letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** First letter in lower case, unless the word is an abbreviation or a proper name (IIP, GTSXCN). */
export function decapitalise(text: string): string {
  const first = text.split(' ')[0] ?? '';
  if (first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase()) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
