// The arrow keys bring back earlier questions, as in a terminal.

/** Remembers questions for `field`, oldest first in `kept`; `changed` is told when the field gets another text. */
export function createRecall(field, changed, kept) {
  let at = kept.length;
  let shown = null;

  const show = (text) => {
    shown = text;
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    changed();
  };

  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && field.value !== '' && field.value === shown) {
      at = kept.length;
      show('');
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    // Text of one's own is never replaced.
    const free = field.value === '' || field.value === shown;
    const next = at + (event.key === 'ArrowUp' ? -1 : 1);
    if (!free || next < 0 || next > kept.length) return;
    event.preventDefault();
    at = next;
    show(kept[at] ?? '');
  });

  return {
    add(question) {
      if (kept.at(-1) !== question) kept.push(question);
      at = kept.length;
      shown = null;
    },
    clear() {
      kept.length = 0;
      at = 0;
      shown = null;
    },
  };
}
