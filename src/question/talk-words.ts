/** The words of talk around the figures: lists, not code. All are compared folded, by whole words. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that may stand in a greeting, thanks, an apology or an «OK» and say nothing more. */
export const SMALL = words(`
  xin chao hello helo halo he hi hey alo a lo hoi bn good morning afternoon evening ban em anh chi co chu bac ong ba bot ad admin oi a nhe nha
  nhen nghen ha buoi sang trua chieu toi moi nguoi khoe khong ko k day ai the nao ca sep cac duoc roi cam on thank thanks you u tks thks
  nhieu nhiu lam qua rat tot hay gioi tuyet voi bye tam biet hen gap lai sau ok oke oki okie okay vang da uh um uk uki ro hieu biet
  ngon chuan dung good nice mai mot chuc ngay tuan vui ve cho minh tui minh cung vay may thu do dep haha hehe e ae de nhom phong so
  dong chi nhung nao ca nha mung nam lanh an ngu suc khoe nghi le tet binh giup ho tro kip thoi cung cap so lieu chan thanh tran trong kinh
  nhan xong du day thong tin luon gui nham lo tay xoa sorry sr lac loi voi cau nhiet tinh men nhe mon iu vo cung dc dk r thong minh o
  okila okla ukm dung chinh xac job can bo la thu test ping phan
`);

export const GREETS =
  /(^|\s)(chao|hell?o|halo|he lo|hi|hey|alo+|a lo|good (morning|afternoon|evening)|(bot|em|ad|ban) oi|e (bot|ad)|chuc (mung|ca|moi|cac|anh|chi|em|ban|buoi|ngay|tuan|ngu|cuoi))\b|\b(co ai|ai) (o day|day|do|o do)?( ?khong| ?ko| ?k)\b|\bkhoe (khong|ko|k)\b|^(test|thu|ping)\b/;

/** Thanks, farewells, «đã rõ», and «xin lỗi, gửi nhầm», which is answered alike. */
export const THANKS =
  /\b(cam (on|mon)|thanks?|tks|thks|tam biet|bye|hen gap|tot( qua| lam)?|hay (qua|day|lam)|gioi( qua| lam)?|tuyet|ok(e|i|ie|ay)?|vang|(ro|hieu|biet|duoc|nhan|xong) roi|da (ro|hieu|biet|nhan|xong)|nhan duoc|good|nice|chuan|okila|okla|ukm|thong minh|xin loi|sorry|sr|nham)\b|^(da|u|uh|um|uk|uki)( a| em| anh)?$/;

/** «đúng rồi»: after an offer it picks. */
export const NODDING = /^(da |vang )?(dung roi|dung vay|chinh xac|chuan roi|dung the)( a| em| bot| ban)*$/;

/** Signs that stand for a nod or for thanks. */
export const NODS = /^(?:[👍🙏❤💖🌹💐👏👌🤝✅💯🎉]|\p{Emoji_Modifier}|\s|(?<=.)[.!])+$/u;

/** Asking whether pictures and files can be had at all. */
export const CAPABLE =
  /^\W*((bot|ban|em|o day|co|the|cho hoi|lam sao|lam the nao|de|muon|cach) )*(ve|xuat|gui|tai|lam|in|nhan|lay)( duoc| ra)*( bieu do| do thi| hinh| anh| file| tep| bang| excel| csv)+( gi| nao)?( duoc)?( (khong|ko|k|the nao|kieu gi|sao|ra sao|cach nao))?( a| vay| nhe| ad)*\W*$/;

/** What is said of an answer that does not please. */
export const COMPLAINS: readonly RegExp[] = [
  /\b(tra loi|rep|phan hoi)\b.*\b(sai|cham|lau|linh tinh|khong dung|ko dung|chua dung|lac de|vo van|nham|do qua)\b/,
  /^(cac |nhung )?(so|so lieu|cau|cau tra loi|ket qua|thong tin)?( nay| do| kia| tren)?( la| bi)? ?(sai|khong dung|ko dung|chua dung)( roi| het| be bet| bet| qua| hoan toan)*( a| nhe| em| ban| bot)*$/,
  /\b(sao|tai sao|vi sao)\b.*\b(tra loi|rep|phan hoi)\b/,
  /\b(khong|ko|k|chua|kho|chang) hieu\b/,
  /\b(bot|may|he thong|no)\b.*\b(loi|hong|treo|chet|lag|cham|hu)\b/,
  /\b(vo dung|te qua|te that|kem qua|that vong|linh tinh|buc minh)\b/,
];

