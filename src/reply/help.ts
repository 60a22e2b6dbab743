import type { Block } from './reply.js';

const line = (text: string, strong = false): Block => ({
  kind: 'line',
  spans: [strong ? { text, style: 'strong' } : { text }],
});

/** What to say to a greeting, to thanks and to a cry for help. */
export function helpBlocks(topic: 'help' | 'greeting' | 'thanks'): Block[] {
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
