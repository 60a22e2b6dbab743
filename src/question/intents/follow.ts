import { fold } from '../../vietnamese/text.js';
import { has } from '../said.js';
import { type Intent, names, type Sight } from './sight.js';

/** What the Telegram bot does beside answering, in the words people type; folded, politeness in front taken away. */
const COMMANDS: readonly RegExp[] = [
  /^((bo|thoi|ngung|dung|huy|khong|tat) )?theo doi\b(?!.*\b(nao|gi)\b)/,
  /^(xem )?danh sach (dang )?theo doi\b|^dang theo doi( nhung| cac)?( gi)?$/,
  /\bban tin\b/,
  /^(huy )?dang k[iy]\b/,
  /^(huy|tat|dung) (thong bao|nhac)\b|^xoa du lieu\b|^cai dat\b/,
  /^(nhac|bao cho|bao (toi|em|anh|chi|minh|ngay)|bao khi|thong bao)\b.*\b(khi|neu|ngay|hang|moi)\b/,
  /^(gui|nhan)\b.*\b(hang|moi) (ngay|tuan|thang|sang|buoi)\b/,
];

/** Asking how to have it. */
const HOW =
  /\b(cach|lam sao|lam the nao|muon|co the|co duoc|o dau)\b.*\btheo doi\b|\btheo doi\b.*\b(duoc khong|duoc ko|kieu gi|o dau)\b/;

const POLITE =
  /^(\W|(bot|ad|em|anh|chi|toi|minh|ban|oi|hay|xin|nho|giup|vui long|lam on|cho|muon|can|de nghi|dang)\b)+/;

const NEWS = /\b(ban tin|tin tuc|thong bao|so lieu|so moi|chi tieu|san pham|du lieu)\b/;
/** Words of the wishes themselves, which no other reader takes. */
const OWN =
  /^((dang|k[iy]|theo|doi|huy|nhan|nhac|bao|tin|gio|sang|chieu|trua|toi|ngay|tuan|thang|thoi|bo|ngung|tat|dung)( |$))+$/;

/** «theo dõi xi măng», «bản tin»: only the bot in Telegram does it; there its desk takes them before they come here. */
export const following: Intent = (s) => {
  // «theo dõi xi măng 2016» wants the figure.
  const figure = s.said.periods !== null && s.said.periods.type !== 'newest';
  if (figure || s.said.yearless !== null || has(s.marks, 'howmany', 'source', 'most', 'least')) return null;
  return commands(s) || HOW.test(s.folded) ? { kind: 'help', text: s.marks.text, topic: 'follow' } : null;
};

function commands(s: Sight): boolean {
  const bare = s.folded.replace(POLITE, '').trim();
  const wished = COMMANDS.some((c) => c.test(bare) || c.test(s.folded.trim()));
  // «đăng ký tạm trú», «theo dõi bệnh nhân»: of something else.
  if (s.marks.outside.length > 0) return false;
  if (names(s) === 0 && !NEWS.test(s.folded) && s.marks.leftover.some((w) => !OWN.test(fold(w))))
    return false;
  return wished && !(names(s) > 0 && has(s.marks, 'which'));
}
