import { isSyllable } from '../vietnamese/syllable.js';
import { fold } from '../vietnamese/text.js';

/** What a wrong character set leaves in place of Vietnamese letters: «s?n l??ng», «sáº£n lÆ°á»£ng». */
const LOST = /\uFFFD|\p{L}\?{2,}\p{L}|á[º»]|Ã[\u0080-\u00BF]|Æ[°¡]|Ä[\u0091\u2018ƒ]/u;

/** Did the letters get lost on the way? A question mark inside a word may also be a missing space: «nhôm?kẽm». */
export const isGarbled = (text: string): boolean =>
  LOST.test(text) ||
  text
    .split(/\s+/)
    .filter((word) => /\?\p{L}/u.test(word))
    .some((word) =>
      word
        .split(/[^\p{L}\p{M}]+/u)
        .filter((piece) => piece !== '')
        .some((piece) => !isSyllable(fold(piece))),
    );
