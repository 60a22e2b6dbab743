/** What a person reads when a request is turned away. */
export const TEXTS = {
  notFound: 'Không có trang này.',
  wrongHost:
    'Địa chỉ này không được phép mở trang. Hãy mở bằng http://localhost, hoặc đặt WEB_HOST là tên máy chủ.',
  notJson: 'Yêu cầu phải gửi dưới dạng JSON (Content-Type: application/json).',
  badJson: 'Không đọc được yêu cầu: nội dung JSON bị lỗi.',
  noText: 'Chưa có câu hỏi. Anh/chị hãy gõ câu hỏi rồi gửi lại.',
  noKey: 'Yêu cầu thiếu mã của nút.',
  oldButton: 'Nút này đã cũ, không dùng được nữa. Anh/chị hãy gõ lại câu hỏi.',
  tooLarge: 'Câu hỏi quá dài. Anh/chị hãy rút gọn rồi gửi lại.',
  fault: 'Hệ thống gặp lỗi khi trả lời câu này. Lỗi đã được ghi lại; anh/chị thử lại sau ít phút.',
} as const;
