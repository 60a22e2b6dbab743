/** The words in which subscriptions are asked for: lists, not code. Accents that a person leaves out match. */

export const DIGEST = [
  'bản tin',
  'bản tin số liệu',
  'trong bản tin',
  'giờ bản tin',
  'giờ gửi bản tin',
  'giờ nhận bản tin',
];
export const WANT = ['gửi', 'nhận', 'đăng ký', 'đăng kí', 'cho', 'đặt', 'muốn', 'bật', 'đặt lịch'];
export const STOP = ['hủy', 'huỷ', 'dừng', 'ngừng', 'thôi', 'tắt', 'đừng', 'không', 'bỏ'];
export const CHANGE = [
  'đổi giờ sang',
  'đổi sang',
  'đổi thành',
  'đổi qua',
  'chuyển sang',
  'chuyển qua',
  'chuyển thành',
  'dời sang',
  'dời đến',
  'sửa thành',
  'đổi',
  'chuyển',
  'dời',
  'sửa',
];
/** Small words of a change, once it is known to be one. */
export const CHANGE_FILLERS = ['giờ', 'sang', 'thôi', 'lại', 'hơn', 'gửi', 'nhận', 'chỉ', 'cũng được'];
/** Small words of a wish that names the digest. */
export const WISH_FILLERS = ['gửi', 'nhận', 'chỉ', 'thì'];
/** A subscriber who begins so speaks of the digest, whatever was spoken of before. */
export const OF_DIGEST = ['gửi', 'nhận', 'chỉ gửi', 'chỉ nhận'];
/** Said right after the digest was spoken of. */
export const STOP_IT = [
  'hủy',
  'huỷ',
  'hủy luôn',
  'huỷ luôn',
  'dừng',
  'dừng lại',
  'ngừng',
  'ngừng lại',
  'tắt',
  'tắt luôn',
  'thôi không nhận nữa',
  'không nhận nữa',
];
export const CHARTS = [
  'kèm theo biểu đồ',
  'kèm biểu đồ',
  'có biểu đồ',
  'thêm biểu đồ',
  'bật biểu đồ',
  'cả biểu đồ',
];
export const NO_CHARTS = [
  'không kèm theo biểu đồ',
  'không kèm biểu đồ',
  'không có biểu đồ',
  'không cần biểu đồ',
  'không biểu đồ',
  'đừng kèm biểu đồ',
  'bỏ biểu đồ',
  'tắt biểu đồ',
];
/** When a followed indicator is told. */
export const ONLY = {
  plan: [
    'khi dưới kế hoạch',
    'khi dưới mục tiêu',
    'khi thấp hơn kế hoạch',
    'khi thấp hơn mục tiêu',
    'khi không đạt kế hoạch',
    'khi không đạt mục tiêu',
    'khi chưa đạt kế hoạch',
    'khi chưa đạt mục tiêu',
    'khi hụt kế hoạch',
    'nếu dưới kế hoạch',
    'nếu không đạt kế hoạch',
    'nếu chưa đạt kế hoạch',
  ],
  revised: [
    'khi điều chỉnh',
    'khi có điều chỉnh',
    'khi bị điều chỉnh',
    'khi được điều chỉnh',
    'khi số liệu được điều chỉnh',
    'khi số liệu thay đổi',
    'khi đính chính',
    'khi có đính chính',
    'nếu có điều chỉnh',
    'nếu được điều chỉnh',
  ],
} as const;
export const FOLLOW = ['theo dõi giúp tôi', 'theo dõi giúp', 'theo dõi cho tôi', 'theo dõi thêm', 'theo dõi'];
export const UNFOLLOW = [
  'bỏ theo dõi',
  'thôi theo dõi',
  'ngừng theo dõi',
  'dừng theo dõi',
  'hủy theo dõi',
  'huỷ theo dõi',
  'không theo dõi',
];

