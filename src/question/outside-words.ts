/**
 * Matters beside production that people ask about with a product's name and a year in the same breath. Each is said in words
 * that alone would pass for politeness or asking («hộ», «cơ sở», «lò», «trong kho»), so the whole phrase stands here.
 */
const COUNTED =
  'cơ sở|hộ|lò|nhà|kho|trạm|đại lý|cửa hàng|công ty|doanh nghiệp|đơn vị sản xuất|người|lao động|công nhân|thợ|ngày công|dây chuyền|tổ máy|mỏ|điểm mỏ|nhà máy|nhà thầu|khách hàng|vụ|giấy phép';

/**
 * Words that, left over beside a product, make it another matter. Too many others sound alike without accents, so they count
 * only where nothing else claims them; a taste only where no year is asked for («gạch 2021 tốt quá, thế 2015 …»).
 */
export const TRADE: ReadonlySet<string> = new Set(['giá', 'gia', 'mua', 'bán', 'rẻ', 'đắt']);
export const TASTE: ReadonlySet<string> = new Set(
  'ngon dở tốt xấu đẹp bền uống uong nhậu nặng sạch'.split(' '),
);

const EACH = 'tấn|viên|khối|mét khối|bao|cân|ký|kg|lít';

export const OUTSIDE: string = [
  // How many of something that is no product.
  ...COUNTED.split('|').flatMap((noun) =>
    ['số', 'bao nhiêu', 'mấy', 'có mấy', 'có bao nhiêu', 'tổng số', 'tỷ lệ', 'tỉ lệ'].map(
      (how) => `${how} ${noun}`,
    ),
  ),
  // «bao nhiêu một tấn» asks a price, «một tấn … ra bao nhiêu» a recipe.
  ...EACH.split('|').map((unit) => `một ${unit}`),
  // Use and sale.
  'hộ dân|hộ dùng|hộ có|hộ sử dụng|các hộ|hộ được|dùng cho sản xuất|dùng cho sinh hoạt|dùng cho xây dựng|dùng cho nông nghiệp|dùng cho công nghiệp|dùng trong sản xuất|dùng vào|dùng hết|đã dùng|sử dụng hết|lượng sử dụng|lượng dùng|đầu ra cho|tìm đầu ra|còn trong kho|trong kho còn|còn tồn|đặt hàng|đơn hàng|đơn đặt hàng|giao hàng|bán hàng|khách hàng|khách mua',
  // Quality, people, opinion.
  'thời gian sản xuất|thời gian làm|thời gian khai thác|thời gian hoạt động|chất lượng|phẩm chất|tiêu chuẩn|quy chuẩn|có cao quá không|cao quá không|quá cao không|thấp quá không|quá thấp không|có cao không|có thấp không|hợp lý không|hợp lý chưa|khả thi không|ai là giám đốc|giám đốc công ty|giám đốc nhà máy|ai quản lý|ai làm chủ|ai là chủ|chủ đầu tư',
].join('|');
