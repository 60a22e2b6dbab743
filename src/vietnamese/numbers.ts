/** A number in Vietnamese or English dress as an exact decimal, with its other reading if there is one. */
export function readDigits(raw: string): { value: string; other: string | null } | null {
  if (/^\d+$/.test(raw)) return { value: raw, other: null };
  if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(raw) || /^\d{1,3}(\.\d{3})+,\d+$/.test(raw))
    return { value: raw.replace(/\./g, '').replace(',', '.'), other: null };
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(raw) || /^\d{1,3}(,\d{3})+\.\d+$/.test(raw))
    return { value: raw.replace(/,/g, ''), other: null };
  const one = /^(\d+)([.,])(\d+)$/.exec(raw);
  if (!one) return null;
  const [, whole, mark, rest] = one as unknown as [string, string, string, string];
  // Three digits after one mark: a dot groups thousands, a comma is a decimal in official style; both are kept.
  if (rest.length === 3 && whole.length <= 3 && whole !== '0')
    return mark === '.'
      ? { value: whole + rest, other: `${whole}.${rest}` }
      : { value: `${whole}.${rest}`, other: whole + rest };
  return { value: `${whole}.${rest}`, other: null };
}
