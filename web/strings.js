// The sentences of the page's own parts, in each language: what is said before the engine runs, where it cannot run, and
// outside of its canvas. The interface's own are in src/ui/strings.cpp.

/** @typedef {'vi' | 'en'} Language */

/** @type {Record<string, Record<Language, string>>} */
export const STRINGS = {
  loading: { vi: 'Đang tải bản tin…', en: 'Loading the news…' },
  noEngine: {
    vi: 'Trình duyệt này không chạy được trình đọc bản tin.',
    en: 'This browser cannot run the news reader.',
  },
  unreachable: {
    vi: 'Không tải được bản tin. Hãy kiểm tra đường truyền rồi tải lại trang.',
    en: 'The news could not be loaded. Check the connection and reload the page.',
  },
  badBundle: {
    vi: 'Bản tin trên máy chủ bị hỏng hoặc thuộc phiên bản mới hơn. Hãy báo cho người quản trị trang.',
    en: 'The news on the server is damaged or of a newer version. Please tell the site’s administrator.',
  },
  picture: { vi: 'Xem ảnh', en: 'Picture' },
  close: { vi: 'Đóng', en: 'Close' },
  zoomIn: { vi: 'Phóng to', en: 'Zoom in' },
  zoomOut: { vi: 'Thu nhỏ', en: 'Zoom out' },
  source: { vi: 'Nguồn', en: 'Source' },
};

/** @param {string} name @param {string} language  Vietnamese where it is none of ours */
export const say = (name, language) => STRINGS[name][language === 'en' ? 'en' : 'vi'];
