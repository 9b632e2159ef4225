// The dark theme between two times of the day, by the kiosk's own clock: if that is wrong, only the looks are.
//
//   followNight(element, { from: '19:00', to: '06:00' }, clock, signal);

import { repeat } from './clock.js';

const MINUTE = 60_000;

/** @typedef {{from: string, to: string}} Night  each "HH:MM" */

/**
 * @param {Night} night @param {Date} date
 * @returns {boolean} never, where the times are none or the same
 */
export function isNight({ from, to }, date) {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  const now = date.getHours() * 60 + date.getMinutes();
  if (Number.isNaN(begin + end + now)) return false;
  return begin <= end ? begin <= now && now < end : begin <= now || now < end;
}

/** @param {unknown} time */
function minutesOf(time) {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(String(time)) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/**
 * @param {HTMLElement} element  its attribute `theme` is what it is by day
 * @param {Night} night @param {import('./clock.js').Clock} clock @param {AbortSignal} signal
 */
export function followNight(element, night, clock, signal) {
  const byDay = element.getAttribute('theme');
  let wasNight = false;
  const look = (/** @type {boolean} */ isDark) => {
    if (isDark === wasNight) return;
    wasNight = isDark;
    if (isDark) element.setAttribute('theme', 'dark');
    else if (byDay === null) element.removeAttribute('theme');
    else element.setAttribute('theme', byDay);
  };
  const turn = () => look(isNight(night, new Date(clock.now())));
  turn();
  repeat(clock, MINUTE, turn, signal);
  signal.addEventListener('abort', () => look(false), { once: true });
}
