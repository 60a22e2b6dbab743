/** Slips of finger and ear: edit distance, neighbour keys, a key for words spelt as they sound. */

/**
 * Optimal-string-alignment distance (insert, delete, replace, swap of two neighbours), counted up to `max`;
 * `max + 1` means "further apart". Works in a band of width 2·max+1, so long texts cost no more than their length.
 */
export function editDistance(a: string, b: string, max: number): number {
  const limit = Math.max(0, Math.floor(max));
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const far = limit + 1;
  const width = b.length + 1;
  let before: number[] = [];
  let above = Array.from({ length: width }, (_, j) => Math.min(j, far));
  let row: number[] = new Array<number>(width).fill(far);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    let best = row[from - 1] ?? far;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (above[j - 1] ?? far) + (same ? 0 : 1),
        (j < i + limit ? (above[j] ?? far) : far) + 1,
        (row[j - 1] ?? far) + 1,
      );
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      }
      row[j] = Math.min(cost, far);
      best = Math.min(best, cost);
    }
    if (to < b.length) row[to + 1] = far;
    // A swap reaches two rows back, hence "greater", with the row before still at hand.
    if (best >= far && Math.min(...above.slice(Math.max(0, from - 2), to + 1)) >= far) return far;
    [before, above, row] = [
      above,
      row,
      before.length === width ? before : new Array<number>(width).fill(far),
    ];
  }
  return Math.min(above[b.length] ?? far, far);
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const PLACE = new Map<string, readonly [number, number]>();
ROWS.forEach((keys, y) => {
  [...keys].forEach((key, x) => {
    PLACE.set(key, [x + y * 0.5, y]);
  });
});

/** Do two letters lie side by side on a QWERTY keyboard (rows are set off by half a key)? */
export function isNeighbourKey(a: string, b: string): boolean {
  const p = PLACE.get(a.toLowerCase());
  const q = PLACE.get(b.toLowerCase());
  if (!p || !q || a.toLowerCase() === b.toLowerCase()) return false;
  return Math.abs(p[0] - q[0]) <= 1 && Math.abs(p[1] - q[1]) <= 1;
}

const EAR: readonly (readonly [RegExp, string])[] = [
  [/^gie(?=[a-z])/, 'die'],
  [/^gi(?=[aeou])/, 'd'],
  [/^gi/, 'di'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^tr/, 'ch'],
  [/^f/, 'ph'],
  [/^(?:dz|z|r|v|j)/, 'd'],
  [/^x/, 's'],
  [/^k(?!h)/, 'c'],
  [/^n(?![gh])/, 'l'],
  [/^y(?=e)/, 'i'],
  [/(?<![aeo])y$/, 'i'],
  [/uoi$/, 'ui'],
  [/ieu$/, 'iu'],
  [/uou$/, 'uu'],
  [/(?:ng|nh)$/, 'n'],
  [/(?:ch|c|k)$/, 't'],
];

/**
 * One key for all words that sound alike somewhere in the country, syllable by syllable: north l/n, s/x,
 * ch/tr, r/d/gi; centre and south final n/ng/nh, t/c/ch, initial v/d; everywhere i/y, g/gh, ng/ngh, c/k.
 * A last resort only, and only when the key has a single owner.
 */
export function phoneticKey(folded: string): string {
  return folded
    .split(' ')
    .map((syllable) => {
      if (syllable.length < 2 || syllable.length > 12) return syllable;
      let out = syllable;
      let onset = false;
      for (const [pattern, to] of EAR) {
        const initial = pattern.source.startsWith('^');
        if (initial && onset) continue;
        if (!pattern.test(out)) continue;
        out = out.replace(pattern, to);
        if (initial) onset = true;
      }
      return out;
    })
    .join(' ');
}
