import { fold } from '../../vietnamese/text.js';
import { has } from '../said.js';
import type { Intent, Sight } from './sight.js';

/** Nothing of the figures in the text: no product, place, period or amount. */
function idle({ marks, said }: Sight): boolean {
  return (
    marks.names.length +
      marks.elsewhere.length +
      marks.outside.length +
      marks.unheld.length +
      marks.quantities.length ===
      0 &&
    !said.periods &&
    !said.yearless &&
    !said.areas &&
    !said.those &&
    (!said.measure || said.measure === 'actual')
  );
}

/** Words that may stand in a greeting or thanks and say nothing more. */
const SMALL = new Set(
  `xin chao hello helo halo he hi hey alo a lo hoi bn good morning afternoon evening ban em anh chi co chu bac ong ba bot ad admin oi a nhe nha
  nhen nghen ha buoi sang trua chieu toi moi nguoi khoe khong ko day ai the nao ca sep cac duoc roi cam on thank thanks you tks
  nhieu lam qua rat tot hay gioi tuyet voi bye tam biet hen gap lai sau ok oke oki okie okay vang da u uh um ro hieu biet
  ngon chuan dung good nice mai mot chuc ngay tuan vui ve cho minh tui minh cung vay may thu do dep bye hehe haha`.split(
    /\s+/,
  ),
);
const GREETS =
  /(^|\s)(chao|hell?o|halo|he lo|hi|hey|alo+|a lo|good (morning|afternoon|evening)|(bot|em|ad) oi)\b/;
const THANKS =
  /\b(cam on|thanks?|tks|tam biet|bye|hen gap|tot (qua|lam)|hay (qua|day|lam)|gioi (qua|lam)|tuyet|ok(e|i|ie|ay)?|vang|(ro|hieu|biet|duoc) roi|good|nice|chuan)\b|^(da|u|uh|um)( a)?$/;

/** How people ask what the bot is for and how to ask it. */
const HELP: readonly RegExp[] = [
  /^\W*start\b/,
  /\b(cach|huong dan|chi (minh|toi|em|tui|cach)|tro giup|menu|help|hdsd)\b.*/,
  /\b(hoi|dung|su dung|xai|tra|tra cuu|tim|thao tac|go|nhap)\b.*\b(the nao|nhu nao|ra sao|sao|kieu gi|cach nao|nhung gi|duoc gi|cai gi|gi)\b/,
  /\b(bot|ban|em|may|chuc nang)\b.*\b(lam|giup|ho tro|biet|dung|de|tra loi|hoat dong|co the)\b.*\b(gi|sao|the nao|nao)\b/,
  /\b(lam|giup|ho tro|dung de lam) gi\b/,
  /\b(bot|ban|em|may)\b.*\b(la (ai|gi)|ten (gi|la gi)|do ai|cua ai)\b/,
  /\bai (tao|lam|viet|lap|phat trien|quan ly)\b/,
  /\b(bat dau|moi dung|chua biet dung|khong biet (hoi|dung))\b/,
];

/** What a question about the bot may hold that the lexicon does not know. */
const ABOUT_BOT = new Set(
  `nen cach kieu hoat dong tao ten moi dung biet chi phat trien quan ly nhap thao tac cuoi cap nhat lan viet lap go bat dau
  su tra cuu tim kiem chuc nang day o phan mem ung con may tro ly cau lenh noi dung cac`.split(/\s+/),
);

/** Asking how far the figures reach, without a product. */
const FRESH: readonly RegExp[] = [
  /\bcap nhat\b.*\b(chua|khi nao|lan cuoi|gan nhat|moi nhat|den dau|toi dau|bao gio|ngay nao|thang nao|hom nao|khong)\b/,
  /\b(so|so lieu|du lieu|kho)\b.*\b(den|toi) (het )?(nam|thang|quy|dau|ngay) ?(may|bao nhieu|nao)?\b/,
  /\b(so|so lieu|du lieu)\b.*\b(moi|cu) (khong|chua|chu)\b/,
];

/** Greetings, thanks, cries for help, and how fresh the figures are: only where nothing is asked of them. */
export const courtesy: Intent = (s) => {
  if (!idle(s)) return null;
  const { marks, folded } = s;
  const text = marks.text;
  const words = fold(text)
    .split(/[^\p{L}]+/u)
    .filter((w) => w !== '');
  const small = words.every((w) => SMALL.has(w) || /^alo+$/.test(w));
  if (small && GREETS.test(words.join(' '))) return { kind: 'help', text, topic: 'greeting' };
  if (small && THANKS.test(words.join(' '))) return { kind: 'help', text, topic: 'thanks' };
  if (has(marks, 'products', 'areas', 'overview', 'years', 'source', 'forecast', 'cause', 'newest'))
    return null;
  // An unknown word may be a product: no help instead of an answer about it.
  const strange = marks.leftover
    .flatMap((l) => fold(l).split(' '))
    .filter((w) => !SMALL.has(w) && !ABOUT_BOT.has(w));
  if (strange.length > 0) return null;
  if (FRESH.some((f) => f.test(folded)))
    return {
      ...s.slots,
      subject: { value: { indicators: [], group: null }, from: 'default' },
      kind: 'freshness',
    };
  return has(marks, 'help') || HELP.some((h) => h.test(folded))
    ? { kind: 'help', text, topic: 'help' }
    : null;
};
