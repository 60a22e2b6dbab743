import { add, agree } from '../stats/decimal.js';
import { HOME } from '../stats/facts.js';
import type { Figure } from '../stats/figure.js';
import { comparePeriods } from '../stats/period.js';
import type { Answer, Choice, Note } from './answer.js';
import { refused, variant } from './build.js';
import { type Derived, finish, levelAt } from './derive-parts.js';
import { shareOf } from './lookup.js';
import type { AnswerWorld } from './world.js';

/** A whole and the parts that make it up, as the yearbooks divide it. */
interface Partition {
  readonly by: 'ownership' | 'branch';
  readonly whole: string;
  readonly parts: readonly string[];
}

const PARTITIONS: readonly Partition[] = [
  {
    by: 'ownership',
    whole: 'gtsxcn-gia-ss-1994',
    parts: [
      'gtsxcn-khu-vuc-nha-nuoc-gia-so-sanh-1994',
      'gtsxcn-ngoai-nha-nuoc-gia-so-sanh-1994',
      'gtsxcn-khu-vuc-co-von-dau-tu-nuoc-ngoai-gia-so-sanh-1994',
    ],
  },
  {
    by: 'branch',
    whole: 'gtsxcn-gia-ss-2010',
    parts: [
      'gtsxcn-khai-khoang-gia-so-sanh-2010',
      'gtsxcn-che-bien-che-tao-gia-so-sanh-2010',
      'gtsxcn-san-xuat-va-phan-phoi-dien-ga-va-nuoc-gia-so-sanh-2010',
      'gtsxcn-cung-cap-nuoc-quan-ly-va-xu-ly-nuoc-thai-gia-so-sanh-2010',
    ],
  },
];

/** «cơ cấu»: each part of the whole in %, where the whole and all its parts are held for one period; otherwise where they are. */
export function structure(question: Derived, world: AnswerWorld): Answer {
  const area = question.areas.value[0] ?? HOME;
  const wanted = PARTITIONS.filter((p) => question.structure === 'any' || p.by === question.structure);
  const said = question.periods.value.type === 'list' ? question.periods.value.codes : null;
  const at = (indicator: string, period: string) =>
    levelAt(world, { indicator, area, level: 'area' }, period);
  const offers: Choice[] = [];
  for (const p of wanted) {
    const held = world.facts
      .current({ indicator: p.whole, area, measure: 'actual' })
      .map((o) => o.period)
      .filter((period) => p.parts.every((i) => at(i, period) !== null))
      .sort(comparePeriods);
    const period = said === null ? held.at(-1) : held.find((h) => said.includes(h));
    const near = held.at(-1);
    if (period === undefined) {
      if (near !== undefined) offers.push(offer(question, p, near));
      continue;
    }
    const whole = at(p.whole, period) as Figure;
    const parts = p.parts.map((i) => at(i, period) as Figure);
    const asked = parts.map((f) => shareOf(f, whole)).filter((f) => f !== null);
    const notes: Note[] = adds(parts, whole)
      ? []
      : [{ type: 'text', text: 'các phần cộng lại không bằng tổng đã công bố' }];
    return finish(question, asked, { notes, period: said === null ? period : null });
  }
  return refused(question, 'not-computable', {
    notes: [
      {
        type: 'text',
        text:
          offers.length > 0
            ? 'kho chỉ có cơ cấu của các kỳ dưới đây'
            : 'kho không có số của các phần trong tổng này',
      },
    ],
    choices: offers,
    periods: said ?? [],
    areas: [area],
  });
}

/** Parts that add up to the whole, within the rounding of each. */
function adds(parts: readonly Figure[], whole: Figure): boolean {
  const all = parts.map((f) => f.value).reduce(add);
  return agree(all, whole.value) || Math.abs(Number(all) / Number(whole.value) - 1) < 0.001;
}

const offer = (question: Derived, p: Partition, period: string): Choice => ({
  question: variant(question, {
    kind: 'derived',
    op: 'share',
    structure: p.by,
    periods: { value: { type: 'list', codes: [period] }, from: 'text' },
    measure: { value: null, from: 'default' },
  } as Partial<Derived>),
  label: { type: 'reading' },
});
