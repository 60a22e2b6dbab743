// A picture of an answer. The server draws it; here it is an image like any other, with its words for who cannot see it.
import { element } from './element.js';

/** Up to this width of the screen the layout for phones is shown. */
const PHONE = '(max-width: 35rem)';

/** A figure of a chart as the server describes it: `{ title, alt, wide, narrow, png }`. */
export function chartFigure({ title, alt, wide, narrow, png }) {
  const image = element('img', { src: wide.svg, alt, width: wide.width, height: wide.height });
  const { svg: srcset, width, height } = narrow;
  const picture = element('picture', { class: 'picture' }, [
    element('source', { media: PHONE, srcset, width, height }),
    image,
  ]);
  const figure = element('figure', { class: 'chart', tabindex: '-1', 'aria-label': `Biểu đồ: ${title}` }, [
    picture,
    element('figcaption', { class: 'tools' }, [
      element('a', { class: 'tool', href: png, download: '' }, [
        element('span', { 'aria-hidden': 'true' }, ['↓ ']),
        'Tải ảnh PNG',
      ]),
      element('a', { class: 'tool', href: wide.svg, target: '_blank' }, [
        'Mở lớn',
        element('span', { class: 'unseen' }, [' (mở trang khác)']),
      ]),
    ]),
  ]);
  image.addEventListener('error', () => picture.replaceWith(notLoaded(picture, image)));
  return figure;
}

/** The network was away, or the server: the words stay, and it can be tried again. */
function notLoaded(picture, image) {
  const again = element('button', { class: 'retry', type: 'button' }, ['Tải lại']);
  const trouble = element('div', { class: 'trouble', role: 'alert' }, [
    element('p', {}, ['Chưa tải được hình biểu đồ.']),
    again,
  ]);
  again.addEventListener('click', () => {
    trouble.replaceWith(picture);
    // Setting the same address again is what asks for it again.
    image.src = image.getAttribute('src');
  });
  return trouble;
}
