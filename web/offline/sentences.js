// What an operator is told when an update was refused, in each language.
//   sentence('update-older', 'vi')

/** @type {Record<import('./refusal.js').Code, Record<'vi' | 'en', string>>} */
const SENTENCES = {
  'update-unsigned': {
    vi: 'Bản cập nhật không có chữ ký số nên không được nhận. Hãy lấy bản đã ký từ đơn vị phát hành.',
    en: 'The update is not signed, so it was not taken. Ask its publisher for the signed one.',
  },
  'update-tampered': {
    vi: 'Chữ ký số của bản cập nhật không đúng: nội dung đã bị sửa hoặc do nơi khác phát hành. Bản cũ được giữ nguyên.',
    en: 'The signature of the update is wrong: it was changed, or comes from somebody else. The old content stays.',
  },
  'update-unverifiable': {
    vi: 'Không kiểm tra được chữ ký số: trình duyệt này chưa hỗ trợ Ed25519, hoặc khóa trong kiosk.json không đúng.',
    en: 'The signature cannot be checked: this browser has no Ed25519, or the key in kiosk.json is none.',
  },
  'update-older': {
    vi: 'Bản cập nhật cũ hơn bản đang hiển thị nên không được nhận.',
    en: 'The update is older than what is shown, so it was not taken.',
  },
  'update-incomplete': {
    vi: 'Bản cập nhật thiếu tệp hoặc có tệp bị hỏng. Hãy chép lại toàn bộ thư mục. Bản cũ được giữ nguyên.',
    en: 'The update lacks a file, or one is damaged. Copy the whole folder again. The old content stays.',
  },
  'update-malformed': {
    vi: 'Bản cập nhật không đúng định dạng, hoặc thuộc phiên bản mới hơn. Bản cũ được giữ nguyên.',
    en: 'The update is no bundle that this reader knows. The old content stays.',
  },
  'update-unreachable': {
    vi: 'Chưa tải được bản cập nhật. Hãy kiểm tra đường truyền hoặc thẻ nhớ USB; hệ thống sẽ thử lại.',
    en: 'The update could not be fetched. Check the connection or the USB stick; it will be tried again.',
  },
  'update-no-room': {
    vi: 'Thiết bị không còn chỗ trống, hoặc trình duyệt không cho lưu nội dung. Bản cũ được giữ nguyên.',
    en: 'The device has no room left, or the browser does not let content be kept. The old content stays.',
  },
  'app-incomplete': {
    vi: 'Phiên bản mới của trình đọc chưa tải đủ nên chưa được dùng. Phiên bản cũ vẫn chạy.',
    en: 'The new version of the reader has not arrived whole, so it is not used. The old one still runs.',
  },
  'no-previous': {
    vi: 'Không có bản trước để quay lại.',
    en: 'There is no earlier content to go back to.',
  },
};

/** @param {string} code @param {string} language  Vietnamese where it is none of ours; an unknown code is said itself */
export const sentence = (code, language) =>
  SENTENCES[/** @type {import('./refusal.js').Code} */ (code)]?.[language === 'en' ? 'en' : 'vi'] ?? code;
