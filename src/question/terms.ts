/** Words of statistics that are asked about by themselves, folded. The reply holds their meaning under the same id. */
const TERMS = {
  yoy: /\b(cung k[iy]|yoy|svck|so voi cung k[iy])\b/,
  mom: /\b(mom|so voi thang truoc)\b/,
  cumulative: /\bluy ke\b/,
  estimate: /\b(so uoc|uoc tinh|uoc thuc hien|uoc dat|uth|so bo|chinh thuc)\b/,
  derived: /\bsuy ra\b/,
  growth: /\b(toc do tang( truong)?|tang truong|ty le tang|phan tram tang)\b/,
  average: /\b(cagr|tang truong kep|(tang|tang truong) binh quan|toc do tang( truong)? binh quan)\b/,
  completion: /\b(hoan thanh|dat)( bao nhieu)?( %| phan tram)? ke hoach\b|% (hoan thanh|ke hoach)/,
  point: /\bdiem (phan tram|%)/,
  energy: /\b(kwh|mwh|gwh)\b/,
} as const;

export type Term = keyof typeof TERMS;

/** From the more particular to the general: a mean of growth is also growth. */
const ORDER: readonly Term[] = [
  ...(['average', 'completion', 'point', 'cumulative', 'estimate', 'derived', 'mom', 'yoy'] as const),
  ...(['growth', 'energy'] as const),
];

const ASKS =
  /\b(la gi|la sao|nghia la|nghia gi|nghia sao|the nao la|cach tinh|cong thuc|tinh (the nao|nhu the nao|ra sao|kieu gi|sao)|giai thich|khac (gi|nhau|the nao)|bang (bao nhieu|may)|hieu (the nao|la gi))\b/;

/** «cùng kỳ là gì», «cách tính tốc độ tăng»: the term; null where none is asked about. */
export function termOf(folded: string): Term | null {
  if (!ASKS.test(folded)) return null;
  return ORDER.find((term) => TERMS[term].test(folded)) ?? null;
}
