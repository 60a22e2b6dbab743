// The arrow keys bring back earlier questions, as in a terminal.

/** Remembers questions for `field`; `changed` is told when the field gets another text. */
export function createRecall(field, changed) {
  const kept = [];
  let at = 0;
  let shown = null;

  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    // Text of one's own is never replaced.
    const free = field.value === '' || field.value === shown;
    const next = at + (event.key === 'ArrowUp' ? -1 : 1);
    if (!free || next < 0 || next > kept.length) return;
    event.preventDefault();
    at = next;
    shown = kept[at] ?? '';
    field.value = shown;
    field.setSelectionRange(shown.length, shown.length);
    changed();
  });

  return {
    add(question) {
      if (kept.at(-1) !== question) kept.push(question);
      at = kept.length;
      shown = null;
    },
  };
}
