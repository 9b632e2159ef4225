/** What the address of frame.html says, and how high a frame is asked to be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wantedHeight } from '../../web/frame/height.js';
import { LEAST, readParameters, USUAL } from '../../web/frame/parameters.js';

const kFrame = 'https://tin.example.vn/doc/frame.html';
/** @param {string} query */
const read = (query) => readParameters(`${kFrame}?${query}`);

describe('parameters', () => {
  test('without any: the bundle beside it, nobody hears, the usual height', () => {
    assert.deepEqual(read(''), { attributes: { src: 'data/bundle.json' }, host: '', max: USUAL });
  });

  test("the element's own are handed on, others are not", () => {
    const { attributes } = read(
      'src=so-yt.json&departments=so-yt+so-gd&from=2022-01-01&to=&lang=en&theme=dark&onload=x',
    );
    assert.deepEqual(attributes, {
      src: 'so-yt.json',
      departments: 'so-yt so-gd',
      from: '2022-01-01',
      to: '',
      lang: 'en',
      theme: 'dark',
    });
  });

  test('of files, which have no site, none is the own one', () => {
    for (const src of ['data:,{}', 'file:///etc/a.json', 'data/bundle.json']) {
      assert.deepEqual(readParameters(`file:///tin/frame.html?src=${encodeURIComponent(src)}`).attributes, {});
    }
  });

  for (const src of [
    'https://other.example.vn/a.json',
    '//other.example.vn/a.json',
    'data:,{}',
    'blob:x',
    'http://[',
  ]) {
    test(`a feed of another site is refused: ${src}`, () => {
      assert.deepEqual(read(`src=${encodeURIComponent(src)}`).attributes, {});
    });
  }

  test('a feed elsewhere on the same site is read', () => {
    assert.equal(read('src=https://tin.example.vn/a.json').attributes.src, 'https://tin.example.vn/a.json');
    assert.equal(read('src=../a.json').attributes.src, '../a.json');
  });

  /** @type {[string, string][]} */
  const kHosts = [
    ['https://www.example.gov.vn', 'https://www.example.gov.vn'],
    ['https://www.example.gov.vn/a/b?c', 'https://www.example.gov.vn'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['*', ''],
    ['/', ''],
    ['null', ''],
    ['javascript:alert(1)', ''],
    ['data:text/html,', ''],
    ['www.example.gov.vn', ''],
  ];
  for (const [host, origin] of kHosts) {
    test(`host ${host}: ${origin || 'nobody'}`, () => {
      assert.equal(read(`host=${encodeURIComponent(host)}`).host, origin);
    });
  }

  test('the greatest height is a number between the least and what no page needs', () => {
    /** @type {[string, number][]} */
    const wanted = [
      ['900', 900],
      ['900.7', 900],
      ['10', LEAST],
      ['-5', LEAST],
      ['x', USUAL],
      ['1e9', 10_000],
      ['Infinity', 10_000],
    ];
    for (const [given, max] of wanted) assert.equal(read(`max=${given}`).max, max, given);
  });
});

test('as high as the longest pane, between the least and the most, in whole pixels', () => {
  assert.equal(wantedHeight([{ top: 294, extent: 152.2 }], 640), 447);
  assert.equal(wantedHeight([{ top: 140, extent: 20 }], 640), LEAST);
  assert.equal(wantedHeight([{ top: 140, extent: 8000 }], 640), 640);
  assert.equal(
    wantedHeight(
      [
        { top: 294, extent: 100 },
        { top: 48, extent: 700 },
      ],
      900,
    ),
    748,
  );
  assert.equal(wantedHeight([], 640), LEAST);
});
