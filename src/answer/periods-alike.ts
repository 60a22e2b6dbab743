/** Codes that name the same stretch of time in different releases. */
export function equivalents(period: string): readonly string[] {
  const year = period.slice(0, 4);
  const rest = period.slice(4);
  if (rest === '-S1') return [period, `${year}-01-01/P6M`];
  if (rest === '-01-01/P6M') return [period, `${year}-S1`];
  if (rest === '-Q1') return [period, `${year}-01-01/P3M`];
  if (rest === '-01-01/P3M') return [period, `${year}-Q1`];
  if (rest === '-01-01/P12M') return [period, year];
  if (rest === '-01-01/P1M') return [period, `${year}-01`];
  return [period];
}
