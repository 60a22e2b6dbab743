import type { Subscription, Watch, Wish } from '../store/subscriptions.js';
import { dayName } from './times.js';
import { crossesText, timeText } from './words.js';

/** What the desk says to persons. */

export const COMMANDS = [
  { command: 'dangky', description: 'Đăng ký nhận bản tin' },
  { command: 'huy', description: 'Dừng bản tin' },
  { command: 'theodoi', description: 'Theo dõi một chỉ tiêu' },
  { command: 'botheodoi', description: 'Bỏ theo dõi một chỉ tiêu' },
  { command: 'danhsach', description: 'Bản tin và các chỉ tiêu đang theo dõi' },
  { command: 'bantin', description: 'Xem trước bản tin' },
  { command: 'caidat', description: 'Cài đặt bản tin' },
  { command: 'xoadulieu', description: 'Xóa mọi dữ liệu về tôi' },
] as const;

export const ADMINS_ONLY = 'Trong nhóm, chỉ quản trị viên mới đăng ký, dừng hoặc thay đổi bản tin được.';
export const ADMINS_HIDDEN =
  'Telegram không cho bot biết ai là quản trị viên của nhóm này. Xin anh/chị đặt bot làm quản trị viên rồi thử lại.';
export const NOT_ASKED =
  'Chưa hỏi được Telegram ai là quản trị viên của nhóm. Xin anh/chị thử lại sau ít phút.';
export const SUBSCRIBED = 'Đã đăng ký bản tin.';
export const CHANGED = 'Đã lưu thay đổi.';
export const NOT_SUBSCRIBED =
  'Chưa đăng ký bản tin. Gõ /dangky để nhận, ví dụ «/dangky 7 giờ ngày làm việc».';
export const STOPPED =
  'Đã dừng bản tin và báo tin ở đây. Các chỉ tiêu theo dõi vẫn được giữ; gõ /dangky để nhận lại.';
export const NOTHING_TO_STOP = 'Ở đây chưa đăng ký bản tin nên không có gì để dừng.';
export const FOLLOW_WHAT = 'Anh/chị muốn theo dõi chỉ tiêu nào? Gõ ví dụ «/theodoi xi măng».';
export const UNFOLLOW_WHAT = 'Chọn chỉ tiêu muốn bỏ theo dõi:';
export const FOLLOW_WHICH = 'Có nhiều chỉ tiêu phù hợp. Anh/chị muốn theo dõi chỉ tiêu nào?';
export const NOT_FOLLOWABLE =
  'Chỉ theo dõi được chỉ tiêu (luôn lấy kỳ mới nhất), không theo dõi được một kỳ, một so sánh hay một bảng xếp hạng.';
export const NOTHING_FOLLOWED = 'Chưa theo dõi chỉ tiêu nào. Gõ ví dụ «/theodoi xi măng».';
export const MOST_FOLLOWED = (most: number) =>
  `Mỗi nơi theo dõi được nhiều nhất ${most} chỉ tiêu. Xin bỏ bớt trước khi thêm.`;
export const ABOUT_WHAT = (about: string) =>
  `Chưa hiểu «${about}». Gõ ví dụ «/dangky 7 giờ ngày làm việc», hoặc thêm tên nhóm: «/dangky 7 giờ điện».`;
export const ERASED = (n: { subscriptions: number; watches: number; figures: number }) =>
  `Đã xóa dữ liệu về anh/chị: ${n.subscriptions} đăng ký bản tin, ${n.watches} chỉ tiêu theo dõi, ${n.figures} dòng nhật ký số liệu đã báo, nội dung các câu đã hỏi và câu hỏi gần nhất.`;
export const ERASED_GROUPS = 'Bản tin của nhóm do anh/chị đăng ký vẫn chạy nhưng không còn ghi tên anh/chị.';
export const PAUSED = 'Bản tin đang tắt.';
export const NO_TOPIC = 'Bản tin đang tạm dừng vì chủ đề đã đóng.';
export const FOLLOWING = (label: string, condition: string | null) =>
  condition === null
    ? `Đã theo dõi: ${label}. Có số liệu mới hoặc điều chỉnh sẽ báo ngay.`
    : `Đã theo dõi: ${label}. Chỉ báo khi ${condition}.`;
export const UNFOLLOWED = (label: string) => `Đã bỏ theo dõi: ${label}.`;
export const NOT_FOLLOWED = (label: string) => `Chưa theo dõi «${label}».`;
export const FOLLOWED_LIST = 'Đang theo dõi:';
export const WITH_PICTURES = (n: number) => `Bản tin gửi kèm ${n} biểu đồ.`;
export const CHARTS_ON = 'kèm biểu đồ';
export const NOTHING_TO_DRAW =
  'Biểu đồ chỉ vẽ cho chỉ tiêu đang theo dõi. Gõ ví dụ «/theodoi xi măng» để theo dõi.';
export const WHICH_GROUP = 'Anh/chị muốn nhận bản tin về nhóm nào?';
export const PREVIEW_ONLY = 'Đây là bản xem trước; bản tin chính thức gửi đúng giờ đã chọn.';
export const NEXT = (sub: Subscription) => `Lần tới: ${timeText(sub)} ngày ${dayName(sub.nextAt)}.`;

/** When a followed indicator is told, behind «báo khi»; null: always. */
export function conditionText({ crosses, only }: Pick<Watch, 'crosses' | 'only'>): string | null {
  if (crosses !== null) return crossesText(crosses);
  if (only === null) return null;
  return only === 'plan' ? 'số thực hiện dưới kế hoạch' : 'số liệu được điều chỉnh';
}

export const BUTTONS = {
  on: 'Bật bản tin',
  off: 'Tắt bản tin',
  daily: 'Mỗi ngày',
  workdays: 'Ngày làm việc',
  monday: 'Thứ hai',
  all: 'Mọi số liệu',
  watch: 'Chỉ tiêu theo dõi',
  silent: 'Chỉ khi có tin mới',
  line: 'Luôn gửi',
  group: 'Một nhóm',
  charts: 'Kèm biểu đồ',
  everyFigure: 'Báo mọi số liệu mới',
  belowPlan: 'Khi dưới kế hoạch',
  revised: 'Khi điều chỉnh',
  unfollow: (label: string) => `Bỏ ${label}`,
  chosen: (label: string) => `✓ ${label}`,
} as const;

/** What somebody gets who says nothing more. */
export const DEFAULT: Wish = {
  hour: 7,
  minute: 0,
  days: 'daily',
  content: 'all',
  whenEmpty: 'silent',
  charts: false,
};
export const HOURS = [6, 7, 8, 16] as const;
