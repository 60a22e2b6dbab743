/** Which keys a Telex keyboard wants for a syllable: the other way round than `undoKeystrokes`. */

const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
};

/** The keys of a syllable in lower case, its tone last: «lượng» → «luwowngj», «điện» → «ddieenj». */
export function telexKeys(syllable: string): string {
  let tone = '';
  let out = '';
  for (const letter of syllable.normalize('NFC')) {
    if (letter === 'đ') {
      out += 'dd';
      continue;
    }
    const [base = '', ...marks] = [...letter.normalize('NFD')];
    out += base;
    for (const mark of marks) {
      if (TONES[mark]) tone = TONES[mark];
      else out += mark === '\u0302' ? base : 'w';
    }
  }
  return out + tone;
}
