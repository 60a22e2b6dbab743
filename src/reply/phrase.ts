import type { FigureQuestion, PeriodChoice } from '../question/question.js';
import { COUNTRY, HOME } from '../stats/facts.js';
import { periodName } from '../stats/period.js';
import { decapitalise } from '../vietnamese/print.js';
import { filterPhrase } from './filter-phrase.js';
import { indicatorName } from './words.js';
import type { ReplyWorld } from './world.js';

/** The name of what a question is about: the group's word, or the indicators'. */
export function subjectName(question: FigureQuestion, world: ReplyWorld): string {
  const parts = question.subject.value.parts ?? [question.subject.value];
  return parts
    .map((p) => {
      const group = p.group === null ? undefined : world.facts.catalogue.groups.find((g) => g.id === p.group);
      return group ? group.name : p.indicators.map((i) => indicatorName(world, i)).join(', ');
    })
    .join(', ');
}

/** «-Q1» as «quý I», «-01-01/P10M» as «10 tháng đầu». */
const partName = (like: string): string => periodName(`2000${like}`).replace(/(\/| năm )2000$/, '');

/** A choice of periods in words. */
export function choiceName(choice: PeriodChoice): string {
  switch (choice.type) {
    case 'list':
      return choice.codes.map(periodName).join(', ');
    case 'range':
      return choice.from.length === 4
        ? `từ năm ${choice.from} đến năm ${choice.to}`
        : `từ ${periodName(choice.from)} đến ${periodName(choice.to)}`;
    case 'since':
      return `từ năm ${choice.from} đến nay`;
    case 'last':
      return choice.count >= 600
        ? `các ${{ year: 'năm', quarter: 'quý', month: 'tháng' }[choice.unit]}`
        : `${choice.count} ${{ year: 'năm', quarter: 'quý', month: 'tháng' }[choice.unit]} gần đây`;
    case 'every':
      return `${choice.likes.map(partName).join(', ')} ${choice.from ? `từ năm ${choice.from}` : choice.last ? `${choice.last} năm gần đây` : 'các năm'}`;
    case 'newest':
      return '';
    case 'all':
      return 'qua các năm';
  }
}

const BASES: Record<string, string> = {
  mom: ' so với tháng trước',
  avg_annual: ' bình quân hằng năm',
  yoy: '',
};

/** «sản phẩm nào tăng cao nhất», «xếp hạng hoàn thành kế hoạch các sản phẩm», «sản phẩm nào giảm». */
function setSentence(question: Extract<FigureQuestion, { kind: 'rank' | 'filter' }>, name: string): string {
  const who =
    question.across === 'areas' ? 'tỉnh nào' : name === '' ? 'sản phẩm nào' : `trong ${name}, sản phẩm nào`;
  const what =
    question.across === 'areas'
      ? `có ${name}`
      : { growth: 'tăng', completion: 'hoàn thành kế hoạch', actual: 'sản lượng', target: 'mục tiêu' }[
          (question.measure.value ?? 'growth') as string
        ];
  if (question.kind === 'filter') {
    const few = question.count ? who.replace(/(sản phẩm|tỉnh) nào$/, 'bao nhiêu $1') : who;
    return question.across === 'areas' && question.threshold.op !== 'negative'
      ? `${few} ${what}`
      : `${few} ${filterPhrase(question)}`;
  }
  const end = question.order === 'desc' ? 'cao nhất' : 'thấp nhất';
  if (question.limit === 1) return `${who} ${what} ${end}`;
  const all = who.replace(' nào', '');
  return question.limit === null ? `xếp hạng ${all} ${what}` : `top ${question.limit} ${all} ${what} ${end}`;
}

/** The sentence that asks the same as a Question: what a button says in words. */
export function sentenceOf(question: FigureQuestion, world: ReplyWorld): string {
  const name = decapitalise(subjectName(question, world));
  const areas = question.areas.value
    .filter((a) => a !== HOME)
    .map((a) => (a === COUNTRY ? 'cả nước' : (world.facts.area(a)?.name ?? a)));
  const tail = [...(areas.length > 0 ? [areas.join(', ')] : []), choiceName(question.periods.value)]
    .filter((s) => s !== '')
    .join(' ');
  const measure = question.measure.value;
  const basis = question.basis.value ?? '';
  if (question.kind === 'source') return `nguồn số liệu ${name} ${tail}`.trim();
  if (question.kind === 'definition') return `${name} là gì`;
  if (question.kind === 'rank' || question.kind === 'filter')
    return `${setSentence(question, name)} ${tail}`.trim();
  if (question.kind === 'derived' && question.structure)
    return `cơ cấu GTSXCN${{ ownership: ' theo thành phần kinh tế', branch: ' theo ngành', any: '' }[question.structure]} ${tail}`.trim();
  if (question.kind === 'overview') {
    const what =
      {
        target: 'mục tiêu ',
        growth: 'tăng trưởng ',
        completion: 'tỷ lệ hoàn thành kế hoạch ',
        actual: 'sản lượng ',
      }[measure as string] ?? '';
    return `${what}các sản phẩm chủ yếu ${tail}`.trim();
  }
  const head =
    measure === 'target'
      ? basis
        ? 'mục tiêu tăng trưởng '
        : 'mục tiêu '
      : measure === 'growth'
        ? 'tăng trưởng '
        : measure === 'completion'
          ? 'hoàn thành kế hoạch '
          : measure === 'actual'
            ? 'sản lượng '
            : '';
  return `${head}${name} ${tail}${measure === 'growth' ? (BASES[basis] ?? '') : ''}`
    .replace(/\s+/g, ' ')
    .trim();
}
