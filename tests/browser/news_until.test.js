/** How old news are, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsUntil } from '../../web/news_until.js';

test('the day is the article’s own, in the reader’s order', () => {
  assert.equal(newsUntil('2026-06-11T23:30:00-05:00', 'vi'), 'Tin đến ngày 11/06/2026');
  assert.equal(newsUntil('2026-06-11', 'en'), 'News until 11/06/2026');
  for (const none of ['', 'hôm qua']) assert.equal(newsUntil(none, 'vi'), '');
});
