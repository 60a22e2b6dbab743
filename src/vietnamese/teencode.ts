/** Chat shorthand and regional words (function words only), with the standard word for each. */

/**
 * One line per standard form: «form = short forms, …». A form with accents matches the text as typed, a form
 * without accents may match the fold too. Left out on purpose, because statistics use the same letters:
 * kh, k, th, ck, nc, sl, t, gđ, cn.
 */
const TABLE = `
không = ko, hok, hông, hong, hem, hổng, hôn, khum, khom, hk, hỏng, kg, kô, hôg, hơm
được = dc, đc, đk, dk, đx, đượt, đựơc, đuợc
bao nhiêu = bn, bnh, bnhiu, bnhieu, bnhiêu, bi nhiu, bi nhiêu, bao nhiu, bao nhìu, nhiêu, mấy, chừng mô, bao lăm, bhiu, bnhju, b nhiu, b nhiêu
gì = j, ji, dzì, zì, rì, chi, cái chi, cái j
như thế nào = ntn, nthn, như nào, ra răng, ra sao
thế nào = tn, thía nào, thế lào
với = vs, vớii, vzới, zới, dzới, dới
trước = trc, trớc, trk, trướk, trướt
vậy = z, v, zậy, zay, dzậy, dzay, vại, vạy, zị, dzị
rồi = r, rùi, ròi, òi, rầu, gòi, rồii
mình = m, mk, mn, mik, mìn, mềnh, mih, mjnh
tôi = tui, tau, tớ
anh = a, ank
em = e
chị = c
bạn = b, bợn, pạn
admin = ad, adm
ơi = ưi, ơii
nhé = nha, nhe, nghen, hen, hỉ, hè, hén, nhá, nhoa, nhaz, nké, nhóe, nghe
giùm = dùm, zùm
dạ = dzạ, zạ, dạa
ạ = ah, ak, ạh
thế = thía, thếk
biết = bít, pít, bjết, bik, biếc, bjt
hôm nay = hum nay, hnay, hôm ni, bữa ni, bữa nay
hôm qua = hum qua, hqua, bữa qua
nhiều = nhìu, nhìeu, nhju, nhiềuu
luôn = lun, luônn
muốn = mún, mưốn, muốnn
cho hỏi = cko hỏi, cho hõi, cho hủi, ch hỏi
cho = cko
của = of, củaa
giờ = h, giừ
phải = p, fải, phãi, fai
đâu = mô, đou
sao = răng
kia = nớ, tê
này = ni, nì, nầy
năm nay = năm ni
tháng này = tháng ni
quý này = quý ni
vào = dzô, zô, vô, dzào, zào
làm = lèm
nhưng = nhg, nhưg
những = nhữg, nhửng
nào = nèo, nàoo
giảm = zảm, dzảm
và = zà, dzà
người = ng, ngừi, ngkười
trong = trog, troq
thì = thj, thỳ
là = lak, lè, nà
xem = coi
nói = ns, nóa
bây giờ = bh, bi giờ, bây h, bi h, chừ
lúc nào = khi mô, lúc mô, khi mo
thôi = hui, thui
rất = rứt
quá = wá, qá, wa
cũng = cx, cg, cũg
vẫn = vx
đang = đag, dg, đg
hết = hếc
chưa = chx, chưaa
đừng = đừg
vì sao = vì răng
tại sao = răng rứa, tại răng
như vậy = rứa, như rứa, v đó
cảm ơn = tks, thks, thanks, cám ơn, cảm ưn, camon
xin lỗi = sr, sry, sorry
đồng ý = ok, oke, okie, okê, uki
thông tin = ttin
trả lời = rep
nhắn tin = ib, inbox
`;

/** Why a form may mean something else. The caller must look at its neighbours before it expands these. */
const NOTES = `
đk, dk = also điều kiện, đăng ký
bn = also bạn
tn = also thu nhập, Tây Nguyên
vs = also versus between two things compared: keep it as a separator there
v = also vào, về; a roman five
z = a letter
r = a letter
m = metre after a number or a unit
a, b, c, e = letters of a list, columns of a table
h = hour after a number; kwh, kw h
p = minute after a number; a letter
ng = person counter after a number: nghìn, người
mấy = also "a few"
nhiêu = second half of «bao nhiêu»: leave it there
chi = chỉ, chì (lead) or chi (spend) when typed without marks
mô = also mô hình, quy mô
răng = also tooth
tê = also a letter name
ni = also Latin names
vô = also vô cùng
hè = also summer
hen = also asthma
nghe = also to hear
nha = also nha khoa
coi = also to regard
chừ = central: now
ak, ah, ad, of, wa, ok, rep = also Latin words and codes
kg = kilogram after a number
cg, cx, vx, dg, đg, ns, bh, sr, ib = also codes
nà = also place names
hôn, hong, hem = also hôn nhân, and unmarked words
tau = tàu (ship) when typed without marks
lun, bik, hen, nhe, thui, hui = only as typed
`;

function parse(table: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const line of table.trim().split('\n')) {
    const [standard = '', forms = ''] = line.split(' = ');
    for (const form of forms.split(', ')) if (!out.has(form)) out.set(form.normalize('NFC'), standard);
  }
  return out;
}

/** Short or regional form (one word or several, lower case, NFC) → standard form. */
export const TEENCODE: ReadonlyMap<string, string> = parse(TABLE);

/** Short form → what else it may mean; forms that are not listed are safe anywhere. */
export const TEENCODE_AMBIGUOUS: ReadonlyMap<string, string> = new Map(
  NOTES.trim()
    .split('\n')
    .flatMap((line) => {
      const [forms = '', note = ''] = line.split(' = ');
      return forms.split(', ').map((form) => [form.normalize('NFC'), note] as const);
    }),
);

/** Number of words of the longest form. */
export const LONGEST_TEENCODE = Math.max(...[...TEENCODE.keys()].map((k) => k.split(' ').length));
