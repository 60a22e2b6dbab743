/** Letters of other alphabets that look like Latin ones: «сản lượng», «xі mαng». */

const PAIRS = `аa ӑă сc еe һh іi јj кk мm оo рp ԛq ѕs тt υu ѵv ԝw хx уy ƅb ԁd ɡg ոn
АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ԜW
αa οo ιi νv κk τt ρp χx γy ηn ΑA ΒB ΕE ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΧX ΥY ΖZ ıi`;

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.split(/\s+/).map((pair) => {
    const [other = '', latin = ''] = [...pair];
    return [other, latin] as const;
  }),
);

const STRANGE = /[\u0131\u0185\u0261\u0370-\u058f]/;
const WORD = /[\p{L}\p{M}]+/gu;

/** The text with such letters written in Latin; a word that holds any other strange letter stays whole. */
export function latinised(text: string): string {
  if (!STRANGE.test(text)) return text;
  return text.replace(WORD, (word) => {
    if (!STRANGE.test(word)) return word;
    const letters = [...word.normalize('NFD')].map((c) => LATIN.get(c) ?? c).join('');
    return STRANGE.test(letters) ? word : letters.normalize('NFC');
  });
}
