// Hands the address of an answer to somebody: by the phone's own sheet, else by the clipboard.
import { element } from './element.js';

/** Says what was done, or null where the person has to take the address by hand. '' where the person let it be. */
export async function share(title, url) {
  if (navigator.share && matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ title, url });
      return '';
    } catch (error) {
      if (error.name === 'AbortError') return '';
    }
  }
  return (await copied(url)) ? 'Đã chép liên kết' : null;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/** Over plain HTTP a browser has no clipboard for pages, but still copies what is selected. */
function copiedByHand(text) {
  const held = document.activeElement;
  const area = element('textarea', { class: 'unseen', readonly: '', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand?.('copy') ?? false;
  area.remove();
  held?.focus({ preventScroll: true });
  return done;
}
