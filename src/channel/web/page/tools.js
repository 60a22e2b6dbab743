// What can be taken from an answer: its picture, its files, its address.
import { chartFigure } from './chart.js';
import { element } from './element.js';
import { fileLink } from './file.js';
import { share } from './share.js';

/** How long «Đã chép liên kết» stands in the place of the button's own words. */
const TOLD_MS = 2_500;

/**
 * The row under an answer, or null where there is nothing to take. `draw` fetches the picture; `address` is the
 * answer's; `tell` says a line to who cannot see.
 */
export function tools(card, { reply, question, drawn }, { draw, address, tell }) {
  if (!reply.key || reply.outcome === 'ask') return null;
  const { chart, workbook } = reply.offers;
  const row = element('p', { class: 'tools card-tools', role: 'group', 'aria-label': 'Lấy câu trả lời này' });
  if (chart && !reply.chart && !drawn) row.append(chartButton(card, row, draw));
  if (workbook && !reply.file) row.append(fileLink(reply.key, 'xlsx'), fileLink(reply.key, 'csv'));
  row.append(shareButton(question, address, tell));
  return row;
}

function chartButton(card, _row, draw) {
  const button = element('button', { class: 'tool', type: 'button' }, ['Biểu đồ']);
  button.addEventListener('click', async () => {
    button.disabled = true;
    card.querySelector('.trouble')?.remove();
    const chart = await draw(card);
    button.disabled = false;
    if (!chart) return;
    const held = document.activeElement === button || document.activeElement === document.body;
    const figure = chartFigure(chart);
    card.querySelector('.content').after(figure);
    button.remove();
    if (held) figure.focus({ preventScroll: true });
    figure.scrollIntoView({ block: 'nearest' });
  });
  return button;
}

function shareButton(question, address, tell) {
  const button = element('button', { class: 'tool', type: 'button' }, ['Chia sẻ']);
  button.addEventListener('click', async () => {
    const url = new URL(address(), location.href).href;
    const said = await share(question, url);
    if (said === '') return;
    tell(said ?? 'Không chép được liên kết. Anh/chị chép địa chỉ hiện ra bên dưới.');
    if (said === null) return byHand(button, url);
    button.textContent = said;
    setTimeout(() => {
      button.textContent = 'Chia sẻ';
    }, TOLD_MS);
  });
  return button;
}

function byHand(button, url) {
  const field = element('input', {
    class: 'address',
    readonly: '',
    'aria-label': 'Địa chỉ của câu trả lời',
    value: url,
  });
  button.replaceWith(field);
  field.select();
}
