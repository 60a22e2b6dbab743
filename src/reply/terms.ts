import type { Term } from '../question/terms.js';

/** What words of statistics mean in the replies. */
export const TERM_TEXTS: Readonly<Record<Term, string>> = {
  yoy: 'Cùng kỳ là kỳ tương ứng của năm trước: tháng 11/2024 so với tháng 11/2023, quý I/2025 so với quý I/2024. «Tăng so với cùng kỳ» (YoY) là tăng so với kỳ đó.',
  mom: 'So với tháng trước (MoM) là so với tháng liền kề trước đó; khác so với cùng kỳ năm trước.',
  cumulative:
    'Lũy kế là số cộng dồn từ đầu năm đến hết kỳ: lũy kế 9 tháng là số của tháng 1 đến tháng 9, không phải số của tháng 9.',
  estimate:
    'Số ước tính công bố khi kỳ chưa kết thúc hoặc chưa đủ báo cáo; số sơ bộ công bố sau đó, còn có thể điều chỉnh; số chính thức là số đã chốt. Câu trả lời ghi «ước» hoặc «sơ bộ» khi số chưa chính thức.',
  derived:
    '«Suy ra» là số không có trong nguồn mà tính từ các số đã công bố; câu trả lời nêu cách tính và các số dùng để tính.',
  growth:
    'Tốc độ tăng = (số kỳ này − số kỳ gốc) ÷ số kỳ gốc × 100 %. Không nói thêm thì kỳ gốc là cùng kỳ năm trước. Có số tăng trưởng đã công bố thì dùng số đó.',
  average:
    'Tăng trưởng bình quân hằng năm (CAGR) là mức tăng đều mỗi năm để từ năm đầu đến năm cuối: căn bậc n của (số năm cuối ÷ số năm đầu), trừ 1; n là số năm ở giữa.',
  completion: 'Mức hoàn thành kế hoạch = số thực hiện ÷ kế hoạch của cùng kỳ × 100 %.',
  point: 'Điểm phần trăm là hiệu của hai tỷ lệ: từ 5 % lên 7 % là tăng 2 điểm phần trăm.',
  energy:
    'kWh (kilôoát giờ, «số điện») là đơn vị điện năng. 1 MWh = 1.000 kWh; 1 GWh = 1 triệu kWh; 1 TWh = 1 tỷ kWh.',
};
