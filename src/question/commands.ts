/** The commands of the Telegram bot typed elsewhere, as the words they stand for. */
const COMMANDS: Readonly<Record<string, string>> = {
  hoi: '',
  moinhat: 'số liệu mới nhất đến khi nào',
  sanpham: 'có những sản phẩm nào',
  nguon: 'nguồn',
  help: 'trợ giúp',
  theodoi: 'theo dõi',
  botheodoi: 'bỏ theo dõi',
  danhsach: 'danh sách theo dõi',
  dangky: 'đăng ký bản tin',
  huy: 'hủy bản tin',
  bantin: 'bản tin',
  caidat: 'cài đặt bản tin',
  xoadulieu: 'xóa dữ liệu',
};

/** «/theodoi xi măng» → «theo dõi xi măng»; anything else stays as it is. */
export const spelledOut = (text: string): string =>
  text.replace(/^\s*\/([a-z]{2,12})(?:@\w+)?(?=\s|$)/i, (typed, name: string) => {
    const words = COMMANDS[name.toLowerCase()];
    return words === undefined ? typed : words;
  });
