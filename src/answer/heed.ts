import type { FigureQuestion, NamedSource } from '../question/question.js';
import { type Figure, published } from '../stats/figure.js';
import { unitName } from '../stats/unit.js';
import type { Answer, Note } from './answer.js';
import type { AnswerWorld } from './world.js';

/** Heeds how a figure is wanted: by whose publication, and in what unit; what cannot be given is said. */
export function heed(answer: Answer, question: FigureQuestion, world: AnswerWorld): Answer {
  const named = question.by ? bySource(answer, question.by, world) : answer;
  const told = question.inUnit ? inUnit(named, question.inUnit, world) : named;
  if (question.kind !== 'overview' || !question.summed || told.outcome === 'refuse') return told;
  const text = 'các chỉ tiêu khác đơn vị tính nên không cộng thành một tổng';
  return { ...told, outcome: 'assumed', notes: [note(text), ...told.notes] };
}

const note = (text: string): Note => ({ type: 'text', text });

/** Amounts of another unit cannot be turned into the one that is wanted. */
function inUnit(answer: Answer, wish: NonNullable<FigureQuestion['inUnit']>, world: AnswerWorld): Answer {
  const other = answer.figures.find(
    (f) =>
      f.role === 'asked' && f.indicator !== null && f.unit !== wish.base && !/^(%|điểm %|lần)$/.test(f.unit),
  );
  if (!other || answer.question.kind === 'confirm') return answer;
  const name = world.facts.indicator(other.indicator ?? '')?.name ?? '';
  const text = `${name} tính bằng ${unitName(other.unit)}, không đổi ra ${wish.name} được`;
  return {
    ...answer,
    outcome: answer.outcome === 'answer' ? 'assumed' : answer.outcome,
    notes: [...answer.notes, note(text)],
  };
}

const fits = (by: NamedSource, id: string, world: AnswerWorld): boolean => {
  const source = world.facts.source(id);
  if (!source) return false;
  const office = by.office === null || new RegExp(by.office, 'i').test(source.publisher);
  const edition =
    by.edition === null ||
    (by.edition.startsWith('-')
      ? source.edition.slice(4, 7) === by.edition
      : source.edition.startsWith(by.edition));
  return office && edition;
};

/** The release of the publication that is named, where one is held; otherwise whose the figures are. */
function bySource(answer: Answer, by: NamedSource, world: AnswerWorld): Answer {
  const asked = answer.figures.filter((f) => f.role === 'asked' && f.sources.length > 0);
  if (asked.length === 0) return answer;
  const swapped = new Map<Figure, Figure>();
  const foreign: Figure[] = [];
  for (const f of asked) {
    if (f.sources.every((s) => fits(by, s, world))) continue;
    const own = releaseOf(f, by, world);
    if (own) swapped.set(f, own);
    else foreign.push(f);
  }
  if (swapped.size === 0 && foreign.length === 0) return answer;
  const whose = [
    ...new Set(foreign.flatMap((f) => f.sources.map((s) => world.facts.source(s)?.publisher ?? s))),
  ];
  const notes: Note[] = [
    ...(swapped.size > 0
      ? [...swapped].map(([figure, chosen]): Note => ({ type: 'other-source', figure, chosen }))
      : answer.notes),
    ...(foreign.length > 0
      ? [
          note(
            `kho không có ${swapped.size > 0 ? 'một phần ' : ''}số này theo ${by.typed}; số đã nêu là của ${whose.slice(0, 2).join(', ')}`,
          ),
        ]
      : []),
  ];
  // A growth told beside the figure belongs to the release that was put aside.
  const kept = answer.figures.filter((f) => f.role !== 'context' || swapped.size === 0);
  const figures = kept.map((f) => swapped.get(f) ?? f);
  return {
    ...answer,
    outcome: answer.outcome === 'answer' ? 'assumed' : answer.outcome,
    figures: [...figures, ...[...swapped.keys()].map((f) => ({ ...f, role: 'context' as const }))],
    notes,
  };
}

function releaseOf(f: Figure, by: NamedSource, world: AnswerWorld): Figure | null {
  if (f.derived || f.indicator === null) return null;
  const release = world.facts
    .releases({
      indicator: f.indicator,
      area: f.area,
      level: f.level,
      measure: f.measure as 'actual',
      basis: f.basis as null,
      period: f.period,
    })
    .find((o) => o.trust !== 'doubtful' && fits(by, o.source, world));
  return release ? published(release) : null;
}
