// Draws an answer as a card. Everything becomes text nodes: nothing that came from elsewhere is markup.

import { blocks } from './blocks.js';
import { chartFigure } from './chart.js';
import { element } from './element.js';
import { fileBox } from './file.js';
import { tools } from './tools.js';

const OUTCOMES = {
  answer: { word: 'Trả lời', sign: '✓' },
  assumed: { word: 'Có giả định', sign: '≈' },
  ask: { word: 'Cần hỏi lại', sign: '?' },
  // Not held, not understood or not our field: the words say which.
  refuse: { word: 'Chưa trả lời được', sign: '–' },
};

/** A question with its card, still empty. */
export function cardFor(question) {
  const card = element('article', {
    class: 'card',
    tabindex: '-1',
    'aria-label': `Câu trả lời: ${question}`,
  });
  const said = element('p', { class: 'said' }, [
    element('span', { class: 'unseen' }, ['Câu hỏi: ']),
    question,
  ]);
  return { turn: element('section', { class: 'turn' }, [said, card]), card };
}

/** While the answer is on its way: an empty card says so, a full one grows pale. */
export function busyCard(card, busy) {
  card.setAttribute('aria-busy', String(busy));
  for (const button of card.querySelectorAll('button')) button.disabled = busy;
  if (busy && (card.childElementCount === 0 || card.classList.contains('is-spoilt'))) {
    card.classList.remove('is-spoilt');
    card.replaceChildren(element('p', { class: 'waiting' }, ['Đang tìm số liệu…']));
  }
}

/**
 * Puts an answer into its card: the picture or the file that was asked for, the words, a picture drawn later, what to ask
 * next, what to take. `start`: a file that was asked for begins to come by itself.
 */
export function fillCard(card, step, { pressed, back, start = false, ...hands }) {
  const { reply, crumb, drawn } = step;
  const outcome = OUTCOMES[reply.outcome] ? reply.outcome : 'answer';
  card.dataset.outcome = outcome;
  const parts = [
    head(outcome, crumb, step.before && (() => back(card))),
    reply.chart && chartFigure(reply.chart),
    reply.file && fileBox(reply.file, reply.key, start),
    element('div', { class: 'content' }, blocks(reply)),
    reply.missing && element('p', { class: 'missing' }, [reply.missing]),
    drawn && chartFigure(drawn),
    reply.buttons.length > 0 && choices(card, reply.buttons, pressed),
    tools(card, step, hands),
  ];
  card.replaceChildren(...parts.filter(Boolean));
}

/** The question could not be asked: the card says why and offers to try again. */
export function spoilCard(card, error, again) {
  card.classList.add('is-spoilt');
  card.replaceChildren(trouble(error, again));
}

/** A button could not be pressed: the answer stays, the reason stands under it. */
export function troubleIn(card, error, again) {
  card.querySelector('.trouble')?.remove();
  card.append(trouble(error, again));
}

/** `back`: to what the card showed before a button changed it. */
function head(outcome, crumb, back) {
  const { word, sign } = OUTCOMES[outcome];
  return element('p', { class: 'head' }, [
    element('span', { class: 'outcome' }, [
      element('span', { class: 'sign', 'aria-hidden': 'true' }, [sign]),
      word,
    ]),
    ...(crumb ? [element('span', { class: 'crumb' }, [crumb])] : []),
    ...(back ? [backButton(back)] : []),
  ]);
}

function backButton(back) {
  const button = element('button', { class: 'tool card-back', type: 'button' }, ['◀ Trở lại']);
  button.addEventListener('click', back);
  return button;
}

function choices(card, buttons, pressed) {
  return element(
    'ul',
    { class: 'chips', 'aria-label': 'Hỏi tiếp' },
    buttons.map((button) => {
      const node = element('button', { class: 'chip', type: 'button' }, [button.label]);
      node.addEventListener('click', () => {
        card.querySelector('.trouble')?.remove();
        pressed(card, button);
      });
      return element('li', {}, [node]);
    }),
  );
}

function trouble(error, again) {
  // Anything but a Trouble is a fault of this page: told kindly, and left to the console.
  if (error.again === undefined) console.error(error);
  const text =
    error.again === undefined ? 'Trang gặp lỗi khi hiện câu trả lời. Anh/chị bấm gửi lại.' : error.message;
  const node = element('div', { class: 'trouble', role: 'alert' }, [element('p', {}, [text])]);
  if (error.again !== false) {
    const retry = element('button', { class: 'retry', type: 'button' }, ['Gửi lại']);
    retry.addEventListener('click', again);
    node.append(retry);
  }
  return node;
}
