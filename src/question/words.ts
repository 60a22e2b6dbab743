import { OUTSIDE } from './outside-words.js';
import { UNHELD } from './unheld.js';

/**
 * The words of asking, grouped by what they say. A phrase is matched by whole syllables, with the
 * accents that were typed as a veto; `|` separates ways of saying the same.
 */

export type Feature =
  | 'output' // sản lượng: the level
  | 'achieve' // đạt, làm được
  | 'complete' // hoàn thành, vượt: against the plan
  | 'plan' // kế hoạch, mục tiêu
  | 'strict-plan' // kế hoạch after a verb of achieving
  | 'grow'
  | 'fall'
  | 'change' // biến động, thay đổi
  | 'percent'
  | 'howmany'
  | 'yoy'
  | 'mom'
  | 'average'
  | 'peryear'
  | 'permonth'
  | 'perday'
  | 'question' // không?, chưa?
  | 'right' // đúng không
  | 'newest'
  | 'versus' // so với, vs
  | 'compare' // so sánh
  | 'ratio' // gấp mấy lần
  | 'difference' // chênh lệch, hơn kém
  | 'more' // hơn
  | 'share'
  | 'percent-of' // bằng bao nhiêu phần trăm: the first named in % of the second
  | 'proportion' // tỷ lệ A trên B
  | 'backward' // tính ngược, suy từ
  | 'from-levels' // tính từ sản lượng
  | 'sum'
  | 'most'
  | 'least'
  | 'rank'
  | 'top'
  | 'nth' // cao thứ hai
  | 'descending'
  | 'ascending'
  | 'which'
  | 'products'
  | 'areas'
  | 'years'
  | 'whatyear'
  | 'count'
  | 'series'
  | 'trend'
  | 'running' // lũy kế: from January on
  | 'define'
  | 'unit'
  | 'source'
  | 'fresh'
  | 'revision'
  | 'forecast'
  | 'cause'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'also'
  | 'those'
  | 'above'
  | 'below'
  | 'atleast'
  | 'atmost'
  | 'between'
  | 'two-digits' // tăng hai con số: by ten per cent or more
  | 'run' // mấy năm liền, liên tục
  | 'remaining'
  | 'needed'
  | 'have' // có số liệu
  | 'overview'
  | 'level-index'
  | 'enterprise'
  | 'not'
  | 'notyet'
  | 'and'
  | 'filler'
  | 'out'
  | 'elsewhere' // a place that no catalogue of provinces holds
  | 'vague' // đầu năm, cuối năm: a point of view, not a period
  | 'unit-word' // «bao nhiêu tấn»: the unit asked for
  | 'worth' // giá trị: of a product its value in money
  | 'base' // «giá hiện hành»: narrows a name to its price base
  | 'unheld'; // products people ask for that no catalogue here holds

/** «cao thứ hai», «đứng thứ 3»: a digit is read as an amount, a word stands here. */
const NTH = 'cao|thấp|mạnh|nhiều|lớn|ít|nhanh|chậm|tốt|kém|đứng|xếp|hạng|tăng|giảm'
  .split('|')
  .flatMap((w) =>
    ['', ' nhất', ' nhì', ' hai', ' ba', ' tư', ' bốn', ' năm', ' sáu', ' bảy'].map((n) => `${w} thứ${n}`),
  )
  .join('|');

/** «tháng thấp nhất của năm 2021»: the extreme of the parts of a year. */
const extremes = (...sizes: string[]): string =>
  ['tháng', 'quý', 'năm'].flatMap((unit) => sizes.map((size) => `${unit} ${size} nhất`)).join('|');
const HIGHEST = extremes('cao', 'nhiều', 'lớn');
const LOWEST = extremes('thấp', 'ít');

