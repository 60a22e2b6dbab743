/** The channel's own sentences, as persons read them. */

export const FAULT =
  'Hệ thống gặp lỗi khi xử lý câu hỏi này và đã ghi lại sự cố. Xin anh/chị thử lại sau ít phút hoặc hỏi theo cách khác.';
export const TYPE_PLEASE =
  'Tôi chỉ đọc được câu hỏi gõ bằng chữ. Xin anh/chị gõ câu hỏi vào ô tin nhắn; gõ /help để xem câu hỏi mẫu.';
export const OLD_BUTTON = 'Nút này thuộc phiên bản cũ. Xin anh/chị gõ lại câu hỏi.';
export const OLD_MESSAGE = 'Tin nhắn này đã quá cũ nên không cập nhật được. Xin anh/chị gõ lại câu hỏi.';
export const ALREADY_SHOWN = 'Nội dung này đang hiển thị.';
export const FAULT_SHORT = 'Hệ thống gặp lỗi và đã ghi lại sự cố. Xin anh/chị thử lại sau.';
export const CUT_SHORT = 'Câu trả lời dài hơn một tin nhắn. Xin anh/chị gõ câu hỏi để nhận đầy đủ.';
export const NO_CHART = 'Chưa vẽ được biểu đồ cho câu này: cần từ hai số liệu cùng đơn vị trở lên.';
export const NO_FILE = 'Câu trả lời không có số liệu để lập bảng. Hãy nêu tên sản phẩm và năm.';
export const NOT_NOW = 'Lúc này chưa gửi được biểu đồ hoặc tệp. Xin anh/chị thử lại sau ít phút.';

/** On the buttons under an answer. */
export const BUTTONS = {
  chart: 'Biểu đồ',
  workbook: 'Bảng Excel',
  words: 'Xem bằng lời',
  share: 'Chia sẻ',
} as const;

/** What the commands ask, in the words a person would type. */
export const COMMANDS = [
  { command: 'start', asks: 'xin chào', description: 'Bắt đầu' },
  { command: 'help', asks: 'trợ giúp', description: 'Cách hỏi và câu hỏi mẫu' },
  { command: 'sanpham', asks: 'có những sản phẩm nào', description: 'Các sản phẩm và chỉ tiêu có số liệu' },
  { command: 'nguon', asks: 'nguồn số liệu ở đâu', description: 'Nguồn số liệu' },
] as const;

/** What an empty mention or an unknown command asks. */
export const HELP = 'trợ giúp';
