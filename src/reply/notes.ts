import type { Answer, Assumption, Note } from '../answer/answer.js';
import type { Figure } from '../stats/figure.js';
import { periodName } from '../stats/period.js';
import { capitalise, decapitalise, joinList, printDate } from '../vietnamese/print.js';
import { phraseOf } from './beside.js';
import { CAVEATS } from './caveats.js';
import { choiceName, subjectName } from './phrase.js';
import { placeSpans } from './place.js';
import type { Block } from './reply.js';
import { officeOf } from './sources.js';
import { amount, areaName, baseOf, full, indicatorName, measureName, spoken } from './words.js';
import type { ReplyWorld } from './world.js';

const note = (text: string): Block => ({ kind: 'note', spans: [{ text }] });

function assumptionText(a: Assumption, answer: Answer, world: ReplyWorld): string | null {
  switch (a.type) {
    case 'period':
      return `Lấy kỳ mới nhất có số liệu: ${periodName(a.period)}.`;
    case 'area':
      if (answer.outcome === 'refuse' && answer.figures.some((f) => f.area === a.area))
        return `Lạng Sơn không có chỉ tiêu này trong kho số liệu: số để tham khảo là của ${areaName(world, a.area)}.`;
      return answer.outcome === 'refuse'
        ? `Lạng Sơn không có chỉ tiêu này trong kho số liệu; ${areaName(world, a.area)} có, nhưng không có kỳ này.`
        : `Lạng Sơn không có chỉ tiêu này trong kho số liệu: đây là số của ${areaName(world, a.area)}.`;
    case 'carried':
      return `Giữ từ câu trước: ${listed(a.what.map((w) => carried(w, answer, world)))}.`;
    case 'bend':
      return `Hiểu «${a.bend.typed}» là «${a.bend.read}».`;
    case 'leftover':
      return `Chưa hiểu: ${joinList(a.words.map((w) => `«${w}»`))}.`;
    case 'derived':
    case 'measure':
      return null;
  }
}

/** «cả nước và Lạng Sơn, năm 2021»: one «và» is enough. */
const listed = (items: readonly string[]) =>
  items.some((item) => item.includes(' và ')) ? items.join(', ') : joinList(items);

type Carried = Extract<Assumption, { type: 'carried' }>['what'][number];

/** What was carried over, by its value where that is short. */
function carried(what: Carried, answer: Answer, world: ReplyWorld): string {
  const q = answer.question;
  if (what === 'area')
    return answer.areas.length > 0 && answer.areas.length <= 3
      ? joinList(answer.areas.map((x) => areaName(world, x)))
      : 'địa bàn';
  if (what === 'period' && q.kind === 'rank' && q.across === 'periods')
    return choiceName(q.periods.value) || 'kỳ';
  if (what === 'period') return answer.periods.length === 1 ? periodName(answer.periods[0] as string) : 'kỳ';
  if (what === 'subject') {
    const name = 'subject' in q ? subjectName(q, world).split(', ').map(decapitalise).join(', ') : '';
    return name && name.length <= 60 ? name : 'các chỉ tiêu';
  }
  return 'subject' in q && q.measure.value !== null ? measureName(q.measure.value, null) : 'nội dung hỏi';
}

/** What was assumed, one short clause each. */
export function assumptionBlocks(answer: Answer, world: ReplyWorld): Block[] {
  const texts = answer.assumptions.map((a) => assumptionText(a, answer, world)).filter((t) => t !== null);
  return texts.map(note);
}

/** «Ước ban đầu: 67.900 nghìn tấn (12/2015).» of the same office; another publisher is named. */
function otherRelease(figure: Figure, chosen: Figure, several: boolean, world: ReplyWorld): string {
  const source = world.facts.source(figure.sources[0] ?? '');
  const own = world.facts.source(chosen.sources[0] ?? '');
  const when = source ? printDate(source.edition) : '';
  const name = decapitalise(indicatorName(world, figure.indicator));
  const of = several ? ` của ${name} ${periodName(figure.period)}` : '';
  const same = source !== undefined && own !== undefined && officeOf(source) === officeOf(own);
  if (same && source.edition <= own.edition)
    return figure.status === 'E'
      ? `Ước ban đầu${of}: ${spoken(figure)}${when ? ` (công bố ${when})` : ''}.`
      : `Số công bố trước đó${of}: ${full(figure)}${when ? ` (${when})` : ''}.`;
  const whose = source ? ` (${source.publisher}${when ? `, ${when}` : ''})` : '';
  return `Nguồn khác ghi${several ? ` ${name} ${periodName(figure.period)}` : ''}: ${full(figure)}${whose}.`;
}

function noteText(
  n: Exclude<Note, { type: 'enterprise' | 'place' | 'reason' }>,
  several: boolean,
  world: ReplyWorld,
): string {
  switch (n.type) {
    case 'other-source':
      return otherRelease(n.figure, n.chosen, several, world);
    case 'target-below-actual':
      return `Lưu ý: mục tiêu ${periodName(n.target.period)} (${amount(n.target)}) thấp hơn thực hiện ${periodName(n.actual.period)} (${amount(n.actual)}), đúng như nguồn công bố.`;
    case 'published-and-computed':
      return `Tốc độ tăng tính từ hai mức đã công bố là ${spoken(n.computed)} (suy ra), khác số nguồn công bố (${spoken(n.published)}).`;
    case 'rates-and-levels':
      if (n.rates.basis !== 'avg_annual')
        return `Tính theo tốc độ tăng công bố của từng năm thì ${periodName(n.rates.period)} ${spoken(n.rates)}${baseOf(n.rates)} (suy ra); hai mức không cùng cơ sở, số tính từ hai mức chỉ để tham khảo.`;
      return `Tính theo tốc độ tăng công bố của từng năm thì bình quân là ${spoken(n.rates)} mỗi năm (suy ra), khác với cách tính từ hai mức.`;
    case 'caveat':
      return CAVEATS[n.caveat];
    case 'text':
      return `${capitalise(n.text)}.`;
  }
}

/** Figures of single enterprises stand in one line, marked once. */
function enterpriseText(notes: readonly Note[], world: ReplyWorld): string | null {
  const lines = notes.flatMap((n) =>
    n.type === 'enterprise'
      ? [
          `${decapitalise(indicatorName(world, n.figure.indicator))} ${periodName(n.figure.period)}: ${phraseOf(n.figure, world)}`,
        ]
      : [],
  );
  if (lines.length === 0) return null;
  return `Chỉ có số của doanh nghiệp, không phải số toàn tỉnh – ${[...new Set(lines)].join('; ')}.`;
}

export function noteBlocks(notes: readonly Note[], world: ReplyWorld): Block[] {
  const out: Block[] = [];
  const seen = new Set<string>();
  const others = new Set(
    notes.flatMap((n) => (n.type === 'other-source' ? [`${n.figure.indicator}|${n.figure.period}`] : [])),
  );
  for (const n of notes) {
    if (n.type === 'enterprise' || n.type === 'reason') continue;
    if (n.type === 'place') {
      out.push({ kind: 'note', spans: placeSpans(n, world) });
      continue;
    }
    const text = noteText(n, others.size > 1, world);
    if (seen.has(text)) continue;
    seen.add(text);
    out.push({
      kind: 'note',
      spans: [n.type === 'text' || n.type === 'caveat' ? { text, literal: true } : { text }],
    });
  }
  const own = enterpriseText(notes, world);
  return own === null ? out : [...out, note(own)];
}