/** Whole sentences, once politeness is taken away. */
export const SENTENCES = {
  subscribe: ['đăng ký', 'đăng kí'],
  unsubscribe: ['hủy đăng ký', 'huỷ đăng ký', 'hủy đăng kí', 'huỷ đăng kí'],
  list: [
    'danh sách theo dõi',
    'danh sách đang theo dõi',
    'xem danh sách theo dõi',
    'đang theo dõi gì',
    'đang theo dõi những gì',
    'đang theo dõi chỉ tiêu nào',
    'đang theo dõi những chỉ tiêu nào',
  ],
  preview: ['bản tin', 'xem bản tin', 'xem trước bản tin', 'bản tin hôm nay', 'xem bản tin hôm nay'],
  erase: ['xóa dữ liệu', 'xoá dữ liệu', 'xóa dữ liệu của', 'xoá dữ liệu của'],
  settings: ['cài đặt', 'cài đặt bản tin', 'chỉnh bản tin', 'đổi giờ bản tin'],
} as const;

export const WORKDAYS = [
  'từ thứ hai đến thứ sáu',
  'thứ hai đến thứ sáu',
  'từ thứ 2 đến thứ 6',
  'thứ 2 đến thứ 6',
  'thứ 2 - thứ 6',
  'các ngày làm việc',
  'mỗi ngày làm việc',
  'ngày làm việc',
  'ngày thường',
];
export const MONDAY = [
  'thứ hai hằng tuần',
  'thứ hai hàng tuần',
  'thứ 2 hằng tuần',
  'thứ 2 hàng tuần',
  'sáng thứ hai',
  'sáng thứ 2',
  'thứ hai',
  'thứ 2',
  'hằng tuần',
  'hàng tuần',
  'mỗi tuần',
];
export const DAILY = ['mỗi ngày', 'hằng ngày', 'hàng ngày', 'mọi ngày'];
export const SILENT = [
  'chỉ khi có số liệu mới',
  'chỉ khi có tin mới',
  'chỉ khi có gì mới',
  'khi có số liệu mới',
  'khi có tin mới',
  'khi có gì mới',
  'nếu có số liệu mới',
  'nếu có tin mới',
  'nếu có gì mới',
  'không có gì mới thì thôi',
  'không có gì mới thì đừng gửi',
  'không có gì mới thì không gửi',
  'không có gì mới thì không cần gửi',
];
export const ALWAYS = [
  'kể cả khi không có gì mới',
  'kể cả không có gì mới',
  'kể cả ngày không có gì mới',
  'kể cả khi không có số liệu mới',
  'kể cả không có số liệu mới',
  'kể cả khi không có tin mới',
  'dù không có gì mới',
  'dù không có số liệu mới',
  'không có gì mới cũng gửi',
  'không có gì mới cũng được',
  'luôn luôn',
  'luôn',
];

/** The time of day, with the hour it stands for when no hour is said. «toi» alone is a person more often than an evening. */
export const TIMES_OF_DAY: readonly { readonly words: readonly string[]; readonly hour: number }[] = [
  { hour: 7, words: ['mỗi buổi sáng', 'mỗi sáng', 'hằng sáng', 'buổi sáng', 'sáng'] },
  { hour: 11, words: ['mỗi buổi trưa', 'mỗi trưa', 'buổi trưa', 'trưa'] },
  { hour: 16, words: ['mỗi buổi chiều', 'mỗi chiều', 'buổi chiều', 'chiều'] },
  { hour: 19, words: ['mỗi buổi tối', 'mỗi tối', 'buổi tối'] },
];

/** Words that ask: with one of them a sentence is a question, whatever else it says. */
export const ASKING = [
  'bao nhiêu',
  'mấy',
  'thế nào',
  'như thế nào',
  'ra sao',
  'là gì',
  'khi nào',
  'bao giờ',
  'vì sao',
  'tại sao',
  'so với',
  'qua các năm',
  'giai đoạn',
  'từng năm',
  'từng tháng',
];

/** Politeness and small words. */
export const FILLERS = [
  'chúng tôi',
  'anh chị',
  'vui lòng',
  'làm ơn',
  'được không',
  'có được không',
  'công nghiệp',
  'lạng sơn',
  'số liệu',
  'telegram',
  'tôi',
  'em',
  'mình',
  'anh',
  'chị',
  'bot',
  'ơi',
  'hãy',
  'xin',
  'nhờ',
  'giúp',
  'cho',
  'với',
  'nhé',
  'ạ',
  'đi',
  'nha',
  'giùm',
  'vào',
  'lúc',
  'hồi',
  'cần',
  'muốn',
  'được',
  'là',
  'về',
  'của',
  'các',
  'mỗi',
  'ngày',
  'buổi',
  'tỉnh',
  'nữa',
  'này',
  'đến',
  'tới',
];
