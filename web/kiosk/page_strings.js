// What a kiosk's page says where its element cannot: a sentence for whoever passes by, and what the operator does.

/** @typedef {{said: string, more: string}} Notice */

/** @type {Record<string, Record<'vi' | 'en', Notice>>} */
const NOTICES = {
  restarting: {
    vi: { said: 'Màn hình sẽ tự khởi động lại.', more: '' },
    en: { said: 'This screen will restart by itself.', more: '' },
  },
  noVerifier: {
    vi: {
      said: 'Chưa hiển thị được tin, vì không kiểm tra được chữ ký số.',
      more: 'Người vận hành: hãy mở trang này qua https, hoặc từ chính máy này (http://localhost).',
    },
    en: {
      said: 'No news are shown, because their signature cannot be checked.',
      more: 'Operator: serve this page over https, or from this machine itself (http://localhost).',
    },
  },
  verifierAway: {
    vi: {
      said: 'Chưa kiểm tra được chữ ký số của tin. Màn hình sẽ tự thử lại.',
      more: 'Người vận hành: nếu câu này còn mãi, hãy kiểm tra đường truyền và cho trình duyệt lưu dữ liệu của trang này.',
    },
    en: {
      said: 'The signature of the news cannot be checked yet. This screen will try again.',
      more: 'Operator: if this stays, check the connection, and let the browser keep data of this page.',
    },
  },
  unsignedSource: {
    vi: {
      said: 'Chưa hiển thị được tin, vì nguồn tin không có chữ ký số.',
      more: 'Người vận hành: kiosk.json có “key”, nên “src” phải là một bundle.json đã ký.',
    },
    en: {
      said: 'No news are shown, because their source has no signature.',
      more: 'Operator: kiosk.json has a “key”, so its “src” has to be a signed bundle.json.',
    },
  },
};

/** @param {string} name @param {string} language  Vietnamese where it is none of ours */
export const noticeOf = (name, language) => NOTICES[name][language === 'en' ? 'en' : 'vi'];
