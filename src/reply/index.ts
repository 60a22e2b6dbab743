import type { Answer } from '../answer/answer.js';
import { periodName } from '../stats/period.js';
import { capitalise, printDate } from '../vietnamese/print.js';
import { aboutBlocks } from './about.js';
import { buttonsOf } from './buttons.js';
import { figureBlocks, phraseOf } from './figures.js';
import { helpBlocks } from './help.js';
import { assumptionBlocks, formulaBlocks, missingBlocks, noteBlocks } from './notes.js';
import { plainOf } from './plain.js';
import { refusalBlocks } from './refusal.js';
import type { Block, Reply } from './reply.js';
import { restate } from './restate.js';
import { sourceBlocks } from './sources.js';
import { areaName, indicatorName } from './words.js';
import type { ReplyWorld } from './world.js';

/** Puts an Answer into words. Pure; never shows a number that is not a figure of the Answer. */
export function renderReply(answer: Answer, world: ReplyWorld): Reply {
  const blocks = blocksOf(answer, world);
  return {
    restated: restate(answer, world),
    blocks,
    buttons: buttonsOf(answer, world),
    plain: plainOf(blocks).normalize('NFC'),
  };
}

function blocksOf(answer: Answer, world: ReplyWorld): Block[] {
  const q = answer.question;
  if (q.kind === 'help' && answer.reason !== 'fault') return helpBlocks(q.topic);
  if (answer.parts.length > 0) return answer.parts.flatMap((p) => blocksOf(p, world));
  const small = [...assumptionBlocks(answer, world)];
  if (answer.outcome === 'refuse' || answer.outcome === 'ask') {
    return [
      ...refusalBlocks(answer, world),
      ...small,
      ...noteBlocks(answer.notes, world),
      ...sourceBlocks(answer, world, 2),
    ];
  }
  if (q.kind === 'source' || q.kind === 'catalogue' || q.kind === 'definition' || q.kind === 'freshness') {
    return [
      ...aboutBlocks(q, answer, world),
      ...small,
      ...noteBlocks(answer.notes, world),
      ...(q.kind === 'definition' || q.kind === 'freshness' ? sourceBlocks(answer, world, 2) : []),
    ];
  }
  return [
    ...verdictBlocks(answer),
    ...countBlocks(answer),
    ...figureBlocks(answer, world),
    ...derivedContext(answer, world),
    ...historyBlocks(answer, world),
    ...missingBlocks(answer.missing, world),
    ...small,
    ...noteBlocks(answer.notes, world),
    ...formulaBlocks(
      [
        ...answer.figures.filter((f) => f.role === 'asked'),
        ...answer.figures.filter((f) => f.role === 'context'),
      ],
      world,
    ),
    ...sourceBlocks(answer, world),
  ];
}

function verdictBlocks(answer: Answer): Block[] {
  if (answer.verdict === null) return [];
  const q = answer.question;
  const say = (text: string): Block[] => [{ kind: 'line', spans: [{ text, style: 'strong' }] }];
  if (q.kind === 'confirm')
    return say(answer.verdict ? 'Đúng, khớp với số đã công bố:' : 'Không khớp. Số đã công bố là:');
  if (q.kind !== 'value') return [];
  const [first] = answer.figures;
  if (q.yesno === 'meets-plan')
    return say(
      answer.verdict ? 'Có, đạt kế hoạch.' : first?.bound === 'dưới' ? 'Chưa.' : 'Không, chưa đạt kế hoạch.',
    );
  if (q.yesno === 'held') return say('Có.');
  return say(answer.verdict ? 'Có.' : 'Không.');
}

function countBlocks(answer: Answer): Block[] {
  const count = answer.figures.find((f) => f.measure === 'count');
  if (!count) return [];
  return [
    {
      kind: 'line',
      spans: [
        { text: `Có ${count.value} ${count.unit}`, style: 'strong', literal: true },
        { text: ` (${periodName(count.period)})${count.value === '0' ? ' thỏa mãn.' : ':'}` },
      ],
    },
  ];
}

/** Derived context of a comparison that no asked figure stands beside. */
function derivedContext(answer: Answer, world: ReplyWorld): Block[] {
  // Beside a figure of the same thing and period it was told there.
  if (answer.figures.filter((f) => f.role === 'asked').length <= 3) return [];
  const asked = answer.figures.filter((f) => f.role === 'asked');
  if (asked.length < 1) return [];
  return answer.figures
    .filter(
      (f) =>
        f.role === 'context' &&
        f.derived &&
        (f.measure === 'difference' || (f.measure === 'growth' && f.basis?.startsWith('vs:'))),
    )
    .map(
      (f): Block => ({
        kind: 'line',
        spans: [
          {
            text: `${capitalise(phraseOf(f))}${f.measure === 'difference' ? ` (${indicatorName(world, f.indicator)}, ${periodName(f.period)})` : ''}.`,
          },
        ],
      }),
    );
}

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
        return [
          {
            text: `${phraseOf(f)} – ${s?.publisher ?? ''}${s ? ` (${printDate(s.published || s.edition)})` : ''}, ${areaName(world, f.area)}, ${periodName(f.period)}`,
          },
        ];
      }),
    },
  ];
}
