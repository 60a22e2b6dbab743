import type { HelpTopic } from '../question/question.js';
import type { Term } from '../question/terms.js';
import type { Block } from './reply.js';
import { TERM_TEXTS } from './terms.js';

const line = (text: string, strong = false): Block => ({
  kind: 'line',
  spans: [strong ? { text, style: 'strong' } : { text }],
});

/** To a complaint and to a rude word. */
export const SORRY =
  'Rất tiếc vì chưa giúp được anh/chị. Xin hỏi lại, nêu rõ chỉ tiêu và năm, ví dụ «xi măng 2016»; cần đối chiếu một con số thì gõ «nguồn xi măng 2016».';

const FORMS =
  'Được. Thêm «biểu đồ» hoặc «Excel» vào câu hỏi để nhận hình hoặc tệp, ví dụ «xi măng cả nước từ 2010 đến 2015 biểu đồ».';

/** What only the bot in Telegram does, and how it is asked for there. */
function followBlocks(): Block[] {
  const items = [
    ['«theo dõi xi măng»', 'báo ngay khi có số mới'],
    ['«bỏ theo dõi xi măng»', 'thôi báo'],
    ['«danh sách theo dõi»', 'xem đang theo dõi những gì'],
    ['«đăng ký bản tin 7 giờ ngày làm việc»', 'nhận số mới theo giờ'],
    ['«hủy bản tin»', 'thôi nhận'],
  ];
  return [
    line('Theo dõi chỉ tiêu và nhận bản tin chỉ có trong bot Telegram. Nhắn cho bot ở đó:', true),
    { kind: 'list', items: items.map(([say, does]) => [{ text: `${say}: ${does}`, literal: true }]) },
    line('Cần xem số thì hỏi luôn, ví dụ «xi măng mới nhất».'),
  ];
}

/** What to say to a greeting, to thanks and to a cry for help. */
export function helpBlocks(topic: HelpTopic, term?: Term): Block[] {
  if (topic === 'term' && term) return [{ kind: 'line', spans: [{ text: TERM_TEXTS[term], literal: true }] }];
  if (topic === 'complaint') return [line(SORRY)];
  if (topic === 'form') return [line(FORMS)];
  if (topic === 'follow') return followBlocks();
  if (topic === 'thanks') return [line('Không có gì ạ. Anh/chị cần số liệu nào cứ hỏi tiếp.')];
  const examples: Block = {
    kind: 'list',
    items: [
      'sản lượng điện 2021',
      'mục tiêu xi măng 2022',
      'đá tăng bao nhiêu % năm 2021',
      'các sản phẩm chủ yếu năm 2021',
      'xi măng cả nước từ 2010 đến 2015',
      'nguồn số liệu ở đâu',
    ].map((text) => [{ text: `«${text}»` }]),
  };
  const opening =
    topic === 'greeting'
      ? 'Xin chào. Tôi tra số liệu sản xuất công nghiệp của Lạng Sơn và cả nước.'
      : 'Bot tra số liệu sản xuất công nghiệp của Lạng Sơn và cả nước.';
  return [
    line(opening, true),
    line('Anh/chị gõ câu hỏi như nói chuyện, có dấu hay không dấu đều được. Ví dụ:'),
    examples,
    line(
      'Mỗi câu trả lời nêu rõ kỳ, địa bàn, đơn vị và nguồn; số suy ra được ghi «suy ra»; chưa có thì nói chưa có.',
    ),
  ];
}
