// The conversation: questions become cards, buttons edit them, the browser's way back leads to earlier ones.
import { addressOf } from './address.js';
import { busyCard, cardFor, fillCard, spoilCard, troubleIn } from './card.js';
import { past } from './past.js';
import { ask, chartOf, press } from './server.js';

const SITE = document.title;
const OLD = 'Liên kết này đã cũ: câu hỏi được hỏi lại từ đầu, không kèm những gì đã hỏi trước nó.';
/** Entries of the browser's history from before a reload lead to no card of this page. */
const VISIT = String(performance.timeOrigin);

/**
 * A step is one thing that was asked: `{ card, question, key, form, fresh, start, crumb, reply, drawn }`. `fresh`: it
 * means the same whatever was asked before; `start`: a file begins to come by itself; `reply` once it came; `drawn` a
 * picture asked for under it; `before` what its card showed before a button was pressed. A card shows one step at a time.
 */
export function createTalk({ log, composer, status, recall }) {
  const steps = [];
  /** Which step each card shows. */
  const shown = new WeakMap();

  /** One request after another: the conversation's order is the order of asking. */
  let line = Promise.resolve();
  const inTurn = (work) => {
    line = line.then(work, work);
    return line;
  };

  /** Asks `question`; `key` and `form` from an address or the list; `how` it enters the browser's history. */
  function submit({ question, key = null, form = null, fresh = true, start = true }, how = 'push') {
    recall.add(question);
    const { turn, card } = cardFor(question);
    const step = { card, question, key, form, fresh, start, crumb: null, reply: null, drawn: null };
    log.append(turn);
    enter(step, how);
    busyCard(card, true);
    showTurn(turn);
    inTurn(() => answer(step));
  }

  async function answer(step) {
    const { card } = step;
    const held = card.contains(document.activeElement);
    busyCard(card, true);
    try {
      step.reply = await fetchReply(step);
      told(step);
      if (held) card.focus({ preventScroll: true });
    } catch (error) {
      past.add(step);
      spoilCard(card, error, () => inTurn(() => answer(step)));
      if (held) card.querySelector('.retry')?.focus();
    }
    busyCard(card, false);
    showTurn(card.parentElement);
  }

  async function fetchReply({ question, key, form, fresh }) {
    if (!key) return ask(question, form, fresh);
    try {
      return { ...(await press(key, form)), carried: true };
    } catch (error) {
      if (error.status !== 404) throw error;
      // The key is forgotten: the words may still say it, but perhaps not the same.
      const reply = await ask(question, form, true);
      return { ...reply, missing: [OLD, reply.missing].filter(Boolean).join(' ') };
    }
  }

  /** A button under an answer: the same card gets the new content, as an edited message would. */
  function pressed(card, button) {
    return inTurn(async () => {
      // What was pressed will be gone: the keyboard goes on from the card.
      const held = card.contains(document.activeElement);
      const before = shown.get(card) ?? null;
      const form = before?.reply?.outcome === 'ask' ? before.reply.form : null;
      busyCard(card, true);
      try {
        const reply = await press(button.key, form);
        const { key, sentence, label } = button;
        const step = {
          card,
          question: sentence,
          key,
          form,
          start: true,
          crumb: label,
          reply,
          drawn: null,
          before,
        };
        enter(step, 'push');
        told(step);
        recall.add(button.sentence);
        status.textContent = `Đã đổi câu trả lời: ${button.label}`;
        if (held) card.focus({ preventScroll: true });
      } catch (error) {
        troubleIn(card, error, () => pressed(card, button));
        if (held) (card.querySelector('.retry') ?? card).focus({ preventScroll: true });
      }
      busyCard(card, false);
      card.scrollIntoView({ block: 'nearest' });
    });
  }

  /** To what the card showed before: a press on «Nguồn» hides the figure that it is the source of. */
  function back(card) {
    const step = shown.get(card)?.before;
    if (!step) return;
    const held = card.contains(document.activeElement);
    enter(step, 'push');
    show(step);
    if (held) card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }

  /** A step that was left is shown again. */
  function show(step) {
    status.textContent = `Đã trở lại: ${step.question}`;
    if (step.reply && shown.get(step.card) !== step) fill(step, false);
    // «còn gạch?» after going back leans on what is shown, not on what was asked last.
    if (step.reply?.key) inTurn(() => press(step.reply.key, null).catch(() => {}));
  }

  /** The picture of the answer that a card shows; null where it could not be had, which the card tells. */
  async function draw(card) {
    const step = shown.get(card);
    try {
      step.drawn = await chartOf(step.reply.key);
    } catch (error) {
      troubleIn(card, error, () => card.querySelector('.card-tools button')?.click());
      return null;
    }
    step.form = 'chart';
    if (steps[history.state?.step] === step) enter(step, 'stay');
    status.textContent = `Đã vẽ biểu đồ: ${step.drawn.title}`;
    return step.drawn;
  }

  function told(step) {
    fill(step, step.start);
    if (steps[history.state?.step] === step) enter(step, 'stay');
    const { carried, key, form, restated } = step.reply;
    past.add({
      question: step.question,
      key: carried ? key : null,
      form: step.form ?? (carried ? form : null),
      about: restated,
    });
  }

  function fill(step, start) {
    shown.set(step.card, step);
    fillCard(step.card, step, {
      pressed,
      back,
      start,
      draw,
      address: () => addressOf(step),
      tell: (words) => {
        status.textContent = words;
      },
    });
  }

  /** The address always asks the last question again, so it can be sent to a colleague. */
  function enter(step, how) {
    if (!steps.includes(step)) steps.push(step);
    const state = { visit: VISIT, step: steps.indexOf(step) };
    if (how === 'push') history.pushState(state, '', addressOf(step));
    else history.replaceState(state, '', addressOf(step));
    document.title = `${step.question} – ${SITE}`;
  }

  /** The browser went back or on; false: to something that is not on this page. */
  function goTo(state) {
    const step = state?.visit === VISIT ? steps[state.step] : null;
    if (!step?.card.isConnected) return false;
    document.title = `${step.question} – ${SITE}`;
    show(step);
    showTurn(step.card.parentElement);
    return true;
  }

  /** The end of the answer in view; of an answer taller than the screen, its beginning. */
  function showTurn(turn) {
    const room = window.innerHeight - composer.offsetHeight;
    turn.scrollIntoView({ block: turn.offsetHeight > room * 0.8 ? 'start' : 'end' });
  }

  function clear() {
    steps.length = 0;
    log.replaceChildren();
    recall.clear();
    home();
  }

  /** The address without a question. */
  function home() {
    history.replaceState(null, '', location.pathname);
    document.title = SITE;
  }

  return { submit, goTo, clear, site: SITE };
}
