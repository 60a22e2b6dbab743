/** What a person reads when a request is turned away. */
export const TEXTS = {
  notFound: 'Không có trang này.',
  wrongHost:
    'Địa chỉ này không được phép mở trang. Hãy mở bằng http://localhost, hoặc đặt WEB_HOST là tên máy chủ.',
  notJson: 'Yêu cầu phải gửi dưới dạng JSON (Content-Type: application/json).',
  badJson: 'Không đọc được yêu cầu: nội dung JSON bị lỗi.',
  noText: 'Chưa có câu hỏi. Anh/chị hãy gõ câu hỏi rồi gửi lại.',
  noKey: 'Yêu cầu thiếu mã của nút.',
  badForm: 'Yêu cầu có dạng kết quả lạ: chỉ có chart, workbook và csv.',
  oldButton: 'Nút này đã cũ, không dùng được nữa. Anh/chị hãy gõ lại câu hỏi.',
  oldFile: 'Liên kết này đã cũ, không dùng được nữa. Anh/chị hãy hỏi lại trên trang rồi tải lại.',
  noChart:
    'Câu trả lời này không vẽ được biểu đồ: cần từ hai số liệu trở lên so sánh được với nhau (cùng đơn vị, cùng thước đo).',
  noFile: 'Câu trả lời này không có số liệu để lập bảng.',
  chartFault: 'Hệ thống gặp lỗi khi vẽ biểu đồ nên chỉ có câu trả lời bằng chữ. Lỗi đã được ghi lại.',
  fileFault: 'Hệ thống gặp lỗi khi lập tệp nên chỉ có câu trả lời bằng chữ. Lỗi đã được ghi lại.',
  busy: 'Đang có nhiều người vẽ biểu đồ. Anh/chị thử lại sau ít phút.',
  tooLarge: 'Câu hỏi quá dài. Anh/chị hãy rút gọn rồi gửi lại.',
  fault: 'Hệ thống gặp lỗi khi trả lời câu này. Lỗi đã được ghi lại; anh/chị thử lại sau ít phút.',
} as const;