/** «bao nhiêu triệu khối», «mấy vạn viên», «bao nhiêu triệu»: every unit with every scale, and the scale alone. */
const AMOUNTS = ['', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ', 'tỉ']
  .flatMap((scale) =>
    'tấn|viên|khối|mét khối|m3|m2|mét vuông|kwh|lít|đôi|chiếc|cái|bao|trang|'
      .split('|')
      .map((unit) => `${scale} ${unit}`.trim()),
  )
  .filter((amount) => amount !== '' && amount !== 'bao')
  .join('|');

export const WORDS: readonly (readonly [Feature, string])[] = [
  [
    'output',
    'lượng|tổng lượng|lắp|lắp được|đào được|khai thác được|ra lò|phát ra được|lắp ráp|lắp ráp được|cung ứng|cung ứng được|ước|sản lượng ước|phát được|mần được|mần ra|làm|sản lượng đạt được|sản lượng|số lượng|khối lượng|sản lượng sản xuất|sản xuất|sản xuất được|sản xuất ra|làm ra|làm ra được|khai thác|khai thác được|thực hiện|thực hiện được|kết quả thực hiện|số thực hiện|thực tế|ước thực hiện|ước đạt|ước tính|ƯTH|SL|sản lượng đạt|quy mô|sản phẩm sản xuất|cho ra|mức sản xuất|sản lượng thực tế|sản lượng thực hiện|kết quả sản xuất|sản xuất đạt|đầu ra',
  ],
  ['output', 'TH'],
  ['output', 'số tuyệt đối|giá trị tuyệt đối|mức tuyệt đối|con số tuyệt đối'],
  ['achieve', 'đạt|đạt được|làm được|được|đã đạt|đạt mức|thu được|lên tới|ở mức|đang ở mức|đạt ngưỡng'],
  [
    'complete',
    'đạt bao nhiêu kế hoạch|đạt được bao nhiêu kế hoạch|được bao nhiêu kế hoạch|đạt bao nhiêu kế hoạch năm|đạt bao nhiêu mục tiêu|bao nhiêu % KH|mấy % KH|bao nhiêu % kế hoạch|mấy % kế hoạch|bao nhiêu phần trăm KH|mấy phần trăm KH|mấy phần kế hoạch|bao nhiêu phần kế hoạch|mấy phần trăm kế hoạch|bao nhiêu phần trăm kế hoạch|vượt kế hoạch bao nhiêu|đạt kế hoạch chưa|hoàn thành|vượt|mức hoàn thành|tỷ lệ hoàn thành|tỉ lệ hoàn thành|% hoàn thành|phần trăm hoàn thành|hoàn thành kế hoạch|đạt kế hoạch|vượt kế hoạch|đạt chỉ tiêu|đạt mục tiêu|vượt chỉ tiêu|vượt mục tiêu|vượt mức|hoàn thành chỉ tiêu|hoàn thành mục tiêu|% kế hoạch|phần trăm kế hoạch|so với kế hoạch|so kế hoạch|so với mục tiêu|so với chỉ tiêu|so mục tiêu|so chỉ tiêu|trên kế hoạch|TH/KH|TH so KH|tiến độ kế hoạch|tiến độ thực hiện kế hoạch|tỷ lệ thực hiện kế hoạch|mức độ hoàn thành|hụt kế hoạch|dưới kế hoạch|không đạt kế hoạch|đạt KH|HTKH|vượt KH|% KH|so KH|so với KH|hoàn thành KH|về đích',
  ],
  [
    'plan',
    'ct|chỉ tiêu kh|để đạt mục tiêu|để đạt chỉ tiêu|các mục tiêu|những mục tiêu|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|KH|đặt ra|chỉ tiêu giao|kế hoạch giao|kế hoạch năm|đặt mục tiêu|dự kiến|định hướng|phấn đấu đạt|được giao|tỉnh giao|đề ra|giao|MT|kế hoạch đề ra|mục tiêu đề ra|chỉ tiêu kế hoạch|chỉ tiêu đề ra|target|đích|muốn đạt|phải đạt|đặt kế hoạch',
  ],
  [
    'grow',
    'cần tăng|cần tăng thêm|cần phải tăng|phải tăng|phải tăng thêm|tốc độ tăng bình quân|tăng bình quân|tăng trưởng bình quân|tốc độ tăng trưởng bình quân|tăng bình quân hàng năm|CAGR|tăng trưởng kép|tốc độ tăng kép|tốc độ tăng trưởng kép|tăng trưởng kép hằng năm|tăng trưởng kép hàng năm|tăng|tăng trưởng|tốc độ tăng|tốc độ tăng trưởng|tốc độ phát triển|mức tăng|mức tăng trưởng|tỷ lệ tăng|tỉ lệ tăng|tỷ lệ tăng trưởng|tỉ lệ tăng trưởng|% tăng|phần trăm tăng|tăng thêm|phải tăng|cần tăng|phải tăng thêm|cần tăng thêm|tăng lên|gia tăng|đà tăng|tăng trưởng dương|tăng được|nhịp tăng|tốc độ tăng giảm|TT|growth|YoY|lên bao nhiêu|nhích',
  ],
  [
    'fall',
    'giảm|sụt|sụt giảm|mức giảm|giảm đi|đi xuống|tụt|giảm sút|giảm sâu|suy giảm|xuống bao nhiêu|tăng trưởng âm|tăng âm',
  ],
  [
    'change',
    'tăng giảm|tăng hay giảm|tăng hoặc giảm|tăng hay là giảm|biến động|thay đổi|lên hay xuống|lên xuống|tăng/giảm|tăng, giảm|tỷ lệ thay đổi|tăng trưởng hay giảm|chuyển biến|biến đổi|giảm hay tăng',
  ],
  ['percent', '%|phần trăm|bao nhiêu %|bao nhiêu phần trăm|mấy phần trăm|mấy %|% bao nhiêu'],
  [
    'howmany',
    'mấy bao|bao nhiêu bao|bao nhiêu|mấy|là bao nhiêu|bao nhiu|bi nhiêu|bao lăm|nhiêu|nhiu|là mấy|bằng bao nhiêu|chừng nào|được bao nhiêu|cỡ nào|cỡ bao nhiêu|như thế nào|thế nào|ra sao|làm sao|bao nhiêu rồi|là thế nào|mức nào|mức bao nhiêu|mô|chừng mô|cỡ mô',
  ],
  [
    'yoy',
    'so với cùng kỳ|so cùng kỳ|cùng kỳ|cùng kỳ năm trước|cùng kỳ năm ngoái|so với cùng kỳ năm trước|so với cùng kỳ năm ngoái|so cùng kỳ năm trước|so cùng kỳ năm ngoái|so với năm trước|so năm trước|so với năm ngoái|so năm ngoái|CK|svck|so CK|so với CK|sv cùng kỳ|so với năm liền trước|so với năm trước đó|cùng kì|so với cùng kì|so cùng kì|hơn năm trước|hơn cùng kỳ|so với năm trước liền kề|hằng năm trước|SVCK|cùng kỳ năm trước đó',
  ],
  [
    'mom',
    'so th trước|so tháng trc|so với th trước|so với tháng trước|so tháng trước|so với tháng liền trước|so với tháng trước đó|tháng liền trước|so với tháng liền kề|MoM|so tháng liền trước|hơn tháng trước|so với tháng trước liền kề',
  ],
  [
    'average',
    'tăng bình quân|tăng trưởng bình quân|tốc độ tăng trưởng bình quân|tăng bình quân hàng năm|bình quân|trung bình|BQ|tính bình quân|tốc độ tăng bình quân|mức bình quân|trung bình cộng|CAGR|tăng trưởng kép|tốc độ tăng kép|tốc độ tăng trưởng kép|tăng trưởng kép hằng năm|tăng trưởng kép hàng năm',
  ],
  ['peryear', 'mỗi năm|hằng năm|hàng năm|một năm|từng năm một|trên năm'],
  [
    'permonth',
    'mỗi tháng|hằng tháng|hàng tháng|một tháng|1 tháng|mỗi một tháng|từng tháng một|bình quân tháng|trung bình tháng|bình quân một tháng|trung bình một tháng|bình quân 1 tháng|trung bình 1 tháng|bình quân mỗi tháng|trung bình mỗi tháng|bình quân hằng tháng|bình quân hàng tháng|trung bình hằng tháng|trung bình hàng tháng|BQ tháng|BQ mỗi tháng',
  ],
  [
    'perday',
    'mỗi ngày|hằng ngày|hàng ngày|một ngày|1 ngày|mỗi một ngày|bình quân ngày|trung bình ngày|bình quân một ngày|trung bình một ngày|bình quân mỗi ngày|trung bình mỗi ngày|bình quân hằng ngày|bình quân hàng ngày',
  ],
  ['question', 'không|k|chưa|hay không|được không|hay chưa|phải không|rồi chưa|à|hả|phỏng|ko|hông|kg'],
  [
    'right',
    'chuẩn chưa|chuẩn không|phải chưa|đúng hem|đúng chớ|phải hông|đúng không|đúng chưa|phải không|đúng vậy không|có phải|có đúng|đúng ko|phải vậy không|có đúng không|chính xác không|đúng chứ|phải chăng|đúng k|phải ko|có phải là|đúng hay sai|có chính xác không|có đúng là|chuẩn không|đúng hông',
  ],
  [
    'newest',
    'số mới nhất|số liệu mới nhất|dạo này|lâu nay|thời gian gần đây|thời gian qua|chừ|bây chừ|giờ này|mới nhất|gần nhất|gần đây nhất|hiện nay|hiện tại|bây giờ|lúc này|mới đây|cập nhật mới nhất|mới nhứt|hiện giờ|thời điểm hiện tại|đến nay|tới nay|vừa rồi|mới công bố|hiện thời|cuối cùng|gần đây',
  ],
  ['versus', 'so với|so|vs|sv|với|versus|đối chiếu với|so cùng'],
  ['compare', 'so sánh|đối chiếu|đặt cạnh|so sánh giữa|so sánh với|đem so'],
  ['ratio', 'gấp mấy lần|gấp bao nhiêu lần|gấp mấy|bằng mấy lần|bằng bao nhiêu lần|mấy lần|bao nhiêu lần'],
  [
    'difference',
    'hơn nhau|hơn nhau bao nhiêu|kém nhau|kém nhau bao nhiêu|chênh nhau bao nhiêu|lệch nhau bao nhiêu|hơn kém nhau bao nhiêu|chênh lệch|chênh nhau|chênh|hơn kém|hơn bao nhiêu|kém bao nhiêu|cách nhau|chênh lệch bao nhiêu|hơn kém nhau|thua bao nhiêu|nhiều hơn bao nhiêu|ít hơn bao nhiêu|khoảng cách|cao hơn bao nhiêu|thấp hơn bao nhiêu|hiệu số|lệch nhau|lệch',
  ],
  [
    'more',
    'cao hay thấp hơn|cao hơn hay thấp hơn|hơn hay kém|mạnh hơn|tốt hơn|khá hơn|thấp hơn|kém hơn|ít hơn|nhỏ hơn|chậm hơn|hơn|nhiều hơn|cao hơn|lớn hơn|nhanh hơn|cái nào hơn|bên nào hơn',
  ],
  [
    'share',
    'chiếm|tỷ trọng|tỉ trọng|tỷ lệ đóng góp|đóng góp|chiếm bao nhiêu phần|cơ cấu|chiếm tỷ trọng|chiếm bao nhiêu phần trăm|chiếm bao nhiêu %',
  ],
  [
    'percent-of',
    'bằng mấy phần trăm|bằng bao nhiêu phần trăm|bằng bao nhiêu %|bằng mấy %|bằng bao nhiêu phần trăm của|bằng mấy phần trăm của|bằng bao nhiêu phần trăm so với|bằng mấy phần trăm so với|bằng bao nhiêu % so với|bằng mấy % so với',
  ],
  ['proportion', 'tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ lệ giữa|tỉ lệ giữa'],
  [
    'backward',
    'suy từ|suy ra từ|suy ngược|suy ngược từ|suy ngược ra|tính ngược|tính ngược từ|tính ngược lại|tính ngược ra|suy ra từ số|suy từ số|suy ra',
  ],
  [
    'from-levels',
    'tính từ sản lượng|tính từ mức|tính từ hai mức|tính từ mức sản lượng|tính từ số tuyệt đối|suy ra từ sản lượng|suy từ sản lượng',
  ],
  ['sum', 'tổng|tổng cộng|cộng lại|tổng số|cộng dồn|gộp lại|tính tổng|cộng|cả thảy'],
  [
    'most',
    'nhất|đỉnh nhất|khủng nhất|nhiều nhất|cao nhất|lớn nhất|nhiều nhất|mạnh nhất|nhanh nhất|đứng đầu|dẫn đầu|đỉnh|đỉnh cao|kỷ lục|tốt nhất|hàng đầu|đứng nhất|cao nhứt|lớn nhứt|nhiều nhứt|tối đa|vượt trội nhất|ấn tượng nhất',
  ],
  [
    'least',
    'thấp nhất|ít nhất|nhỏ nhất|kém nhất|chậm nhất|yếu nhất|đứng cuối|đội sổ|đáy|bét|đứng bét|bét bảng|đứng chót|xếp chót|chót bảng|cuối bảng|đứng cuối bảng|xếp cuối|xếp bét|đứng cuối cùng|xếp cuối cùng|đứng sau cùng|đứng bét bảng|tệ nhất|thấp nhứt|ít nhứt|tối thiểu',
  ],
  [
    'rank',
    'xếp|xếp các sản phẩm|xếp hạng|xếp thứ|thứ hạng|thứ tự|sắp xếp|xếp theo|bảng xếp hạng|đứng thứ mấy|xếp thứ mấy|hạng mấy|xếp hạng bao nhiêu|hạng bao nhiêu|vị trí|vị trí nào|vị trí thứ mấy|vị trí thứ bao nhiêu|ở vị trí nào|đứng ở vị trí nào|đứng vị trí nào|đứng ở đâu|top mấy|tốp mấy|đứng thứ bao nhiêu|xếp từ|đứng thứ|xếp hạng theo|liệt kê theo thứ tự|xếp thế nào',
  ],
  ['whatyear', `${HIGHEST}|${LOWEST}`],
  ['most', HIGHEST],
  ['least', LOWEST],
  ['top', 'top|tốp'],
  ['nth', NTH],
  ['descending', 'giảm dần|từ cao đến thấp|từ cao xuống thấp|từ lớn đến nhỏ|cao xuống thấp'],
  ['ascending', 'tăng dần|từ thấp đến cao|từ thấp lên cao|từ nhỏ đến lớn|thấp lên cao'],
  ['which', 'nào|những gì|gì|cái gì|những cái nào|cái nào|nào là|những nào|ai'],
  [
    'products',
    'ds sản phẩm|ds sp|ds mặt hàng|bao nhiêu chỉ tiêu|các chỉ tiêu trong kho|từng sản phẩm|từng sản phẩm chủ yếu|mỗi sản phẩm|danh mục sản phẩm|danh mục|danh mục chỉ tiêu|loại sản phẩm|kq sx sp|các chỉ tiêu bạn có|liệt kê các chỉ tiêu bạn có|các chỉ tiêu đang có|những chỉ tiêu nào|chỉ tiêu nào|các chỉ tiêu nào|chỉ tiêu gì|sản phẩm|mặt hàng|các sản phẩm|sản phẩm chủ yếu|các sản phẩm chủ yếu|sản phẩm công nghiệp|sản phẩm công nghiệp chủ yếu|các sản phẩm công nghiệp chủ yếu|các sản phẩm công nghiệp|những sản phẩm|SP|SP chủ yếu|sản phẩm chính|các mặt hàng|sản phẩm chủ lực|các sản phẩm chủ lực|tất cả sản phẩm|tất cả các sản phẩm|toàn bộ sản phẩm|những mặt hàng|mặt hàng chủ yếu|chỉ tiêu chủ yếu|SPCN|các sp|món|hàng',
  ],
  [
    'areas',
    'ds tỉnh|ds các tỉnh|tỉnh khác|các tỉnh khác|những tỉnh khác|địa phương khác|các địa phương khác|tỉnh bạn|các tỉnh bạn|tỉnh có|ba tỉnh|địa bàn nào|những địa bàn|tỉnh thành|các tỉnh|các địa phương|tỉnh nào|những tỉnh|các tỉnh thành|tỉnh thành phố|tất cả các tỉnh|63 tỉnh thành|63 tỉnh|63 tỉnh thành phố|các vùng|vùng nào|mấy tỉnh|bao nhiêu tỉnh|địa phương nào',
  ],
  [
    'years',
    'những năm|những năm nào|các năm nào|năm nào có|kỳ nào|những kỳ nào|thời gian nào|giai đoạn nào|từ năm nào|bao nhiêu năm|mấy năm',
  ],
  [
    'whatyear',
    'tháng mấy|quý mấy|ngày mấy|ngày nào|năm nào|năm mô|tháng nào|quý nào|khi nào|lúc nào|hồi nào|bao giờ|năm mấy',
  ],
  [
    'count',
    'bao nhiêu sản phẩm|mấy sản phẩm|có mấy|đếm|có bao nhiêu sản phẩm|bao nhiêu mặt hàng|mấy mặt hàng|bao nhiêu SP|mấy SP|bao nhiêu tỉnh|mấy tỉnh|bao nhiêu địa phương|số sản phẩm|có bao nhiêu tỉnh|mấy địa phương|mấy món|có mấy sản phẩm|có bao nhiêu mặt hàng|bao nhiêu chỉ tiêu|bao nhiêu sản phẩm công nghiệp|mấy sản phẩm công nghiệp|bao nhiêu sản phẩm chủ yếu|mấy sản phẩm chủ yếu',
  ],
  [
    'series',
    'nhiều năm qua|nhiều năm nay|những năm gần đây|các năm gần đây|mấy năm gần đây|những năm vừa qua|các năm vừa qua|mấy năm vừa qua|qua các năm|theo năm|từng năm|các năm|hằng năm từ|theo các năm|từng tháng|theo tháng|qua các tháng|các tháng|từng quý|theo quý|chuỗi số liệu|chuỗi|tất cả các năm|mọi năm|mỗi năm một|lịch sử|theo từng năm|theo từng tháng|theo từng quý|các quý|dãy số|dãy số liệu|toàn bộ các năm|trong các năm|các năm qua|những năm qua|mấy năm qua|nhiều năm|mấy năm nay|các năm nay|những năm nay|mấy năm này|vài năm nay|bao năm nay|mấy năm ni|vài năm qua|vài năm gần đây|vài năm vừa qua|nhiều năm gần đây|mấy năm rồi|mấy năm vừa rồi|những năm vừa rồi|mấy năm trước|những năm trước|các năm trước|vài năm trước|mấy năm trở lại đây|vài năm trở lại đây|những năm trở lại đây|nhiều năm trở lại đây|qua từng năm|theo thời gian|biểu đồ',
  ],
  [
    'running',
    'lũy kế|luỹ kế|số lũy kế|lũy kế từ đầu năm|lũy kế từ đầu năm đến nay|cộng dồn từ đầu năm|tính lũy kế|số cộng dồn từ đầu năm',
  ],
  ['trend', 'xu hướng|diễn biến|xu thế|chiều hướng|diễn tiến|biến động qua các năm|đi lên hay đi xuống'],
  [
    'define',
    'là chỉ số gì|là viết tắt của cái gì|dùng để làm gì|để làm gì|thế nào là|tính so với năm nào|tính so với kỳ nào|gốc năm nào|năm gốc nào|năm gốc|kỳ gốc nào|hiểu|viết tắt của từ gì|viết tắt của gì|viết tắt là gì|viết tắt của|viết tắt|công thức tính|công thức|đo cái gì|đo lường cái gì|phản ánh điều gì|phản ánh cái gì|phản ánh gì|hiểu thế nào|hiểu như thế nào|được hiểu thế nào|khác gì nhau|khác nhau gì|nghĩa là sao|giải nghĩa|nghĩa sao|có nghĩa gì|khác nhau thế nào|khác nhau ra sao|khác gì|khác thế nào|khác ra sao|khác nhau chỗ nào|khác|là gì|nghĩa là gì|là cái gì|khái niệm|định nghĩa|có nghĩa là gì|tính thế nào|tính như thế nào|cách tính|giải thích|hiểu là gì|được tính thế nào|nghĩa gì|gồm những gì|bao gồm những gì|được hiểu|là chi|ý nghĩa|tính ra sao',
  ],
  [
    'unit',
    'đơn vị|đơn vị tính|ĐVT|tính bằng gì|tính theo gì|tính theo cái gì|tính bằng cái gì|tính theo đơn vị nào|tính bằng đơn vị nào|tính bằng đơn vị gì|tính theo đơn vị gì|đo bằng gì|đo bằng đơn vị nào|đơn vị đo|đơn vị gì',
  ],
  [
    'source',
    'từ báo cáo nào|lấy từ báo cáo nào|trong báo cáo nào|lấy đâu ra|lấy ở đâu ra|lấy đâu|lấy dữ liệu ở đâu|lấy dữ liệu từ đâu|lấy thông tin ở đâu|trích ở báo cáo nào|ở báo cáo nào|văn bản gốc|bản gốc|tài liệu gốc|bài báo nào|đường link bài báo|link bài báo|xin link|cho link|cho xin link|gửi link|có link|link đâu|link của|đường link đâu|cơ quan nào|của cơ quan nào|cơ quan nào cung cấp|đơn vị nào cung cấp|chính thống không|có chính thống không|số chính thức không|phải số chính thức không|niên giám nào|theo niên giám nào|từ niên giám nào|niên giám năm nào|trích từ báo cáo nào|trích từ|trích ở đâu|trích từ nguồn nào|lấy số ở đâu|lấy số liệu ở đâu|đường link|link nguồn|link số liệu|đường dẫn|có tin được không|tin được không|tin được chưa|đáng tin không|tin cậy không|có tin cậy không|căn cứ vào đâu|dựa vào đâu|dựa trên đâu|dựa theo đâu|ai chịu trách nhiệm|tài liệu nào|trong tài liệu nào|quyết định nào|nghị quyết nào|do ai công bố|ai báo cáo|ai thống kê|đơn vị nào công bố|bên nào công bố|sở nào công bố|ai đưa ra|ở đâu ra thế|chắc không|có chắc không|chắc chưa|có đáng tin không|của ai|lấy của ai|ai cung cấp|dùng những nguồn nào|dùng nguồn nào|nguồn từ đâu|những nguồn nào|nguồn|nguồn số liệu|nguồn ở đâu|lấy ở đâu|lấy từ đâu|ở đâu ra|căn cứ|trích dẫn|nguồn nào|dẫn nguồn|trích nguồn|theo nguồn|số liệu ở đâu|số này ở đâu|số liệu từ đâu|ai công bố|nguồn dữ liệu|cơ quan nào công bố|từ đâu ra|trích từ đâu|theo báo cáo nào|nguồn gốc|báo nào|văn bản nào|công bố ở đâu|từ đâu|báo cáo nào',
  ],
  [
    'fresh',
    'đến kỳ nào|tới kỳ nào|cập nhật đến kỳ nào|cập nhật tới kỳ nào|cập nhật lần cuối|cập nhật lần cuối khi nào|lần cuối cập nhật|lần cập nhật gần nhất|lần cập nhật cuối|ngày cập nhật|thời điểm cập nhật|thời gian cập nhật|bao giờ cập nhật|khi nào cập nhật|cập nhật bao giờ|cập nhật gần nhất|bao lâu cập nhật|cập nhật chưa|cập nhật mới chưa|cập nhật số mới|có cập nhật không|có gì mới|có gì mới không|có số mới chưa|có số liệu mới chưa|có số mới không|có số liệu mới không|số liệu gì mới|mới nhất đến đâu|mới nhất tới đâu|chốt ngày nào|chốt khi nào|chốt tháng nào|đến tháng mấy|tới tháng mấy|đến quý mấy|tới quý mấy|đến ngày mấy|tới ngày mấy|tới năm mấy|đến năm mấy|số mới nhất tới năm mấy|số liệu đến khi nào|cập nhật đến khi nào|cập nhật đến đâu|chốt đến|số liệu đến ngày nào|số liệu đến tháng nào|cập nhật khi nào|mới nhất là khi nào|đến thời điểm nào|cập nhật lúc nào|số liệu mới nhất là|cập nhật tới đâu|cập nhật tới khi nào|chốt đến ngày nào|số liệu mới đến đâu|số liệu đến năm nào|cập nhật đến năm nào|cập nhật tới|cập nhật đến|số liệu tới năm nào|mới đến năm nào|tới năm nào|đến năm nào|đến tháng nào|đến khi nào|tới khi nào|chốt tới|chốt số liệu',
  ],
  [
    'revision',
    'sửa đổi|lịch sử sửa đổi|lịch sử điều chỉnh|ban đầu ước|ban đầu|sau điều chỉnh|sau khi điều chỉnh|sau đính chính|sau khi đính chính|sau khi sửa|lúc đầu ước|sau sửa|sửa thành|sau sửa thành|trước khi điều chỉnh|trước khi sửa|trước điều chỉnh|trước khi đính chính|đã sửa|bị sửa|bị điều chỉnh|có bị sửa số|sửa số|sơ bộ và chính thức|khác nhau giữa các nguồn|các bản công bố|chỉnh lại|được điều chỉnh|số trước khi sửa|trước đây công bố|trước đó công bố|công bố trước đây|đã điều chỉnh|điều chỉnh|đính chính|lần trước công bố|số cũ|trước đây|công bố lần đầu|số sơ bộ|có thay đổi số liệu|sửa số liệu|các lần công bố|từng công bố|các nguồn|những nguồn nào công bố|lịch sử công bố|bản trước|số đã công bố|mấy lần công bố|ước ban đầu|công bố ban đầu|sửa lại|số ước trước',
  ],
  [
    'forecast',
    'sẽ ra sao|năm tới sẽ|nữa thì sao|sẽ thế nào|dự báo|tiên đoán|dự đoán|ước đoán|triển vọng|sắp tới sẽ|trong tương lai|tương lai|nhận định tương lai|sẽ tăng|sẽ giảm|sẽ đạt|sẽ là|có thể đạt|viễn cảnh',
  ],
  [
    'cause',
    'vì sao|tại sao|nguyên nhân|lý do|do đâu|sao lại|vì đâu|lí do|bởi vì sao|sao giảm|sao tăng|sao thấp|sao giảm thế|sao tăng thế|sao lại thế|cớ sao|vì răng|răng mà|răng lại|vì lý do gì|do gì|là do gì|do cái gì|do đâu mà|nhờ đâu|nhờ gì|nhờ cái gì|yếu tố nào|nhân tố nào|động lực nào|vì dịch|do dịch|vì covid|do covid|tác động của|ảnh hưởng của',
  ],
  [
    'help',
    'làm sao để hỏi|làm thế nào để hỏi|làm sao để tra|làm thế nào để tra|làm sao để tra cứu|làm thế nào để tra cứu|làm sao để dùng|làm thế nào để dùng|làm sao để xem|làm thế nào để xem|xài sao|hỏi kiểu gì|hỏi kiểu gì cho đúng|help me|bot này xài sao|hỏi được mấy cái gì|dùng sao|xài thế nào|xài như nào|hướng dẫn sử dụng|chức năng của bạn là gì|chức năng của bot|hdsd|bot tên gì|ai tạo ra bạn|bạn tên gì|tên gì|ai làm ra bot|bot là ai|bạn hỗ trợ gì|trợ giúp|giúp|hướng dẫn|cách dùng|cách hỏi|hỏi gì|hỏi được gì|làm được gì|giúp được gì|có thể hỏi gì|chức năng|help|menu|bạn làm được gì|bot làm được gì|bạn có thể làm gì|hỏi những gì|sử dụng thế nào|dùng thế nào|bạn là ai|có thể hỏi những gì|tôi có thể hỏi|hỏi như thế nào|hỏi thế nào|làm gì được|biết làm gì|em là ai|mày là ai|dùng như thế nào|sử dụng như thế nào|làm được những gì|hỗ trợ gì',
  ],
  [
    'greeting',
    'xin chào các đồng chí|chào các đồng chí|chào đồng chí|chào các anh chị|không hiểu|không hiểu lắm|chưa hiểu|khó hiểu|kính gửi|kính thưa|kính đề nghị|kính mong|kính nhờ|kính chào|chúc mừng năm mới|chúc mừng|chúc|ad ơi|aloo|alooo|aloooo|bot ơi|em ơi|xin chào|chào|chào bạn|chào em|chào anh|hello|hi|alo|a lô|hey|chào bot|chào buổi sáng|good morning|xin chào bạn|chào ad|hế lô|halo|start',
  ],
  [
    'thanks',
    'cảm ơn các đồng chí|cảm ơn đồng chí|cám ơn các đồng chí|cám ơn bạn nhiều|cảm ơn bạn nhiều|cảm ơn nhiều nhé|tuyệt quá|giỏi quá|cảm ơn|cám ơn|thank|thanks|tks|thank you|cảm ơn nhiều|ok|oke|okie|tốt lắm|hay quá|tuyệt|được rồi|tuyệt vời|good|tạm biệt|bye|hiểu rồi|rõ rồi|cảm ơn bạn|cảm ơn em|đa tạ|cảm ơn nhé|chuẩn rồi',
  ],
  [
    'also',
    'còn|thế còn|vậy còn|thì sao|thế thì|thì|rứa còn|thế|tương tự|cũng thế|cũng vậy|còn lại thì|thì thế nào|thì răng',
  ],
  [
    'those',
    'hai sản phẩm đó|ba sản phẩm đó|hai cái đó|ba cái đó|hai cái này|cả hai cái|cả ba cái|hai thứ đó|trong số đó|trong số này|mấy sản phẩm đó|các sản phẩm đó|những sản phẩm đó|mấy cái đó|những cái đó|mấy cái này|các sản phẩm này|những sản phẩm này|mấy sản phẩm này|mấy sản phẩm ấy|các sản phẩm trên|những sản phẩm trên|chúng|mấy chỉ tiêu đó|sản phẩm đó|sản phẩm này|cái đó|cái này|cái ấy|nó|những cái này|mấy món đó|các chỉ tiêu đó|mấy con đó|sản phẩm ấy|mấy thứ đó|số đó|số này|số liệu này|số liệu đó|chỉ tiêu này|chỉ tiêu đó',
  ],
  ['above', 'trên|hơn|vượt|cao hơn|lớn hơn|từ|quá|vượt quá|vượt mức|vượt ngưỡng|nhiều hơn|trên mức|>'],
  [
    'below',
    'dưới|thấp hơn|nhỏ hơn|chưa đến|chưa tới|không đến|ít hơn|kém hơn|chưa được|dưới mức|<|không tới',
  ],
  ['atleast', 'ít nhất|tối thiểu|từ|trở lên|không dưới|không thấp hơn|>=|không kém|≥'],
  ['atmost', 'tối đa|không quá|nhiều nhất|trở xuống|không vượt quá|<=|không hơn|≤|cao nhất là'],
  ['two-digits', 'hai con số|2 con số|hai chữ số|2 chữ số|mức hai con số|mức 2 con số'],
  ['run', 'liên tục|liên tiếp|liền|liền mạch|liên tục không|năm liền|liên tiếp nhau'],
  ['between', 'trong khoảng|khoảng từ|nằm giữa|giữa|nằm trong khoảng|dao động từ'],
  [
    'remaining',
    'cần bao nhiêu nữa|cần bao nhiêu nữa thì|còn cần bao nhiêu|còn thiếu|còn bao nhiêu nữa|thiếu bao nhiêu|còn phải|thiếu|còn cách|để đạt kế hoạch|nữa để đạt|nữa thì đạt|còn bao nhiêu nữa thì đạt|để hoàn thành|để về đích|để kịp|để kịp kế hoạch|còn thiếu bao nhiêu|cần thêm|phải làm thêm|bao nhiêu nữa',
  ],
  [
    'needed',
    'chia đều|chia đều 12 tháng|chia đều cho 12 tháng|chia cho 12 tháng|chia đều các tháng|chia ra mỗi tháng|chia đều mỗi tháng|cần bình quân|phải bình quân|cần mỗi tháng|bình quân mỗi tháng cần|mỗi tháng cần|mỗi tháng phải|bình quân tháng cần|cần đạt bình quân|mỗi tháng phải đạt|trung bình mỗi tháng phải|mỗi tháng cần đạt',
  ],
  [
    'have',
    'có số liệu|có số|có dữ liệu|có thông tin|có không|đã có|có chưa|có những|có các|hiện có|đang có|bot có|có tất cả|có',
  ],
  [
    'overview',
    'ds chỉ tiêu|ds các chỉ tiêu|đáng chú ý|có gì đáng chú ý|nổi bật|có gì nổi bật|số liệu công nghiệp|ngành công nghiệp|tổng quan|tình hình|tổng hợp|báo cáo|toàn cảnh|khái quát|tóm tắt|kết quả|tình hình sản xuất|tình hình sản xuất công nghiệp|tình hình công nghiệp|báo cáo tổng hợp|tổng kết|kết quả sản xuất công nghiệp|điểm qua|bức tranh|toàn bộ|tất cả|chung|toàn ngành|danh sách|liệt kê|bảng|các chỉ tiêu|những chỉ tiêu|các chỉ tiêu chủ yếu|các mục tiêu|những mục tiêu|số liệu chung',
  ],
  ['worth', 'giá trị|trị giá|tổng giá trị|giá trị sản phẩm|tổng trị giá'],
  ['level-index', 'chỉ số|giá trị chỉ số'],
  [
    'enterprise',
    'công ty điện lực|công ty điện lực lạng sơn|PC lạng sơn|cấp doanh nghiệp|doanh nghiệp|điện lực lạng sơn|của công ty|riêng công ty',
  ],
  ['not', 'không|ko|hông|chẳng|chả|hổng'],
  ['notyet', 'chưa|chưa có|không có|chưa đạt|không đạt|hụt|chẳng đạt|chửa'],
  ['and', 'và|cùng|cùng với|với|lẫn|,|;|&|+|hay|hoặc|cả|và cả|kèm|kèm theo|hay là'],
  [
    'filler',
    'kinh tế xã hội|báo cáo kinh tế xã hội|tình hình kinh tế xã hội|KTXH|chuyển sang|sang|cập nhật|cập nhật cho|sai rồi|trả lời sai|trả lời sai rồi|lắm|kiểm tra|kiểm tra lại|kiểm tra giúp|rà soát|đối soát|theo dõi|đang theo dõi|phải|xin lỗi|mỗi thứ|mỗi cái|mỗi loại|từng thứ|từng loại|cho hỏi cái|hỏi cái|này nhé|ừm|nhầm|à nhầm|nhầm rồi|lặp lại|nhắc lại|thành phần kinh tế|theo thành phần kinh tế|các thành phần kinh tế|loại hình kinh tế|theo loại hình|theo khu vực kinh tế|theo ngành|phân theo ngành|đọc|đọc cho|cần ngay|cần luôn|cần liền|đang họp|sin|sin số|sin hỏi|sin cho|cung cấp|a|c|cần biết|tôi cần|em cần|anh cần|chị cần|mình cần|cần số|cần gấp|đang cần|cần lấy|cần báo cáo|cần nắm|check|check hộ|niên độ|nhóm|nhóm sản phẩm|của ngành công thương|ngành công thương|công thương|lò|bí thư|bí thư hỏi|chủ tịch hỏi|chủ tịch đang đợi|đang đợi|đợi|giám đốc|phó giám đốc|phó chủ tịch|đoàn|đoàn công tác|đoàn trung ương|ngồi|đang ngồi|đang họp|bộ phận|bộ phận tổng hợp|đề nghị|kính gửi|kính thưa|kính mong|kính nhờ|kính đề nghị|kính báo cáo|kính trình|trân trọng|thưa|thưa anh|chốt|ý|mi|tau|lúc đầu|thành|kho|trong kho|xin số|cho số|gửi số|hình như|nghe nói|nghe bảo|thấy bảo|nói luôn|luôn con số|không cần giải thích|khỏi giải thích|cụ thể là|tức là|nghĩa là|ví dụ|cạnh|vụ này|cái khoản|mục này|dòng|ô|chỗ|lâm nghiệp khai thác|cái loại|loại này|quan tâm|đọc giúp|xem lại|nhắc lại|nhắc giúp|bổ sung|nốt|gấp|khẩn|a lô|đồng chí|các đồng chí|ban|phòng|thường vụ|hội nghị|buổi họp|slide|bài phát biểu|vừa xong|dùng|hén|đặng|chừ|phiền|gần|cao|từng|ghê|đặt|mức|gì đó|hơi|giùm|quy đổi|mỗi|địa phương|vùng|khu vực|nhiều|mục|v|vs ạ|ad ơi|anh hai|rứa hè|hè|tp|toàn ngành|của tỉnh|toàn tỉnh lạng sơn|trong dữ liệu|bao lâu|bạn ơi|kq|có thể|tính ra|quy ra|so ra|ghi chép|bây|nhỉ|ta|mần|đề xuất|đề xuất bổ sung quy hoạch|bổ sung quy hoạch|chủ yếu|trước giờ|rồi ạ|lắp ráp được|sản xuất lắp ráp|chính thức|sơ bộ|năm đó|đó là|vụ|khoản|phần|thuộc|nằm trong|ngót|tròn|đúng|vừa qua|qua|là|của|ở|tại|trong|vào|cho|tôi|em|anh|chị|mình|bạn|cô|chú|bác|ông|bà|xin|hỏi|cho hỏi|xin hỏi|cho tôi hỏi|cho em hỏi|cho mình hỏi|cho xin|cho biết|hãy|vui lòng|làm ơn|với|nhé|nha|ạ|à|ơi|dạ|vâng|ừ|thì|mà|về|các|những|số|số liệu|con số|thông tin|dữ liệu|xem|tra|tra cứu|tìm|tìm kiếm|xem giúp|giúp|giúp tôi|giúp em|giúp mình|dùm|giùm|hộ|đi|nào|vậy|thế|thế nhỉ|nhỉ|hả|đó|đấy|kia|này|ấy|trên địa bàn|địa bàn|toàn tỉnh|tỉnh|cả tỉnh|toàn|cả|hiển thị|liệt kê|báo|báo cáo|kê|muốn biết|cần biết|muốn|biết|lấy|gửi|đưa|nói|nêu|riêng|khoảng|chừng|tầm|sếp|chủ tịch|lãnh đạo|bên|phía|được|rồi|đã|đang|sẽ|bị|có|nữa|luôn|nhanh|gấp|bot|ad|admin|gì|chỉ|ngành|lĩnh vực|mặt hàng|sản phẩm|chỉ tiêu|loại|tính|tính đến|đến|hết|cụ thể|chính xác|chi tiết|thực ra|ủa|ờ|ừm|hmm|uh|theo|ra|lại|lên|xuống|cái|con|một|chút|tí|mức|tổng|năm|kỳ|trong kỳ|trong năm|thống kê|toàn bộ|kết quả|bác ơi|em ơi|anh ơi|nghen|hen|hé|mấy|để|phục vụ|họp|cuộc họp|báo cáo họp|phát biểu|lưu ý|gọi|trả lời|trả lời giúp|nhắc|quên|quên mất|quên rồi|không nhớ|không biết|chưa rõ|thắc mắc|tò mò|nhờ|nhờ em|nhờ bạn|hiện|lúc|khi|thời điểm|thời kỳ|thời gian|dạo|đợt|hồi năm|ngày|hôm nay|giờ|ghi|viết|sao|tui|tao|ta|chúng tôi|chúng ta|mới|ngay|liền|tức thì|thôi|chứ|cơ|mừ|ni|nớ|tê|rứa|răng|hè|hỉ|hí|đều|cũng|lẹ|coi|coi thử|thử|nghe|nói coi|biểu|chớ|á|ha|hen|trời|ơi là|công bố|ghi nhận|thông báo|phát|sở|sở công thương|ubnd|hđnd|cục thống kê|tra giúp|kiếm|giúp với|với ạ|please|pls|bằng|cần gấp|hỏi chút|hỏi tí|hỏi xíu|xíu|chút xíu|giữa|kể|tí ti|nhớ|vô|đâu|thật|rằng|lần|đã được|đủ|làm|làm việc|cộng đồng',
  ],
  [
    'out',
    'hết pin|sạc pin|thu chi|hướng dẫn sử dụng máy|cách sử dụng máy|sửa máy|sửa chữa|bảo hành|tạm trú|kết hôn|căn cước|bằng lái|vé máy bay|vé tàu|vé xe|danh mục đầu tư|danh mục dự án|hành chính cấp|tăng trưởng kinh tế|nền kinh tế|kinh tế tăng|kinh tế tỉnh|chỉ số tiêu thụ|tiêu thụ công nghiệp|tiêu thụ sản phẩm|tiêu thụ hàng hóa|đường giao thông|đường sá|đường nông thôn|đường cao tốc|km đường|chiều dài đường|tuyến đường|con đường|cấp phép|giấy phép|xin phép|thủ tục|quy trình sản xuất|quy trình|cách làm|cách sản xuất|cách nấu|cách chế biến|cách pha|cách xây|công nghệ sản xuất|nguyên liệu|làm từ gì|làm bằng gì|làm từ cái gì|làm từ những gì|được làm từ|được làm từ gì|làm gì để|phải làm gì|cần làm gì|nên làm gì|có nên|nên mua|nên đầu tư|xây nhà|làm nhà|nhà em|nhà tôi|nhà anh|nhà chị|nhà mình|hết bao nhiêu tiền|bao nhiêu tiền|mấy tiền|tăng giá|giảm giá|lên giá|hạ giá|đơn giá|cúp điện|mất điện|cắt điện|lịch cắt điện|lịch cúp điện|mất nước|cúp nước|cắt nước|tiền điện|tiền nước|hóa đơn điện|mã bưu điện|mã bưu chính|bưu điện|bưu chính|mã vùng|mã tỉnh|biển số|biển số xe|đá bóng|đá banh|loại nào tốt|loại nào tốt nhất|hãng nào|uống bia|uống rượu|nhậu|viết công văn|soạn công văn|soạn thảo|soạn báo cáo|viết hộ|viết giúp|viết bài phát biểu|cụm công nghiệp|khu công nghiệp|điểm công nghiệp|cụm cn|khu cn|kcn|ccn|khuyến công|cổ phiếu|tư vấn|đầu tư cổ phiếu|hộ gia đình|theo hộ|nguyên nhân|viết bài|bài thơ|thơ|token|mật khẩu|tiếng anh|tiếng trung|phở|đường đi|quán|giải pháp|chính sách|đánh giá|làm sao để|làm thế nào để|giả sử|nấu ăn|bài văn|select|drop table|delete from|insert into|script|alert|observations|where|weather|wetter|hack|chán|ngu|dở|số điện thoại sở|nhà nghỉ|khách sạn|ăn gì|mẫu sơn|kiến nghị|nhận xét về chính sách|tuyển dụng|lãi suất|giá nhà|giá đất|sổ đỏ|hộ chiếu|tín dụng|nợ xấu|quy hoạch đô thị|sáp nhập|giám đốc sở|thời tiết|giá vàng|giá xăng|giá điện|giá xi măng|giá thép|giá bán|giá cả|tỷ giá|đô la|chứng khoán|bitcoin|bóng đá|xổ số|dân số|xuất khẩu|nhập khẩu|xuất nhập khẩu|kim ngạch|cửa khẩu|du lịch|khách du lịch|thu ngân sách|ngân sách|đầu tư công|vốn đầu tư|CPI|lạm phát|giá tiêu dùng|thất nghiệp|việc làm|lao động|lương|thu nhập|hộ nghèo|nông nghiệp|chăn nuôi|lúa|ngô|lợn|gia súc|gia cầm|trồng trọt|diện tích|bán lẻ|thương mại|dịch vụ|vận tải|giao thông|tai nạn|y tế|giáo dục|học sinh|bệnh viện|covid|doanh nghiệp thành lập|số doanh nghiệp|thuế|bầu cử|nhân sự|ai là chủ tịch|chủ tịch tỉnh là ai|viết thơ|làm thơ|kể chuyện|dịch sang|lập trình|code|số điện thoại|điện thoại của|địa chỉ|email|tồn kho|tiêu thụ nội địa|doanh thu|lợi nhuận|công suất|số hộ|môi trường|ô nhiễm|khí thải|nhiệt độ|mưa|bão|lịch họp|giờ làm việc|GDP|thị trường|giá thành|giá nhập|thị phần|luật|nghị định|thông tư|hôm nay ăn gì|nấu|bài hát|phim|tình yêu|xi nhan',
  ],
  [
    'elsewhere',
    'thành phố lạng sơn|TP lạng sơn|tp lạng sơn|hữu lũng|chi lăng|lộc bình|cao lộc|văn lãng|văn quan|bình gia|bắc sơn|tràng định|đình lập|đồng đăng|na dương|đông kinh|tam thanh|kỳ lừa|lương văn tri|hoàng văn thụ|tân thanh|hữu nghị|khu công nghiệp đồng bành|huyện|xã|phường|thị trấn|thị xã|quận|trung quốc|thái lan|lào|campuchia|indonesia|malaysia|singapore|nhật bản|hàn quốc|mỹ|hoa kỳ|nga|ấn độ|đức|pháp|anh quốc|thế giới|châu á|châu âu|asean|đông nam á|toàn cầu|quảng tây|bằng tường|miền bắc|miền nam|miền trung|tây bắc|đông bắc|việt bắc|nước ngoài|đài loan|myanmar|philippines|EU',
  ],
  ['vague', 'đầu năm|cuối năm|giữa năm|trước kia'],
  [
    'unit-word',
    `${AMOUNTS}|số điện|triệu số điện|nghìn số điện|phần|kw h|triệu số|nghìn số|tỷ đồng|tỉ đồng|nghìn tỷ|nghìn tỷ đồng|bao thuốc|trang in|dự án|tạ|điểm|điểm phần trăm|điểm %`,
  ],
  [
    'base',
    'giá so sánh 94|theo giá so sánh 94|giá ss 94|giá cố định 94|giá 94|so sánh 94|so sánh 1994|so sánh 2010|giá hiện hành|theo giá hiện hành|tính theo giá hiện hành|giá thực tế|theo giá thực tế|giá HH|giá so sánh 2010|theo giá so sánh 2010|giá so sánh năm 2010|theo giá so sánh năm 2010|tính theo giá so sánh 2010|giá ss 2010|giá SS2010|giá cố định 2010|theo giá cố định 2010|gốc 2010|theo giá 2010|giá 2010|giá so sánh 1994|theo giá so sánh 1994|giá so sánh năm 1994|theo giá so sánh năm 1994|tính theo giá so sánh 1994|giá ss 1994|giá SS94|giá cố định 1994|theo giá cố định 1994|gốc 1994|theo giá 1994|giá 1994|giá so sánh|theo giá so sánh|giá cố định|theo giá cố định|giá SS',
  ],
  ['out', OUTSIDE],
  ['unheld', UNHELD],
];
