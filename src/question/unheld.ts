/**
 * Products that people ask for and no source here counts, by the word they begin with. A phrase of this list is
 * told as not held instead of being read as the product whose name it contains («gạch lỗ» is not «gạch»).
 * What the catalogue does hold is taken out of it when the lexicon is built.
 */
const BY_HEAD: Readonly<Record<string, string>> = {
  than: 'củi|bùn|cốc|non|trắng|hoạt tính|gáo dừa|không khói|nướng|cám|cục|antraxit|xuất khẩu|nhập khẩu',
  đá: 'vôi|phiến|hộc|chẻ|bóc|cuội|mạt|base|cấp phối|bọt|cảnh|quý|lạnh|khô|xẻ|granite|granit|marble|cẩm thạch|hoa cương|sỏi|bazan|dăm|ốp lát|mài',
  gạch: 'lỗ|thẻ|đặc|rỗng|men|bông|tàu|lát nền|ốp lát|ceramic|granite|granit|terrazzo|con sâu|vỉa hè|tự chèn|siêu nhẹ|xi măng|cốt liệu|không nung|bê tông|block|chịu lửa|chịu nhiệt|tuynel|trang trí|kính|hai lỗ|bốn lỗ|ba banh|cao cấp|xuất khẩu|tồn kho|tiêu thụ|bán ra',
  điện: 'gió|mặt trời|rác|khí|hạt nhân|sinh khối|sinh hoạt|tiêu dùng|tiêu thụ|thương mại|dân dụng|nhập khẩu|xuất khẩu|áp mái|lạnh|tử|thủy triều|địa nhiệt|tái tạo|dự phòng|nông thôn|chiếu sáng|công nghiệp|nông nghiệp|tổn thất|tiết kiệm|than',
  gỗ: 'lim|sưa|thông|bạch đàn|tròn|xẻ|dán|ép|ghép|băm|ván sàn|công nghiệp|MDF|HDF|nhập khẩu|xuất khẩu|pallet|tràm|nội thất|vụn|mùn cưa|rừng tự nhiên',
  giấy: 'vệ sinh|in|viết|ăn|kraft|tái chế|nến|phép|tờ|dán tường|decal|gói|vàng mã|dó|nhám|ướt|than|cần',
  nước: 'ngọt|giải khát|đóng chai|đá|thải|sạch|sinh hoạt|ngầm|mưa|lọc|hoa|rửa chén|rửa bát|xả vải|hoa quả|ép|tinh khiết|cất|yến|tương|biển|khoáng nóng|nóng|cứng|giặt',
  'xi măng':
    'trắng|rời|bền sunfat|PCB30|PCB40|PC40|PCB50|poóc lăng|xuất khẩu|nhập khẩu|tồn kho|ít tỏa nhiệt|xỉ|pooc lăng hỗn hợp|đông kết nhanh|tiêu thụ|bao bì',
  bia: 'hơi|lon|chai|tươi|không cồn|nhập khẩu|xuất khẩu|thủ công|craft',
  thép: 'ống|hộp|hình|tấm|lá|dây|mạ kẽm|không gỉ|xây dựng|phế liệu|hợp kim|cuộn cán nóng|cuộn cán nguội|phôi|gió|chữ I|chữ H|ống hàn|hộp mạ kẽm|tiền chế|rây',
  sắt: 'vụn|phế liệu|phế|mỹ thuật|hộp|tấm|cây|non|mạ kẽm|rèn|vi lượng',
  đường: 'mía|phèn|thốt nốt|nâu|đen|glucozo|sắt|ống|bộ|dây|ăn kiêng|huyết|cát|cao tốc|lỏng|bột',
  sữa: 'đặc|chua|đậu nành|bắp|hạt|chua uống|ong chúa|rửa mặt|tắm|đặc có đường|mẹ|non|dê|gạo',
  dầu: 'hỏa|diesel|nhớt|gió|cá|ăn tái chế|thô|mỏ|FO|DO|máy|thủy lực|bôi trơn|hồi|dừa|tràm|mazut|xanh|đậu nành|lạc',
  bột: 'ngô|sắn|gạo|nếp|năng|nghệ|cá|xương|giặt tay|mì chính|màu|sơn|đá vôi|talc|barit|bentonit|mài dao|màu thực phẩm|nở|đậu|cacao|gỗ',
  phân: 'lân|kali|vi sinh|chuồng|hữu cơ|bón lá|xanh|tích|sinh học|đạm|SA|MAP|DAP|trùn quế|gà',
  xe: 'đạp điện|điện|máy điện|tải|khách|buýt|cứu thương|lu|lăn|nâng|cẩu|ủi|xúc|rác|bán tải|cũ|kéo|ba bánh|lửa|đầu kéo',
  máy: 'bơm|bơm nước|phát điện|nổ|kéo|cày|gặt|xay|ép|hàn|lọc nước|lạnh|sấy|hút bụi|photocopy|điện thoại|tính bảng|công cụ|biến áp|ủi|cưa|nén khí|chiếu|đào|xúc',
  'ô tô': 'điện|tải|khách|nhập khẩu|đồ chơi|du lịch|hybrid|bán tải',
  chì: 'kẽm|kim loại|lá|tinh quặng|than|màu|đỏ|tái chế|ắc quy',
  kẽm: 'thỏi|oxit|lá|tấm|tinh quặng',
  muối: 'ớt|hầm|tinh|i ốt|iốt|tôm|mỏ|khoáng|ăn|công nghiệp|lạc',
  vải: 'thiều|bạt|không dệt|địa kỹ thuật|lụa|mành|thun|khô|giả da|bố|jean|cotton',
  thuốc:
    'lào|lá sợi|trừ sâu|bảo vệ thực vật|nam|bắc|đông y|thú y|nhuộm|nổ|tây|chữa bệnh|kháng sinh|tiêm|ho|ngủ|diệt cỏ|bổ|lá lậu',
  sơn: 'nước|dầu|mài|ta|tĩnh điện|tường|chống thấm|móng tay|tây|nội thất|epoxy|lót',
  pin: 'mặt trời|sạc|xe điện|lithium|dự phòng|cúc áo|điện thoại|tiểu',
  'ắc quy': 'xe điện|xe máy|khô|nước|lithium',
  lốp: 'xe đạp|xe máy|máy bay|cũ|xe tải',
  chè: 'xanh|đen|ô long|đỗ đen|shan tuyết|búp|dây|vằng|đắng|tươi|bưởi|khô',
  'cà phê': 'rang|hạt|nhân|sữa|chồn|phin|xuất khẩu|rang xay|túi lọc',
  'cao su': 'thiên nhiên|tổng hợp|non|tự nhiên|mủ|tái chế',
  gạo: 'nếp|lứt|tẻ|tấm|xuất khẩu|thơm|ST25|giống|huyết rồng|séng cù',
  'quần áo': 'cũ|bảo hộ|trẻ em|thể thao|dân tộc|tắm|mưa|len',
  giày: 'cao su|da nam|vải|thể thao|cao gót|bảo hộ|trượt|tây|bata',
  kính: 'mắt|cường lực|râm|lúp|màu|chắn gió|ô tô|tiềm vọng|hiển vi|áp tròng|hộp',
  ván: 'sàn|ép|dăm|sợi|MDF|ghép|trượt|khuôn',
  nhựa: 'đường|dẻo|tái chế|PVC|PE|PP|cao su|đào|thông tinh chế|gia dụng|nguyên sinh',
  quặng: 'chì|kẽm|chì kẽm|bauxite|bô xít|đồng|vàng|mangan|vonfram|thiếc|titan|antimon|đất hiếm|barit',
  cát: 'nghiền|nhân tạo|xây|vàng|san lấp|sông|biển|trắng|nhiễm mặn|bê tông|thạch anh',
  cá: 'khô|tra|ba sa|hộp|viên|chép|nước ngọt|giống|lóc',
  tôm: 'khô|sú|hùm|thẻ|giống|chua',
  thịt: 'hộp|lợn|bò|gà|trâu|hun khói|đông lạnh|vịt|chua|sấy',
  tủ: 'đông|quần áo|sách|sắt|mát|thuốc|rượu|bếp',
  'ti vi': 'cũ|màn hình phẳng|thông minh|led',
  'điện thoại': 'thông minh|vệ tinh|công cộng|chính hãng',
  mì: 'tôm|ăn liền|chính giả|quảng|ý|vằn thắn|gói',
  rượu: 'cần|vang|mẫu sơn|ngô|nếp|thuốc|lậu|trắng|gạo|ngoại|tây|men lá',
  'linh kiện': 'ô tô|máy tính|xe máy|điện tử|xe đạp|bán dẫn',
  bóng: 'đèn|đá|đèn led|bàn|chuyền|bay|điện',
  đèn: 'led|pin|dầu|lồng|ông sao|đường|bàn|pha|cù',
  ống: 'nhựa|nước|đồng|dẫn dầu|hút|cống|gió|bê tông|tre',
  dây: 'điện|thép|cáp điện|thừng|chuyền|kẽm|an toàn|curoa|cáp quang',
  bao: 'xi măng|bì giấy|bì|tải|cao su|tay|đựng',
  'bê tông': 'nhựa|tươi|thương phẩm|nhẹ|đúc sẵn|cốt thép',
  ngói: 'lợp|màu|âm dương|mũi hài|đất nung|xi măng',
  tôn: 'lợp|lạnh|mạ màu|sóng|mát',
  vôi: 'bột|củ|tôi|sống|cục|công nghiệp',
  cồn: 'công nghiệp|y tế|khô|ethanol|sát khuẩn',
  'khẩu trang': '|y tế|vải',
};

