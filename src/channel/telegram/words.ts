/** The channel's own sentences, as persons read them. */

export const FAULT =
  'Hệ thống gặp lỗi khi xử lý câu hỏi này và đã ghi lại sự cố. Xin anh/chị thử lại sau ít phút hoặc hỏi theo cách khác.';
export const TYPE_PLEASE =
  'Tôi chỉ đọc được câu hỏi gõ bằng chữ. Xin anh/chị gõ câu hỏi vào ô tin nhắn; gõ /help để xem câu hỏi mẫu.';
export const OLD_BUTTON = 'Nút này thuộc phiên bản cũ. Xin anh/chị gõ lại câu hỏi.';
export const OLD_MESSAGE = 'Tin nhắn này đã quá cũ nên không cập nhật được. Xin anh/chị gõ lại câu hỏi.';
export const ALREADY_SHOWN = 'Nội dung này đang hiển thị.';
export const ON_ITS_WAY = 'Đang chuẩn bị, xin anh/chị chờ một chút.';
export const FAULT_SHORT = 'Hệ thống gặp lỗi và đã ghi lại sự cố. Xin anh/chị thử lại sau.';
export const CUT_SHORT = 'Câu trả lời dài hơn một tin nhắn. Xin anh/chị gõ câu hỏi để nhận đầy đủ.';
export const NO_CHART =
  'Chưa vẽ được biểu đồ cho câu này: cần từ hai số liệu trở lên so sánh được với nhau (cùng đơn vị, cùng thước đo).';
export const NO_FILE = 'Câu trả lời không có số liệu để lập bảng. Hãy nêu tên sản phẩm và năm.';
export const FORBIDDEN =
  'Nhóm này không cho bot gửi ảnh hoặc tệp. Xin hỏi quản trị viên, hoặc nhắn riêng cho bot để nhận.';
export const NOT_NOW = 'Lúc này chưa gửi được biểu đồ hoặc tệp. Xin anh/chị thử lại sau ít phút.';

export const HOW_TO_ASK = 'Gõ câu hỏi ngay sau lệnh, ví dụ «/hoi xi măng 2016», hoặc bấm một câu dưới đây.';
/** What else there is, beneath the greeting and the help; in a group how to be heard. */
export const MORE_ALONE =
  'Thêm «biểu đồ» hoặc «Excel» vào câu hỏi để nhận hình hoặc tệp. Xem danh mục: /sanpham; theo dõi một chỉ tiêu: /theodoi; nhận bản tin: /dangky.';
export const MORE_IN_GROUP =
  'Trong nhóm: gõ /hoi và câu hỏi, gọi tên bot, hoặc trả lời một tin của bot. Thêm «biểu đồ» hoặc «Excel» vào câu hỏi để nhận hình hoặc tệp.';
export const OLD_LINK = 'Liên kết này không còn mở được câu trả lời. Xin anh/chị gõ lại câu hỏi.';
export const NOT_YOURS = 'Câu trả lời này do người khác hỏi. Anh/chị gõ /hoi và câu hỏi để hỏi riêng.';
export const GROUPS = 'Chọn nhóm để xem các sản phẩm và chỉ tiêu có số liệu:';
export const ITEMS = (name: string, page: string) => `${name}${page}. Chọn một dòng để xem số mới nhất:`;
export const PAGE = (page: number, of: number) => ` (trang ${page}/${of})`;
export const NOTHING_INLINE = 'Chưa có câu trả lời – mở bot để xem cách hỏi';

/** On buttons. */
export const BUTTONS = {
  chart: 'Biểu đồ',
  workbook: 'Bảng Excel',
  words: 'Xem bằng lời',
  follow: 'Theo dõi',
  share: 'Chia sẻ',
  more: 'Hỏi tiếp trong bot',
  back: '◀ Các nhóm',
  answer: '◀ Số liệu',
  previous: '◀ Trang trước',
  next: 'Trang sau ▶',
} as const;

/** The commands of the channel's own, with what they ask in the words a person would type. */
export const COMMANDS = [
  { command: 'start', asks: 'xin chào', description: 'Bắt đầu', group: false },
  { command: 'hoi', asks: '', description: 'Hỏi số liệu, ví dụ /hoi xi măng 2016', group: true },
  { command: 'moinhat', asks: 'số liệu mới nhất đến khi nào', description: 'Số liệu mới nhất', group: true },
  {
    command: 'sanpham',
    asks: 'có những sản phẩm nào',
    description: 'Các sản phẩm và chỉ tiêu có số liệu',
    group: true,
  },
  { command: 'nguon', asks: 'nguồn số liệu ở đâu', description: 'Nguồn số liệu', group: true },
  { command: 'help', asks: 'trợ giúp', description: 'Cách hỏi và câu hỏi mẫu', group: true },
] as const;

/** What an empty mention or an unknown command asks. */
export const HELP = 'trợ giúp';
