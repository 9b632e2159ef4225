/** A pause that a signal ends. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { pause } from '../../web/pause.js';

test('it passes, and leaves no listener behind', async () => {
  const { signal } = new AbortController();
  const waiting = pause(5, signal);
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  await waiting;
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('whatever ends it is its error, before it begins too', async () => {
  const ending = new AbortController();
  const waiting = pause(60_000, ending.signal);
  ending.abort(new Error('gone'));
  await assert.rejects(waiting, /gone/);
  await assert.rejects(pause(60_000, ending.signal), /gone/);
});