/** Others. */
const WHOLE =
  'da thuộc|thuộc da|da giày|sợi quang|điện cho sản xuất nông nghiệp|que hàn|chăn bông|đũa tre|hạt nhựa|thang máy|than tổ ong|điện mặt trời mái nhà|hoa quả sấy|vôi|nhôm|hoa hồi|hồi lạng sơn|đào|na chi lăng|na|thạch đen|bô xít|bauxite|thủy điện|nhiệt điện|viên nén gỗ|viên nén|dăm gỗ|củi|tre nứa|luồng|kẽm|đồng|thiếc|vàng|bạc|mangan|cát sỏi lòng sông|bê tông|bánh kẹo|rau củ|trái cây|hồng|quýt|ớt|khoai|sắn|tinh bột sắn|tinh dầu|tinh dầu hồi|dược liệu|ống thép|tôn|nhựa|cao su|phụ gia xi măng|vỏ bao xi măng|vỏ bao|đá hoa|laptop|inox|rác thải|khí nén|oxy|axit|xút|nến|tấm pin|nhà xưởng|nhà máy|lò nung|mỏ|sỏi|cuội|đất sét|cao lanh|thạch anh|đất hiếm|antimon|barit|fluorit|titan|apatit viên|graphit|silic|bentonit|đolomit|dolomit|mica|đồ gỗ|bàn ghế|nội thất|tăm tre|mành tre|chiếu cói|chổi chít|hương nhang|tre|nứa|mây tre đan|thổ cẩm|lụa|tơ tằm|bông|đay|cói|sợi cotton|chỉ may|khăn mặt|chăn ga|màn tuyn|rèm|thảm|mũ|nón|túi xách|ba lô|vali|cặp sách|dép|dép nhựa|ủng|găng tay|tất|bít tất|bật lửa|diêm|pháo hoa|mỹ phẩm|kem đánh răng|son môi|nước lau sàn|keo dán|mực in|băng dính|nilon|túi ni lông|chai nhựa|hạt giống|thức ăn cho cá|cám gà|thức ăn thủy sản tươi|trứng|trứng gà|mật ong|miến|miến dong|bún|bún khô|phở khô|bánh chưng|bánh mì|bánh phở|kẹo|bánh quy|mứt|ô mai|tương ớt|mắm tôm|xì dầu|giấm|tiêu|hạt tiêu|hạt điều|lạc|vừng|đậu tương|đậu phụ|măng|măng khô|mộc nhĩ|nấm|nấm hương|quế|sa nhân|thảo quả|hồi khô|mác mật|khoai tây|khoai lang|khoai tây chiên|cà chua|dưa hấu|thanh long|sầu riêng|chuối|cam|bưởi|nho|táo|lê|mận|hồng vành khuyên|hồng bảo lâm|quýt bắc sơn|na dai|thuốc phiện|vịt quay|lợn quay|phở chua|bánh cao sằng|rau|cải|tỏi|hành|gừng|nghệ|ngô|sắn lát|đồng thỏi|đồng lá|dây đồng|nhôm thỏi|nhôm định hình|cửa nhôm|cửa cuốn|cửa gỗ|khóa|ổ khóa|ốc vít|bu lông|đinh|bản lề|chảo|nồi|xoong|bát đĩa|chén|ấm chén|gốm|gốm sứ|sứ vệ sinh|bồn cầu|lavabo|chậu rửa|bồn nước|bình gas|bếp gas|bếp từ|lò vi sóng|nồi cơm điện|quạt trần|ấm siêu tốc|bàn là|đồng hồ|công tơ điện|máy biến thế|biến áp|trạm biến áp|cầu dao|ổ cắm|công tắc|tụ điện|chip|vi mạch|bán dẫn|màn hình|bàn phím|chuột máy tính|loa|tai nghe|đài|camera|robot|drone|tàu thủy|tàu hỏa|toa xe|tàu điện|thuyền|xuồng|đò|container|moóc|rơ moóc|khung xe|săm xe|xích xe|phanh|gương|đàn|đồ chơi|văn phòng phẩm|bút|bút bi|vở|sách|sách giáo khoa|báo mạng|lịch|tem|tiền|xăng|xăng E5|xăng dầu|khí CNG|khí than|biogas|hydro|hơi nước|amoniac|nitơ|clo|natri|phèn|soda|thủy tinh|sợi thủy tinh|composite|cao su lưu hóa|nệm|đệm|mút xốp|xốp|bông gòn|băng vệ sinh|bỉm|tã|vắc xin|que thử|dược phẩm|thực phẩm chức năng|cao khô|trà|trà sữa|trà đá|kem|kem que|đá bào|nước mía|siro|socola|ca cao|xúc xích|giò|chả|lạp sườn|pate|đồ hộp';

/** All of them, `|` between. */
export const UNHELD: string = [
  ...Object.entries(BY_HEAD).flatMap(([head, tails]) =>
    tails.split('|').map((tail) => `${head} ${tail}`.trim()),
  ),
  ...WHOLE.split('|'),
].join('|');
