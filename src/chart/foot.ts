import type { Answer } from '../answer/answer.js';
import { periodsText } from '../reply/periods.js';
import { officeOf, shortTitle } from '../reply/sources.js';
import { areaName, indicatorName } from '../reply/words.js';
import type { ReplyWorld } from '../reply/world.js';
import type { Figure } from '../stats/figure.js';
import { periodShort } from '../stats/period.js';
import { decapitalise, joinList, printDecimal } from '../vietnamese/print.js';
import type { Break } from './breaks.js';
import { figuresOf, type Selection } from './select.js';
import { lineName } from './words.js';

/** What stands under a picture: status, gaps, breaks, what is not drawn, sources; each a sentence. */

const MOST_SOURCES = 2;
/** Things left out that are named. */
const MOST_NAMED = 3;

const filled = (words: readonly (string | null)[]) =>
  words.filter((w): w is string => w !== null && w !== '');

export function footOf(
  chosen: Selection,
  breaks: readonly Break[],
  answer: Answer,
  names: ReplyWorld,
): string[] {
  return filled([
    statusOf(chosen),
    gapsOf(chosen),
    breakOf(breaks, chosen, names),
    breaks.length === 0 && answer.notes.some((n) => n.type === 'caveat' && n.caveat === 'mixed-releases')
      ? 'Số của các kỳ lấy từ nhiều lần công bố, không phải một dãy thống nhất.'
      : null,
    basesOf(chosen, names),
    leftOf(chosen, names),
    missingOf(chosen, answer, names),
    sourcesOf(chosen, names),
  ]);
}

function statusOf(chosen: Selection): string {
  const count = (test: (f: Figure) => boolean) => chosen.drawn.filter(test).length;
  const weak = filled([
    count((f) => f.status === 'E') > 0 ? `${count((f) => f.status === 'E')} số ước` : null,
    count((f) => f.status === 'P') > 0 ? `${count((f) => f.status === 'P')} số sơ bộ` : null,
    count((f) => f.derived) > 0 ? `${count((f) => f.derived)} số suy ra (*)` : null,
  ]);
  const final = count((f) => f.status === 'A' && !f.derived);
  const targets = count((f) => f.status === '' && f.measure === 'target');
  if (weak.length === 0)
    return `Trạng thái: ${filled([final > 0 ? 'số chính thức' : null, targets > 0 ? 'mục tiêu' : null]).join(' và ') || 'không nêu'}.`;
  return `Trạng thái: ${filled([final > 0 ? `${final} số chính thức` : null, ...weak]).join(', ')}.`;
}

function gapsOf(chosen: Selection): string | null {
  if (chosen.axis !== 'periods' || chosen.kind !== 'series') return null;
  const empty = chosen.keys.filter((k) => chosen.lines.every((l) => !l.figures.has(k)));
  return empty.length > 0 ? `Không có số liệu: ${periodsText(empty)} (để trống).` : null;
}

const signed = (value: string) =>
  `${value.startsWith('-') || /^0(\.0+)?$/.test(value) ? '' : '+'}${printDecimal(value).replace('-', '−')}`;

function breakOf(breaks: readonly Break[], chosen: Selection, names: ReplyWorld): string | null {
  if (breaks.length === 0) return null;
  const told = breaks.map(({ published: f, line }) => {
    const name = chosen.lines.length > 1 ? `${lineName(chosen.lines[line]?.head ?? f, chosen, names)} ` : '';
    return `${name}${periodShort(f.period)}: ${signed(f.value)} %`;
  });
  return `Nét đứt: số hai bên không cùng cơ sở, không tính tăng giảm giữa hai kỳ; nguồn công bố mức tăng ${told.join('; ')}.`;
}

/** Values at different prices may be read side by side, not set against each other. */
function basesOf(chosen: Selection, names: ReplyWorld): string | null {
  const bases = chosen.lines.map((l) =>
    /\((?:giá|nguồn không nêu)[^()]*\)/.exec(indicatorName(names, l.head.indicator)),
  );
  const several = new Set(bases.map((b) => b?.[0] ?? '')).size > 1;
  return several ? 'Các dãy tính theo giá khác nhau nên không so mức của dãy này với dãy kia.' : null;
}

function leftOf(chosen: Selection, names: ReplyWorld): string | null {
  if (chosen.left.length === 0) return null;
  const drawn = new Set(chosen.drawn.map((f) => f.indicator));
  const whole = [...new Set(chosen.left.map((f) => f.indicator))].filter((i) => i !== null && !drawn.has(i));
  const rest = `Còn ${chosen.left.length} số liệu khác đơn vị, thước đo hoặc kỳ không vẽ ở đây`;
  if (whole.length === 0) return `${rest}.`;
  const named = whole.slice(0, MOST_NAMED).map((i) => indicatorName(names, i));
  const more = whole.length - named.length;
  return `${rest}, trong đó có ${joinList([...named, ...(more > 0 ? [`${more} chỉ tiêu khác`] : [])])}.`;
}

/** Things that were asked for and are in no picture, since nothing is held of them: «Chưa có số để vẽ: clinker.» */
function missingOf(chosen: Selection, answer: Answer, names: ReplyWorld): string | null {
  const held = new Set(figuresOf(answer).map((f) => `${f.indicator}|${f.area}`));
  const lacking = [answer, ...answer.parts]
    .flatMap(({ missing }) => missing)
    .filter((m) => m.indicator !== null && !held.has(`${m.indicator}|${m.area}`));
  const things = [...lacking.map((m) => ({ indicator: m.indicator, area: m.area })), ...chosen.drawn];
  const several = (of: 'indicator' | 'area') => new Set(things.map((t) => t[of])).size > 1;
  const [products, areas] = [several('indicator'), several('area')];
  const told = lacking.map((m) => {
    const words = [
      products ? decapitalise(indicatorName(names, m.indicator)) : null,
      areas ? areaName(names, m.area) : null,
    ];
    return filled(words).join(' ');
  });
  const distinct = [...new Set(told)].filter((t) => t !== '');
  if (distinct.length === 0) return null;
  const more = distinct.length - MOST_NAMED;
  const named = [...distinct.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} mục khác`] : [])];
  // Names have commas of their own: «sắt, thép thô».
  return `Chưa có số để vẽ: ${named.join('; ')}.`;
}

/** Two documents by name, those of one publisher together. */
function sourcesOf(chosen: Selection, names: ReplyWorld): string | null {
  const ids = [...new Set(chosen.drawn.flatMap((f) => f.sources))];
  const held = ids.map((id) => names.facts.source(id)).filter((s) => s !== undefined);
  // Two tables of one report have one name here.
  const known = [...new Map(held.map((s) => [`${officeOf(s)}|${shortTitle(s.title)}`, s])).values()];
  const publishers = new Map<string, string[]>();
  for (const s of known.slice(0, MOST_SOURCES)) {
    const publisher = officeOf(s);
    publishers.set(publisher, [...(publishers.get(publisher) ?? []), shortTitle(s.title)]);
  }
  const more = known.length - Math.min(known.length, MOST_SOURCES);
  const told = [...publishers].map(([publisher, titles]) => `${publisher}, ${titles.join('; ')}`);
  return told.length > 0 ? `Nguồn: ${told.join('; ')}${more > 0 ? ` và ${more} nguồn khác` : ''}.` : null;
}
