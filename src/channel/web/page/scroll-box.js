// A box of its own for what may be wider than the screen: the page stays, the box scrolls.
import { element } from './element.js';

/** A region named `label` that scrolls sideways where its children need it. */
export function scrollBox(label, children) {
  const box = element('div', { class: 'scroll-box', role: 'region', 'aria-label': label }, children);
  const look = () => showRoom(box);
  box.addEventListener('scroll', look, { passive: true });
  new ResizeObserver(look).observe(box);
  return box;
}

/** Shows that there is more to the right; only a box that scrolls is a stop for the keyboard. */
function showRoom(box) {
  const hidden = box.scrollWidth - box.clientWidth;
  box.classList.toggle('has-more', hidden - box.scrollLeft > 1);
  if (hidden > 1) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}
