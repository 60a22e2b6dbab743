// A picture of an answer. The server draws it; here it is an image like any other, with its words for who cannot see it.
import { element } from './element.js';
import { scrollBox } from './scroll-box.js';

export function chartFigure({ title, alt, width, height, svg, png }) {
  const image = element('img', { src: svg, alt, width, height, class: 'picture' });
  const figure = element('figure', { class: 'chart', tabindex: '-1', 'aria-label': `Biểu đồ: ${title}` }, [
    scrollBox(`Hình biểu đồ: ${title}`, [image]),
    element('figcaption', { class: 'tools' }, [
      element('a', { class: 'tool', href: png, download: '' }, [
        element('span', { 'aria-hidden': 'true' }, ['↓ ']),
        'Tải ảnh PNG',
      ]),
      element('a', { class: 'tool', href: svg, target: '_blank' }, [
        'Mở lớn',
        element('span', { class: 'unseen' }, [' (mở trang khác)']),
      ]),
    ]),
  ]);
  image.addEventListener('error', () => image.replaceWith(notLoaded(image)));
  return figure;
}

/** The network was away, or the server: the words stay, and it can be tried again. */
function notLoaded(image) {
  const again = element('button', { class: 'retry', type: 'button' }, ['Tải lại']);
  const trouble = element('div', { class: 'trouble', role: 'alert' }, [
    element('p', {}, ['Chưa tải được hình biểu đồ.']),
    again,
  ]);
  again.addEventListener('click', () => {
    trouble.replaceWith(image);
    image.src = image.getAttribute('src');
  });
  return trouble;
}
