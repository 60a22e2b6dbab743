import type { Caveat } from '../answer/answer.js';

/** What a reader of a comparison or a derived figure has to know, one sentence each. */
export const CAVEATS: Record<Caveat, string> = {
  'unlike-periods': 'Hai kỳ dài ngắn khác nhau nên không tính chênh lệch hay tốc độ tăng.',
  'monthly-releases':
    'Số của hai kỳ lấy từ hai lần công bố, không cùng cơ sở, nên không trừ hay chia cho nhau; xem tốc độ tăng do nguồn công bố.',
  'unlike-definitions': 'Hai chỉ tiêu có phạm vi thống kê khác nhau nên không so sánh trực tiếp được.',
  'unlike-bases': 'Hai số tính theo giá khác nhau nên không so sánh trực tiếp được.',
  'two-documents': 'Hai mức lấy từ hai nguồn công bố khác nhau, có thể không cùng cơ sở tính.',
  'two-names':
    'Hai số mang tên chỉ tiêu khác nhau ở hai nguồn; phạm vi thống kê có thể không hoàn toàn như nhau.',
  'mixed-releases':
    'Số của các kỳ lấy từ nhiều lần công bố, không phải một dãy thống nhất; tốc độ tăng theo số nguồn công bố.',
  'mixed-run':
    'Số của các năm lấy từ nhiều lần công bố, không phải một dãy thống nhất, nên thứ tự chỉ để tham khảo.',
  'previous-year-indices':
    'Mỗi số so với năm liền trước của chính nó, nên chênh lệch này không phải mức tăng giữa hai năm.',
  'plan-over-months': 'Chưa có số thực hiện trong năm: kế hoạch được chia đều cho 12 tháng.',
  'several-members': 'Từ này gồm nhiều chỉ tiêu; anh/chị hỏi từng chỉ tiêu để so sánh.',
  'zero-base': 'Kỳ gốc bằng 0 nên không tính được.',
};
