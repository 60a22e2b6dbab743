// The list of what was asked in this browser: ask it again, or clear it.
import { element } from './element.js';
import { past } from './past.js';

/** Wires the dialog `panel` to its `opener`; `again` asks an entry, `cleared` is told when all is gone. */
export function createPastPanel(panel, opener, { again, cleared }) {
  const list = panel.querySelector('.past-list');
  const empty = panel.querySelector('.past-empty');
  const clear = panel.querySelector('.past-clear');
  const sure = panel.querySelector('.past-sure');

  const fill = () => {
    const entries = past.list();
    list.replaceChildren(...entries.map(item));
    list.hidden = entries.length === 0;
    empty.hidden = entries.length > 0;
    clear.hidden = entries.length === 0;
    sure.hidden = true;
  };

  const item = (entry) => {
    const button = element('button', { class: 'past-item', type: 'button' }, [
      element('span', { class: 'past-question' }, [entry.question]),
      ...(entry.about ? [element('span', { class: 'past-about' }, [entry.about])] : []),
    ]);
    button.addEventListener('click', () => {
      panel.close();
      again(entry);
    });
    return element('li', { class: 'past-entry' }, [button]);
  };

  opener.addEventListener('click', () => {
    fill();
    panel.showModal();
  });
  clear.addEventListener('click', () => {
    clear.hidden = true;
    sure.hidden = false;
    sure.querySelector('.past-no').focus();
  });
  sure.querySelector('.past-no').addEventListener('click', () => {
    sure.hidden = true;
    clear.hidden = false;
    clear.focus();
  });
  sure.querySelector('.past-yes').addEventListener('click', () => {
    past.clear();
    panel.close();
    cleared();
  });
  panel.querySelector('.past-close').addEventListener('click', () => panel.close());
  // A tap beside the sheet closes it.
  panel.addEventListener('click', (event) => {
    if (event.target === panel) panel.close();
  });
}
