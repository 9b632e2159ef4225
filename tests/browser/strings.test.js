/** The page's own sentences stand in every language. The engine's: tests/unit/ui/strings_test.cpp. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say, STRINGS } from '../../web/strings.js';

test('no sentence is missing in a language, or the same in both', () => {
  assert.ok(Object.keys(STRINGS).length > 0);
  for (const [name, { vi, en, ...others }] of Object.entries(STRINGS)) {
    assert.ok(vi?.trim(), `${name} in Vietnamese`);
    assert.ok(en?.trim(), `${name} in English`);
    assert.notEqual(vi, en, name);
    assert.deepEqual(others, {}, name);
  }
});

test('a language that is none of ours gets Vietnamese', () => {
  assert.equal(say('close', 'fr'), STRINGS.close.vi);
  assert.equal(say('close', 'en'), STRINGS.close.en);
});
