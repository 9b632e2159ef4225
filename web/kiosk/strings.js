// What a kiosk says, in each language.

/** @typedef {'vi' | 'en'} Language */

/** @type {Record<string, Record<Language, string>>} */
const STRINGS = {
  touch: { vi: 'Chạm vào màn hình để đọc', en: 'Touch the screen to read' },
  news: { vi: 'Tin mới', en: 'News' },
  scan: { vi: 'Quét mã để mở trên điện thoại', en: 'Scan the code to open it on your phone' },
  scanMail: { vi: 'Quét mã để gửi thư từ điện thoại', en: 'Scan the code to write from your phone' },
  scanCall: { vi: 'Quét mã để gọi bằng điện thoại', en: 'Scan the code to call with your phone' },
  noAddress: { vi: 'Bài này không có địa chỉ trên mạng.', en: 'This article has no address on the web.' },
  noCode: { vi: 'Địa chỉ quá dài để làm thành mã.', en: 'The address is too long for a code.' },
  // As the reader calls its button (src/ui/strings.cpp).
  share: { vi: 'Chia sẻ', en: 'Share' },
  code: { vi: 'Mã QR của địa chỉ dưới đây', en: 'QR code of the address below' },
  close: { vi: 'Đóng', en: 'Close' },
  pin: { vi: 'Mã của người vận hành', en: 'Operator’s PIN' },
  wrongPin: { vi: 'Mã không đúng.', en: 'That is not the PIN.' },
  pinPause: {
    vi: 'Sai năm lần liền. Hãy thử lại sau %d phút.',
    en: 'Wrong five times in a row. Try again in %d min.',
  },
  erase: { vi: 'Xoá', en: 'Erase' },
  enter: { vi: 'Vào', en: 'Enter' },
  panel: { vi: 'Bảng vận hành', en: 'Operator’s panel' },
  version: { vi: 'Phiên bản', en: 'Version' },
  serial: { vi: 'Số của bản tin', en: 'Serial of the news' },
  newest: { vi: 'Bài mới nhất', en: 'Newest article' },
  loadedAt: { vi: 'Tải về lúc', en: 'Loaded at' },
  storage: { vi: 'Bộ nhớ lưu trữ', en: 'Storage' },
  memory: { vi: 'Bộ nhớ chương trình', en: 'Memory' },
  refusal: { vi: 'Lần từ chối gần nhất', en: 'Last refusal' },
  clock: { vi: 'Giờ của máy', en: 'This machine’s clock' },
  articles: { vi: 'bài', en: 'articles' },
  of: { vi: 'trên', en: 'of' },
  log: { vi: 'Nhật ký', en: 'Log' },
  emptyLog: { vi: 'Chưa có gì.', en: 'Nothing yet.' },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
  update: { vi: 'Cập nhật ngay', en: 'Update now' },
  folder: { vi: 'Cập nhật từ USB', en: 'Update from USB' },
  rollBack: { vi: 'Lùi về bản trước', en: 'Roll back' },
  working: { vi: 'Đang làm…', en: 'Working…' },
  done: { vi: 'Xong.', en: 'Done.' },
  nothingNew: { vi: 'Không có gì mới.', en: 'Nothing new.' },
  refused: { vi: 'Không được', en: 'Refused' },
};

/** @param {string} name @param {string} language  Vietnamese where it is none of ours */
export const say = (name, language) => STRINGS[name][language === 'en' ? 'en' : 'vi'];
