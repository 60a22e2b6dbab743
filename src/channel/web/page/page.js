// The conversation: what is typed, tapped or pressed becomes a card in the log.
import { busyCard, cardFor, fillCard, spoilCard, troubleIn } from './card.js';
import { createRecall } from './recall.js';
import { ask, press } from './server.js';

const log = document.getElementById('log');
const status = document.getElementById('status');
const welcome = document.getElementById('welcome');
const form = document.getElementById('composer');
const field = document.getElementById('question');
const recall = createRecall(field, fitField);
const SITE = document.title;

/** One request after another: the conversation's order is the order of asking. */
let line = Promise.resolve();
const inTurn = (work) => {
  line = line.then(work, work);
  return line;
};

function submit(text) {
  const question = text.trim();
  if (question === '') {
    field.focus();
    return;
  }
  welcome.hidden = true;
  recall.add(question);
  const { turn, card } = cardFor(question);
  log.append(turn);
  showTurn(turn);
  inTurn(() => answer(card, question));
}

async function answer(card, question) {
  const held = card.contains(document.activeElement);
  busyCard(card, true);
  remember(question);
  try {
    fillCard(card, await ask(question), pressed);
    if (held) card.focus({ preventScroll: true });
  } catch (error) {
    spoilCard(card, error, () => inTurn(() => answer(card, question)));
    if (held) card.querySelector('.retry')?.focus();
  }
  busyCard(card, false);
  showTurn(card.parentElement);
}

/** A button under an answer: the same card gets the new content, as an edited message would. */
function pressed(card, button) {
  return inTurn(async () => {
    // What was pressed will be gone: the keyboard goes on from the card.
    const held = card.contains(document.activeElement);
    busyCard(card, true);
    try {
      fillCard(card, await press(button.key), pressed, button.label);
      remember(button.sentence);
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

/** The address always asks the last question again, so it can be sent to a colleague. */
function remember(question) {
  history.replaceState(null, '', `?${new URLSearchParams({ q: question })}`);
  document.title = `${question} – ${SITE}`;
}

/** The end of the answer in view; of an answer taller than the screen, its beginning. */
function showTurn(turn) {
  const room = window.innerHeight - form.offsetHeight;
  turn.scrollIntoView({ block: turn.offsetHeight > room * 0.8 ? 'start' : 'end' });
}

/** The field grows with what is typed (browsers without `field-sizing`). */
function fitField() {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

function send() {
  const text = field.value;
  field.value = '';
  fitField();
  submit(text);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});

field.addEventListener('input', fitField);
field.addEventListener('keydown', (event) => {
  // A Vietnamese input method may still be composing: its Enter ends the word, not the sentence.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send();
});

document.getElementById('suggestions').addEventListener('click', (event) => {
  const chip = event.target.closest('button');
  if (!chip) return;
  submit(chip.textContent);
  if (matchMedia('(pointer: fine)').matches) field.focus();
});

const asked = new URLSearchParams(location.search).get('q');
if (asked) submit(asked);
else if (matchMedia('(pointer: fine)').matches) field.focus();
