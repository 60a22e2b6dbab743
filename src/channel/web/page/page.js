// Wires the page: the field, the suggestions, the list of earlier questions, the keys, the browser's way back.
import { readAddress } from './address.js';
import { past } from './past.js';
import { createPastPanel } from './past-panel.js';
import { createRecall } from './recall.js';
import { forget } from './server.js';
import { createTalk } from './talk.js';

const welcome = document.getElementById('welcome');
const composer = document.getElementById('composer');
const field = document.getElementById('question');
const status = document.getElementById('status');
const earlier = past
  .list()
  .map((entry) => entry.question)
  .reverse();
const recall = createRecall(field, fitField, earlier);
const talk = createTalk({ log: document.getElementById('log'), composer, status, recall });
/** A mouse and a keyboard: there the field may take the focus without a keyboard popping up. */
const atDesk = () => matchMedia('(pointer: fine)').matches;

function submit(asked, how) {
  welcome.hidden = true;
  talk.submit(asked, how);
}

/** The field grows with what is typed (browsers without `field-sizing`). */
function fitField() {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

function send() {
  const question = field.value.trim();
  field.value = '';
  fitField();
  if (question === '') field.focus();
  else submit({ question, fresh: false });
}

composer.addEventListener('submit', (event) => {
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

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !document.querySelector('dialog[open]')) field.focus();
});

document.getElementById('suggestions').addEventListener('click', (event) => {
  const chip = event.target.closest('button');
  if (!chip) return;
  submit({ question: chip.textContent });
  if (atDesk()) field.focus();
});

createPastPanel(document.getElementById('past'), document.getElementById('past-open'), {
  again: (entry) => submit(entry),
  cleared() {
    talk.clear();
    welcome.hidden = false;
    status.textContent = 'Đã xoá lịch sử.';
    field.focus();
    // The server's memory of the last question ends too; where it cannot be reached, it ends by itself.
    forget().catch(() => {});
  },
});

/** Opens what the address asks; without a question the page as it begins. */
function openAddress() {
  const asked = readAddress();
  if (asked) {
    submit({ ...asked, start: false }, 'stay');
    return;
  }
  document.title = talk.site;
  welcome.hidden = false;
  scrollTo(0, 0);
  if (atDesk()) field.focus({ preventScroll: true });
}

window.addEventListener('popstate', (event) => {
  if (talk.goTo(event.state)) welcome.hidden = true;
  else openAddress();
});

openAddress();