/** Rude words: refused, kindly. */
export const RUDE: ReadonlySet<string> = new Set(['ngu', 'dở', 'chán', 'do', 'chan']);

/** Who the bot is, and what can be typed: whatever else the words could mean. */
export const ABOUT: readonly RegExp[] = [
  /\b(lam sao|lam the nao) de (hoi|tra|tra cuu|dung|xem|go|tim|lay|su dung)\b/,
  /\b(bot|ban|em|may)\b.*\b(la (ai|gi|nguoi|may)|ten (gi|la gi)|do ai|cua ai|cua (so|don vi|co quan|phong|ben) nao|phai (la )?(ai|nguoi|may|robot)|(chatgpt|gpt|gemini|robot|nguoi that))\b/,
  /\b(bot|ban|em)\b.*\b(dung|su dung|chay) (ai|tri tue nhan tao)\b/,
  /\b(cau hoi mau|mau cau( hoi)?|hoi mau|vi du( cau hoi| mau)?|(cac|nhung|danh sach|co) (lenh|cau lenh)|lenh nao|cu phap)\b/,
  /\bhoi (gi|sao|the nao)( bay gio)?$/,
  /\b(bot|ad)\b.*\b(hoat dong|con song|chet|dau roi|con day|online|ngu)\b.*/,
  /\b(khong dau|co dau|nhap dau|viet tat|giong noi|tieng noi)\b.*\b(khong|ko|k|sao|the nao)\b/,
];

/** How people ask what the bot is for and how to ask it. */
export const HELP: readonly RegExp[] = [
  /^\W*start\b/,
  /\b(cach|huong dan|hdan|hd|chi (minh|toi|em|tui|cach|giup|voi)|tro giup|menu|help|hdsd|cuu( voi| toi| em)?$)\b.*/,
  /\b(hoi|dung|su dung|sd|xai|tra|tra cuu|tim|thao tac|go|nhap)\b.*\b(the nao|nhu nao|ra sao|sao|kieu gi|cach nao|nhung gi|duoc gi|cai gi|gi)\b/,
  /\b(bot|ban|em|may|chuc nang|tac dung)\b.*\b(lam|giup|ho tro|biet|dung|de|tra loi|hoat dong|co the|tac dung)\b.*\b(gi|sao|the nao|nao)\b/,
  /\b(lam|giup|ho tro|dung de lam) gi\b/,
  /\bai (tao|lam|viet|lap|phat trien|quan ly)\b/,
  /\b(bat dau|moi dung|moi vao|lan dau|chua biet (dung|hoi)|khong biet (hoi|dung|go))\b/,
  /\b(bot|ban|em) oi\b|^e (bot|ad)\b/,
];

/** What a question about the bot may hold that the lexicon does not know. */
export const ABOUT_BOT = words(`
  nen cach kieu hoat dong tao ten moi dung biet chi phat trien quan ly nhap thao tac cuoi cap nhat lan viet lap go bat dau
  su tra cuu tim kiem chuc nang day o phan mem ung con may tro ly cau lenh noi dung cac hdan hd sd xai viec mau phai cuu vi du dau song giong noi tat
  nguoi robot chatgpt gpt gemini that tri tue nhan cu phap tac luc vao thong he kho so voi
`);

/** Asking how far the figures reach, without a product. */
export const FRESH: readonly RegExp[] = [
  /\bcap nhat\b.*\b(chua|khi nao|lan cuoi|gan nhat|moi nhat|den dau|toi dau|bao gio|ngay nao|thang nao|hom nao|khong|mot lan)\b/,
  /\b(ngay|lan|thoi diem|thoi gian|khi nao|bao gio|bao lau|hom nao|lan cuoi)\b.*\bcap nhat\b/,
  /\b(so|so lieu|du lieu|kho)\b.*\b(den|toi) (het )?(nam|thang|quy|dau|ngay) ?(may|bao nhieu|nao)?\b/,
  /\b(so|so lieu|du lieu)\b.*\b(moi|cu) (khong|chua|chu|hay (moi|cu))\b/,
  /\b(so|so lieu|du lieu)\b.*\bchot (den |toi |vao )?(ngay|thang|nam|khi|luc)\b/,
  /\b(gi|so|so lieu|du lieu)( gi)? moi (khong|chua|ko|k)\b|\bhom nay co .*\bmoi\b/,
];
