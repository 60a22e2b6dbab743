/** The three shapes in which a day is known: `2022`, `2022-05`, `2022-05-04`. */
const SHAPE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * An edition as a day that sorts: a year stands for its last day, a month for its last day. Null where
 * the text is no such day.
 */
export function editionEnd(edition: string): string | null {
  const m = SHAPE.exec(edition);
  if (!m?.[1]) return null;
  const year = Number(m[1]);
  const month = m[2] ? Number(m[2]) : 12;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (m[3] && Number(m[3]) > last) return null;
  return `${m[1]}-${String(month).padStart(2, '0')}-${m[3] ?? last}`;
}
