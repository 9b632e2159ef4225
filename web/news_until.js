// How old news are, told without a clock, which may be wrong: by the day of the newest article, as it says it itself.

/** @param {string} newest  a day or moment, "2026-06-11…" @param {string} language @returns {string} '' where it is none */
export function newsUntil(newest, language) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(newest) ?? [];
  if (!year) return '';
  return language === 'en' ? `News until ${day}/${month}/${year}` : `Tin đến ngày ${day}/${month}/${year}`;
}
