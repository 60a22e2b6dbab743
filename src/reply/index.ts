import type { Answer } from '../answer/answer.js';
import { periodName } from '../stats/period.js';
import { capitalise, printDate } from '../vietnamese/print.js';
import { aboutBlocks } from './about.js';
import { phraseOf } from './beside.js';
import { buttonsOf } from './buttons.js';
import { figureBlocks } from './figures.js';
import { filterPhrase } from './filter-phrase.js';
import { formulaBlocks } from './formula.js';
import { leftOut } from './grid.js';
import { helpBlocks } from './help.js';
import { missingBlocks } from './missing.js';
import { assumptionBlocks, noteBlocks } from './notes.js';
import { plainOf } from './plain.js';
import { refusalBlocks } from './refusal.js';
import type { Block, Reply } from './reply.js';
import { restate } from './restate.js';
import { inOneScale } from './scales.js';
import { sourceBlocks } from './sources.js';
import type { ReplyWorld } from './world.js';

/** Puts an Answer into words. Pure; never shows a number that is not a figure of the Answer. */
export function renderReply(answer: Answer, world: ReplyWorld): Reply {
  const told = inOneScale(answer);
  const blocks = [...blocksOf(told, world), ...sourcesOf(told, world)];
  return {
    restated: restate(told, world),
    blocks,
    buttons: buttonsOf(told, world),
    plain: plainOf(blocks).normalize('NFC'),
  };
}

function blocksOf(answer: Answer, world: ReplyWorld): Block[] {
  const q = answer.question;
  if (q.kind === 'help' && answer.reason !== 'fault') return helpBlocks(q.topic, q.term);
  if (answer.parts.length > 0) return answer.parts.flatMap((p) => blocksOf(p, world));
  const small = assumptionBlocks(answer, world);
  // The place of the one that was asked about belongs to its figure.
  const placed = answer.notes.filter((n) => n.type === 'place' && !n.apart);
  const notes = noteBlocks(
    answer.notes.filter((n) => !placed.includes(n)),
    world,
  );
  if (answer.outcome === 'refuse' || answer.outcome === 'ask')
    return [
      ...refusalBlocks(answer, world),
      ...small,
      // A refusal opens with its reason.
      ...noteBlocks(
        answer.notes.filter((n) => n.type !== 'caveat'),
        world,
      ),
    ];
  if (q.kind === 'source' || q.kind === 'catalogue' || q.kind === 'definition' || q.kind === 'freshness')
    return [...aboutBlocks(q, answer, world), ...small, ...notes];
  const asked = answer.figures.filter((f) => f.role === 'asked');
  const context = answer.figures.filter((f) => f.role === 'context');
  // Beside many indices their growth is not told one by one.
  const untold = new Set(leftOut(answer));
  const told = (asked.length > 3 ? context.filter((f) => f.inputs[0]?.measure !== 'index') : context).filter(
    (f) => !untold.has(f),
  );
  // Nothing fits: that is the answer, and comes first.
  const verdict = asked.every((f) => f.measure === 'count') ? asLines(notes) : [];
  return [
    ...verdictBlocks(answer),
    ...countBlocks(answer),
    ...verdict,
    ...figureBlocks(answer, world),
    ...asLines(noteBlocks(placed, world)),
    ...historyBlocks(answer, world),
    ...missingBlocks(answer.missing, world),
    ...small,
    ...(verdict.length > 0 ? [] : notes),
    ...formulaBlocks([...asked, ...told], world),
  ];
}

const asLines = (blocks: readonly Block[]): Block[] =>
  blocks.map((b) => (b.kind === 'note' ? { kind: 'line', spans: b.spans } : b));

/** Where the figures come from, once a reply; a reply about sources names them itself. */
function sourcesOf(answer: Answer, world: ReplyWorld): Block[] {
  const q = answer.question;
  if (q.kind === 'help' || q.kind === 'source' || q.kind === 'catalogue') return [];
  return sourceBlocks(answer, world);
}

function verdictBlocks(answer: Answer): Block[] {
  if (answer.verdict === null) return [];
  const q = answer.question;
  const say = (text: string): Block[] => [{ kind: 'line', spans: [{ text, style: 'strong' }] }];
  if (q.kind === 'confirm') {
    const bounded = q.claims.some((c) => c.bound !== null);
    const yes = bounded ? 'Đúng. Số đã công bố là:' : 'Đúng, khớp với số đã công bố:';
    return say(answer.verdict ? yes : bounded ? 'Không. Số đã công bố là:' : 'Không khớp. Số đã công bố là:');
  }
  if (q.kind === 'filter')
    return say(
      q.yesno === 'all'
        ? answer.verdict
          ? 'Đúng.'
          : 'Không phải tất cả.'
        : answer.verdict
          ? 'Có.'
          : 'Không.',
    );
  if (q.kind === 'rank') return say(answer.verdict ? 'Đúng.' : 'Không phải.');
  if (q.kind !== 'value') return [];
  const [first] = answer.figures;
  // «Chưa đạt kế hoạch» says it already.
  if (q.yesno === 'meets-plan' && first?.measure === 'completion' && first.bound === 'dưới') return [];
  if (q.yesno === 'meets-plan')
    return say(answer.verdict ? 'Có, đạt kế hoạch.' : 'Không, chưa đạt kế hoạch.');
  return say(q.yesno === 'held' || answer.verdict ? 'Có.' : 'Không.');
}

function countBlocks(answer: Answer): Block[] {
  const count = answer.figures.find((f) => f.measure === 'count');
  // That there is none, and among how many, a note says.
  if (!count || (count.value === '0' && answer.notes.length > 0)) return [];
  const q = answer.question;
  const acrossPeriods = q.kind === 'filter' && q.across === 'periods';
  const running = q.kind === 'filter' && q.run === true && count.value !== '0';
  return [
    {
      kind: 'line',
      spans: [
        {
          text: running
            ? `${q.threshold.op === 'negative' ? 'Giảm' : 'Tăng'} liên tục nhiều nhất ${count.value} ${count.unit}`
            : `Có ${count.value} ${count.unit}${passing(q)}`,
          style: 'strong',
          literal: true,
        },
        {
          text: `${acrossPeriods ? '' : ` (${periodName(count.period)})`}${count.value === '0' ? '.' : ':'}`,
        },
      ],
    },
  ];
}

/** «5 sản phẩm tăng», where the words of a filter fit behind what is counted. */
const passing = (q: Answer['question']): string =>
  q.kind === 'filter' && ['positive', 'negative', 'below-plan', 'meets-plan'].includes(q.threshold.op)
    ? ` ${filterPhrase(q)}`
    : '';

/** Earlier releases of a figure. */
function historyBlocks(answer: Answer, world: ReplyWorld): Block[] {
  if (answer.question.kind !== 'revisions') return [];
  const others = answer.figures.filter((f) => f.role === 'context');
  if (others.length === 0)
    return [{ kind: 'line', spans: [{ text: 'Chỉ có một lần công bố, chưa điều chỉnh.' }] }];
  return [
    { kind: 'line', spans: [{ text: 'Các lần công bố khác:' }] },
    {
      kind: 'list',
      items: others.slice(0, 8).map((f) => {
        const s = world.facts.source(f.sources[0] ?? '');
        const from = s ? ` – ${s.publisher} (${printDate(s.published || s.edition)})` : '';
        return [{ text: `${capitalise(phraseOf(f, world))}${from}` }];
      }),
    },
  ];
}
