// What the operator's panel says of version, news, storage and memory; what is not known is left out.

import { say } from './strings.js';

const MEGABYTE = 1e6;

/**
 * @param {import('./panel.js').ClientStatus} status @param {import('./panel.js').PanelOptions} options
 * @returns {[name: string, value: string][]}
 */
export function factsOf(status, { language, element, client, newest, now }) {
  const { version, serial, newest: day, loadedAt, bytes, quota, lastRefusal } = status;
  const { engine, articles, memoryBytes, renderer } = element.stats;
  /** @type {[string, string][]} */
  const facts = [
    ['version', [engine, version].filter(Boolean).join(' · ')],
    ['serial', serial === undefined ? '' : String(serial)],
    ['newest', day ? shown(day) : newest()],
    ['loadedAt', loadedAt ? shown(loadedAt) : ''],
    ['storage', stored(bytes, quota, language)],
    [
      'memory',
      renderer ? `${megabytes(memoryBytes, language)} · ${articles} ${say('articles', language)} · ${renderer}` : '',
    ],
    [
      'refusal',
      lastRefusal ? `${client?.sentence?.(lastRefusal.code) || lastRefusal.code} (${shown(lastRefusal.at)})` : '',
    ],
    ['clock', shown(now())],
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => [say(name, language), value]);
}

/** Day/month/year and the time of this machine; a day without a time is no moment and is shown as it is. @param {string | number} time */
export function shown(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(time);
  if (/^\d{4}-\d\d-\d\d$/.test(String(time))) return String(time).split('-').reverse().join('/');
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** @param {number | undefined} bytes @param {number | null | undefined} quota @param {string} language */
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
