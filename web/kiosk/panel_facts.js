// What the operator's panel says of version, news, storage and memory; what is not known is left out.

import { say } from './strings.js';

const MEGABYTE = 1e6;

/**
 * @param {import('./panel.js').ClientStatus} status @param {import('./panel.js').PanelOptions} options
 * @returns {[name: string, value: string][]}
 */
export function factsOf(status, { language, element, newest, now }) {
  const { version, serial, newest: day, loadedAt, bytes, quota, lastRefusal } = status;
  const { engine, articles, memoryBytes, renderer } = element.stats;
  /** @type {[string, string][]} */
  const facts = [
    ['version', [engine, version].filter(Boolean).join(' · ')],
    ['serial', serial === undefined ? '' : String(serial)],
    ['newest', day ? shown(day, language) : newest()],
    ['loadedAt', loadedAt ? shown(loadedAt, language) : ''],
    ['storage', stored(bytes, quota, language)],
    ['memory', `${megabytes(memoryBytes, language)} · ${articles} · ${renderer}`],
    ['refusal', lastRefusal ? said(lastRefusal, language) : ''],
    ['clock', shown(now(), language)],
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => [say(name, language), value]);
}

/** @param {string | number} time @param {string} language */
function shown(time, language) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(time);
  // A day without a time is no moment: it is shown as it is written.
  const isDay = typeof time === 'string' && time.length <= 10;
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  if (isDay) return time.split('-').reverse().join('/');
  return date.toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
}

/** @param {number | undefined} bytes @param {number | undefined} quota @param {string} language */
function stored(bytes, quota, language) {
  if (bytes === undefined) return '';
  const used = megabytes(bytes, language);
  return quota ? `${used} ${say('of', language)} ${megabytes(quota, language)}` : used;
}

/** @param {number} bytes @param {string} language */
function megabytes(bytes, language) {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  return `${(bytes / MEGABYTE).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}

/** @param {any} refusal @param {string} language */
function said(refusal, language) {
  if (typeof refusal === 'string') return refusal;
  const { code, time } = refusal;
  return time ? `${code} · ${shown(time, language)}` : String(code);
}
