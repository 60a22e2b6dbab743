/** Test-only encoders: what the keyboard receives when a syllable is typed in Telex, VNI or VIQR. */

const SHAPE = /[\u0302\u0306\u031b]/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const TONE_ORDER = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

interface Letter {
  readonly base: string;
  readonly shape: string;
  readonly tone: string;
  readonly bar: boolean;
}

function lettersOf(syllable: string): Letter[] {
  return [...syllable.normalize('NFC')].map((c) => {
    if (c === 'đ') return { base: 'd', shape: '', tone: '', bar: true };
    const parts = [...c.normalize('NFD')];
    return {
      base: parts[0] ?? '',
      shape: parts.find((p) => SHAPE.test(p)) ?? '',
      tone: parts.find((p) => TONE.test(p)) ?? '',
      bar: false,
    };
  });
}

export type Where = 'inline' | 'tone last' | 'marks last';

function encode(
  syllable: string,
  where: Where,
  key: (l: Letter) => string,
  toneKey: (tone: string) => string,
): string {
  let body = '';
  let shapes = '';
  let tone = '';
  for (const l of lettersOf(syllable)) {
    body += l.base;
    const k = key(l);
    if (where === 'marks last' && !shapes.includes(k)) shapes += k;
    if (where !== 'marks last') body += k;
    if (l.tone !== '') {
      const t = toneKey(l.tone);
      if (where === 'inline') body += t;
      else tone = t;
    }
  }
  return body + shapes + tone;
}

export const telex = (s: string, where: Where) =>
  encode(
    s,
    where,
    (l) => (l.bar ? 'd' : l.shape === '' ? '' : l.shape === '\u0302' ? l.base : 'w'),
    (t) => 'sfrxj'[TONE_ORDER.indexOf(t)] ?? '',
  );

export const vni = (s: string, where: Where) =>
  encode(
    s,
    where,
    (l) =>
      l.bar ? '9' : l.shape === '' ? '' : ({ '\u0302': '6', '\u031b': '7', '\u0306': '8' }[l.shape] ?? ''),
    (t) => '12345'[TONE_ORDER.indexOf(t)] ?? '',
  );

export const viqr = (s: string) =>
  encode(
    s,
    'inline',
    (l) =>
      l.bar ? 'd' : l.shape === '' ? '' : ({ '\u0302': '^', '\u031b': '+', '\u0306': '(' }[l.shape] ?? ''),
    (t) => "'`?~."[TONE_ORDER.indexOf(t)] ?? '',
  );

/** Real syllables of the domain and of everyday questions. */
export const SYLLABLES: readonly string[] = `
sản lượng điện thương phẩm xuất nhập khẩu giá trị công nghiệp chỉ số tăng trưởng giảm tháng năm quý cùng kỳ
trước nay thực hiện kế hoạch đạt được bao nhiêu tấn triệu tỷ đồng nghìn xi măng gạch ngói đá vôi sắt thép kẽm
chì nhôm đồng bạc vàng thiếc quặng than bùn cát sỏi gỗ giấy vải sợi dệt quần áo giày dép bia rượu nước mắm đường
muối chè cà phê gạo ngô sữa thủy hải tôm cá đông lạnh phân bón đạm lân hóa chất sơn xăng dầu khí thuốc lá máy
móc thiết bị ô tô xe đạp tủ lạnh biến áp dây cáp huyện tỉnh thành phố xã phường khu cụm vùng miền bắc trung nam
tây nguyên đồng bằng sông hồng cửu long lạng sơn hữu lũng tràng định văn lãng cao lộc bình gia chi tiết so với
nhất thấp xếp hạng mười trăm lớn nhỏ hơn kém gấp đôi nửa rưỡi trung bình cộng lũy kế ước tính chính thức sơ bộ
nguồn thống kê cục bảng biểu đồ vẽ xem cho hỏi tôi muốn biết cần giúp nhé ạ vâng dạ không phải đúng sai
tuyên truyền quyết quốc khuỷu thuở nghiêng nguyễn người ngoài khoảng hoặc toàn loại xoài ngoằn giếng gì giữa
yên yêu yếu ý kiến quỹ quyển huơ xoong khúc khuya tuần thuần huệ thuế hưu bưu rượu cứu ươm uống ước
`
  .trim()
  .split(/\s+/);
