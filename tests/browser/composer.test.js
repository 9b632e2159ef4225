/**
 * Telex and VNI, without a page: every Vietnamese syllable, typed in several orders, and what is no Vietnamese.
 *
 * The syllables are made from the tables below and from nothing of what is tested. Each rhyme stands there with the acute
 * where it is written in the new style; the old one differs in three.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { compose, Composer, METHODS } from '../../web/keyboard/composer.js';

/** @typedef {'telex' | 'vni'} Method @typedef {'old' | 'new'} Style */

const kRhymes = (
  'á ác ách ái ám án áng ánh áo áp át áu áy ắc ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy ' +
  'é éc ém én éng éo ép ét ế ếch ếm ến ếnh ếp ết ếu í ía ích ím ín ính íp ít íu iếc iếm iến iếng iếp iết iếu ' +
  'ó óc ói óm ón óng óp ót oá oác oách oái oám oán oáng oánh oáo oáp oát oáy oắc oắm oắn oắng oắt ' +
  'oé oém oén oéo oét oóc oóng ố ốc ối ốm ốn ống ốp ốt ớ ới ớm ớn ớp ớt ' +
  'ú úa úc úi úm ún úng úp út uấn uấng uất uấy uế uếch uếnh uếu uốc uối uốm uốn uống uốt uớ ' +
  'uý uýa uých uyến uyết uýn uýnh uýp uýt uýu ứ ứa ức ứi ứm ứng ứt ứu ước ưới ướm ướn ướng ướp ướt ướu ' +
  'ý yếm yến yếng yết yếu'
).split(' ');
/** The new style's and the old one's. @type {Record<string, string>} */
const kOld = { oá: 'óa', oé: 'óe', uý: 'úy' };

const kOnsets = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
/** What follows a glide that is the onset's. */
const kAfterQu = (
  'á ác ách ái án áng ánh áo át áu áy ắc ắm ắn ắng ắp ắt ấn ấng ất ấy é én éo ét ế ến ết ếch ốc ớ ớn í ít ' +
  'ý ých ýnh ýt yến yết'
).split(' ');
const kAfterGi = 'ếc ến ếng ết'.split(' ');
const kBeforeFront = /^(k|gh|ngh)$/;
const kNotBeforeFront = /^(c|g|ng)$/;

const kTones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const kToneKeys = { telex: ' sfrxj', vni: ' 12345' };
const kNoTone = { telex: 'z', vni: '0' };
const kStop = /(c|ch|p|t)$/;
/** @type {Record<Method, Record<string, string>>} */
const kMarkKeys = {
  telex: { â: 'a', ê: 'e', ô: 'o', ă: 'w', ơ: 'w', ư: 'w', đ: 'd' },
  vni: { â: '6', ê: '6', ô: '6', ă: '8', ơ: '7', ư: '7', đ: '9' },
};

/** @param {string} onset @param {string} rhyme with its acute */
function canFollow(onset, rhyme) {
  const plain = rhyme.normalize('NFD')[0];
  if (onset === 'qu') return kAfterQu.includes(rhyme);
  if (rhyme === 'uớ') return /^(h|kh|th)$/.test(onset);
  if (onset === 'gi') return (plain !== 'i' && plain !== 'y') || kAfterGi.includes(rhyme);
  if (plain === 'y') return /^(|h|k|l|m|s|t)$/.test(onset);
  if (kBeforeFront.test(onset)) return /[ei]/.test(plain);
  return !(kNotBeforeFront.test(onset) && /[ei]/.test(plain) && !(onset === 'g' && /^(í|ín|ích)$/.test(rhyme)));
}

/** Every syllable in both styles, by onset, rhyme and number of the tone. */
function* syllables() {
  for (const onset of kOnsets) {
    const rhymes = new Set([...kRhymes, ...(onset === 'qu' ? kAfterQu : []), ...(onset === 'gi' ? kAfterGi : [])]);
    for (const rhyme of rhymes) {
      if (!canFollow(onset, rhyme)) continue;
      for (const tone of kStop.test(rhyme) ? [1, 5] : [0, 1, 2, 3, 4, 5]) {
        const toned = (/** @type {string} */ acute) =>
          onset + acute.normalize('NFD').replace('\u0301', kTones[tone]).normalize('NFC');
        const plain = onset + rhyme.normalize('NFD').replace('\u0301', '').normalize('NFC');
        const [glided, whole] = [onset === 'qu', toned(rhyme)];
        yield { onset, plain, tone, new: whole, old: glided ? whole : toned(kOld[rhyme] ?? rhyme) };
      }
    }
  }
}

/** @param {string} letter */
const isVowel = (letter) => /[aeiouy]/.test(letter.normalize('NFD')[0]);

/**
 * Ways of typing a syllable, by name.
 * @param {string} plain  with marks and without the tone @param {string} onset @param {string} tone its key, "" for none
 * @param {Method} method @returns {Record<string, string>}
 */
function ways(plain, onset, tone, method) {
  const base = (/** @type {string} */ letter) => (letter === 'đ' ? 'd' : letter.normalize('NFD')[0]);
  const marks = kMarkKeys[method];
  const isDouble = /oo/.test(plain);
  const keyed = (/** @type {string} */ letters) => {
    const keys = [...letters].map((letter) => base(letter) + (marks[letter] ?? '')).join('');
    return isDouble && method === 'telex' ? keys.replace('oo', 'ooo') : keys;
  };
  const nucleus = onset.length + [...plain.slice(onset.length)].filter(isVowel).length;
  const last = nucleus > onset.length ? nucleus : plain.length;
  /** @type {Record<string, string>} */
  const found = {
    'tone at the end': keyed(plain) + tone,
    'tone after the vowel': keyed(plain.slice(0, last)) + tone + keyed(plain.slice(last)),
  };
  const late = [...new Set([...plain].map((letter) => marks[letter]).filter(Boolean))].join('');
  if (isDouble || !late) return found;
  const bare = [...plain].map(base).join('');
  const one = plain.replace('ươ', 'uơ');
  return {
    ...found,
    'marks at the end, tone last': bare + late + tone,
    'marks at the end, tone first': bare + tone + late,
    'one hook for both': keyed(one) + tone,
    'the first hook alone': keyed(plain.replace(/ươ(?=.)/, 'ưo')) + tone,
  };
}

/** @param {string} keys @param {ConstructorParameters<typeof Composer>[0]} [options] @param {string} [text] @param {number} [caret] */
function typed(keys, options, text = '', caret = text.length) {
  const composer = new Composer(options);
  for (const key of keys) {
    ({ text, caret } = key === '⌫' ? composer.erase(text, caret) : composer.type(text, caret, key));
  }
  return `${text.slice(0, caret)}|${text.slice(caret)}`.replace(/\|$/, '');
}

/** @param {Method} method @param {Record<string, string>} wanted by the keys @param {Style} [tones] */
function assertTyped(method, wanted, tones = 'old') {
  const given = Object.fromEntries(Object.keys(wanted).map((keys) => [keys, typed(keys, { method, tones })]));
  assert.deepEqual(given, wanted);
}

describe('every syllable', () => {
  const all = [...syllables()];

  test('is there to be typed: twelve vowels and đ, 28 onsets, all rhymes', () => {
    const letters = new Set(all.flatMap(({ plain }) => [...plain]));
    for (const vowel of 'aăâeêioôơuưyđ') assert.ok(letters.has(vowel), vowel);
    const toned = new Set(all.flatMap((syllable) => [...syllable.new]));
    for (const vowel of 'aăâeêioôơuưy') {
      for (const tone of kTones) assert.ok(toned.has((vowel + tone).normalize('NFC')), vowel + tone);
    }
    assert.equal(new Set(all.map(({ onset }) => onset)).size, kOnsets.length);
    assert.ok(kRhymes.length >= 155 && all.length > 15_000, `${kRhymes.length} rhymes, ${all.length} syllables`);
    console.log(`  ${kRhymes.length} rhymes, ${all.length} syllables`);
  });

  for (const method of /** @type {const} */ (['telex', 'vni'])) {
    for (const style of /** @type {const} */ (['old', 'new'])) {
      test(`comes out of its keys: ${method}, ${style} places of the tone`, () => {
        /** @type {Record<string, string>} */
        const wrong = {};
        let count = 0;
        for (const { plain, onset, tone, ...written } of all) {
          const toneKey = kToneKeys[method][tone].trim();
          const named = Object.entries(ways(plain, onset, toneKey, method));
          for (const [keys, way] of new Map(named.map(([way, keys]) => [keys, way]))) {
            const given = typed(keys, { method, tones: style });
            if (given !== written[style]) wrong[`${keys} (${way})`] = `${given}, not ${written[style]}`;
            ++count;
          }
        }
        assert.deepEqual(Object.entries(wrong).slice(0, 40), [], `${Object.keys(wrong).length} of ${count}`);
        console.log(`  ${method}, ${style}: ${all.length} syllables typed in ${count} ways`);
      });
    }

    test(`loses its tone by the key once more, which is a letter then, or by z or 0: ${method}`, () => {
      /** @type {Record<string, string>} */
      const wrong = {};
      for (const { plain, onset, tone, old } of all) {
        if (!tone) continue;
        const key = kToneKeys[method][tone];
        const keys = ways(plain, onset, key, method)['tone at the end'];
        const removed = typed(keys + kNoTone[method], { method });
        if (typed(keys + key, { method }) !== plain + key) wrong[keys + key] = typed(keys + key, { method });
        if (removed !== plain) wrong[keys + kNoTone[method]] = removed;
        const other = key === kToneKeys[method][1] ? kToneKeys[method][5] : kToneKeys[method][1];
        const changed = typed(ways(plain, onset, other, method)['tone at the end'] + key, { method });
        if (changed !== old) wrong[`${keys}, changed from ${other}`] = changed;
      }
      assert.deepEqual(Object.entries(wrong).slice(0, 40), []);
    });
  }
});

describe('every word of the sample', () => {
  /** @type {any[]} */
  const items = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/sample.json'), 'utf8')).items;
  const texts = items.map((it) => [it.title, it.summary, it.content_text ?? it.content_html.replace(/<[^>]*>/g, ' ')]);
  const found = texts
    .flat()
    .join(' ')
    .normalize('NFC')
    .matchAll(/(?<![\p{L}\d/._&-])\p{L}+(?![\p{L}\d/._-])/gu);
  const words = [...new Set([...found].map(([word]) => word))];
  /** What Telex makes Vietnamese of, and of what a text has no vowels to tell it by. */
  const kOthers = { telex: ['MW', 'gas'], vni: [] };

  /** Marks as soon as their letter is there, the tone at the end. @param {string} word @param {Method} method */
  const keysOf = (word, method) => {
    const tones = new RegExp(`[${kTones.join('')}]`, 'u');
    const tone = tones.exec(word.normalize('NFD'))?.[0] ?? '';
    const plain = word.normalize('NFD').replace(tone, '').normalize('NFC');
    const keys = [...plain].map((letter) => {
      const mark = kMarkKeys[method][letter.toLowerCase()] ?? '';
      return letter.replace(/[Đđ]/, (it) => (it === 'đ' ? 'd' : 'D')).normalize('NFD')[0] + mark;
    });
    return keys.join('') + kToneKeys[method][kTones.indexOf(tone)].trim();
  };

  for (const method of /** @type {const} */ (['telex', 'vni'])) {
    test(`can be typed, with capitals and abbreviations: ${method}`, () => {
      const given = (/** @type {string} */ word, /** @type {Style} */ tones) =>
        typed(`${keysOf(word, method)} `, { method, tones }).trim();
      const wrong = words.filter((word) => given(word, 'old') !== word && given(word, 'new') !== word);
      assert.deepEqual(wrong.sort(), kOthers[method]);
      assert.ok(words.length > 1500 && words.includes('HĐND'), `${words.length}`);
      console.log(`  ${method}: ${words.length} words of the sample`);
    });
  }
});

describe('a key', () => {
  test('twice gives the letter with its mark, three times both letters', () => {
    assertTyped('telex', { aa: 'â', aaa: 'aa', aaaa: 'aaa', ee: 'ê', eee: 'ee', oo: 'ô', ooo: 'oo', oooo: 'ooo' });
    assertTyped('telex', {
      aw: 'ă',
      aww: 'aw',
      ow: 'ơ',
      oww: 'ow',
      uw: 'ư',
      uww: 'uw',
      dd: 'đ',
      ddd: 'dd',
      dddd: 'ddd',
    });
    assertTyped('telex', {
      w: 'ư',
      ww: 'w',
      www: 'ww',
      tw: 'tư',
      tww: 'tw',
      giwx: 'giữ',
      uoww: 'uow',
      dduwowcw: 'đuocw',
    });
    assertTyped('telex', {
      as: 'á',
      ass: 'as',
      asss: 'ass',
      asz: 'a',
      az: 'az',
      asf: 'à',
      xooong: 'xoong',
      bloo: 'bloo',
    });
    assertTyped('vni', { a6: 'â', a66: 'a6', o7: 'ơ', o77: 'o7', a8: 'ă', a88: 'a8', d9: 'đ', d99: 'd9', d999: 'd99' });
    assertTyped('vni', { a1: 'á', a11: 'a1', a111: 'a11', a10: 'a', a0: 'a0', uo7: 'ươ', uo77: 'uo7' });
  });

  test('changes one mark for another', () => {
    assertTyped('telex', { aaw: 'ă', awa: 'â', oow: 'ơ', owo: 'ô', muoonw: 'mươn', muwowno: 'muôn' });
    assertTyped('vni', { a68: 'ă', a86: 'â', o67: 'ơ', o76: 'ô', muo6n7: 'mươn', muo7n6: 'muôn' });
  });

  test('may come late, and the tone moves when the word grows', () => {
    assertTyped('telex', {
      duongdwf: 'đường',
      dduowngf: 'đường',
      dod: 'đo',
      vietej: 'việt',
      toanf: 'toàn',
      nguoiwf: 'người',
    });
    assertTyped('telex', {
      hoas: 'hóa',
      hoasn: 'hoán',
      thuyr: 'thủy',
      thuyrn: 'thuỷn',
      giaf: 'già',
      giafn: 'giàn',
      gif: 'gì',
    });
    assertTyped('telex', { hoas: 'hoá', hoasn: 'hoán', thuyr: 'thuỷ', hoef: 'hoè', quys: 'quý', mias: 'mía' }, 'new');
    assertTyped('telex', {
      thuowr: 'thuở',
      thuowngf: 'thường',
      huow: 'huơ',
      huowng: 'hương',
      duwong: 'dương',
      duwongw: 'dương',
    });
    assertTyped('vni', {
      duong972: 'đường',
      hoa1: 'hóa',
      hoa1n: 'hoán',
      thuo73: 'thuở',
      thuo7ng2: 'thường',
      tieng61: 'tiếng',
    });
  });

  test('keeps capitals as they are', () => {
    assertTyped('telex', {
      DDOO: 'ĐÔ',
      Ddo: 'Đo',
      dDo: 'đo',
      DDuwowngf: 'Đường',
      DDUWOWNGF: 'ĐƯỜNG',
      W: 'Ư',
      Tw: 'Tư',
      AA: 'Â',
    });
    assertTyped('telex', {
      Aa: 'Â',
      aA: 'â',
      ASS: 'AS',
      aAA: 'aA',
      HOAS: 'HÓA',
      HOASN: 'HOÁN',
      Wi: 'Ưi',
      Windows: 'Windows',
    });
    assertTyped('vni', { D9O6: 'ĐÔ', D9u7o7ng2: 'Đường', DUONG972: 'ĐƯỜNG' });
  });

  test('changes nothing where no method is wanted', () => {
    assert.equal(typed('ddaats nuwowcs 2022', { method: 'plain' }), 'ddaats nuwowcs 2022');
    assert.deepEqual([...METHODS], ['telex', 'vni', 'plain']);
  });
});

describe('what is no Vietnamese', () => {
  test('is left as it is typed', () => {
    const words =
      'windows Windows class google website wifi facebook Word self kWh card email zalo covid english print';
    assertTyped('telex', Object.fromEntries(words.split(' ').map((word) => [word, word])));
    assertTyped(
      'vni',
      Object.fromEntries('covid19 2022 5a1b 12/2022 lop5a windows7 mp3 4g'.split(' ').map((it) => [it, it])),
    );
  });

  test('is what was typed again when the word ends, where a late mark has made no word', () => {
    assertTyped('telex', {
      'data ': 'data ',
      'photo,': 'photo,',
      'beta.': 'beta.',
      'datas ': 'dất ',
      'vieet ': 'viêt ',
    });
  });

  test('names of the highlands are Vietnamese', () => {
    assertTyped('telex', { DDawks: 'Đắk', Lawks: 'Lắk', Kroong: 'Krông', Kon: 'Kon', Pawcs: 'Pắc' });
  });

  test('abbreviations have their đ', () => {
    assertTyped('telex', {
      HDDND: 'HĐND',
      QDD: 'QĐ',
      DDT: 'ĐT',
      SDDT: 'SĐT',
      'NDD-CP': 'NĐ-CP',
      hddd: 'hdd',
      address: 'address',
    });
    assertTyped('vni', { HD9ND: 'HĐND', QD9: 'QĐ', D9T: 'ĐT', hd99: 'hd9', ad9: 'ad9' });
  });

  test('a slip that made a word plain is taken back by one step', () => {
    assertTyped('telex', {
      ddocjf: 'ddocjf',
      'ddocjf⌫': 'đọc',
      'ddocjf⌫⌫': 'đọ',
      'ddocjf⌫s': 'đóc',
      'windows⌫': 'window',
    });
  });
});

describe('in a text', () => {
  test('the word before the caret is what a key changes', () => {
    assert.deepEqual(compose('toi o viet nam', 3, 's', 'telex'), { text: 'tói o viet nam', caret: 3 });
    assert.deepEqual(compose('toi o viet nam', 10, 'e', 'telex'), { text: 'toi o viêt nam', caret: 10 });
    assert.deepEqual(compose('viet', 3, 'e', 'telex'), { text: 'viêt', caret: 3 });
    assert.deepEqual(compose('hoá', 3, 'n', 'telex', 'old'), { text: 'hoán', caret: 4 });
    assert.deepEqual(compose('hoa', 3, 's', 'telex', 'new'), { text: 'hoá', caret: 3 });
    assert.equal(typed('ddeens', {}, 'ở  nhà', 2), 'ở đến| nhà');
    assert.equal(typed('ddi (ddaau) "awn" o\'oo', {}), 'đi (đâu) "ăn" o\'ô');
  });

  test('a word that was there is changed as one just typed, decomposed or not', () => {
    assert.equal(typed('j', {}, 'viêt'), 'việt');
    assert.equal(typed('z', {}, 'việt'), 'viêt');
    assert.equal(typed('f', {}, 'được đươ'), 'được đườ');
    assert.equal(typed('n', {}, 'hoá'.normalize('NFD')), 'hoán');
    assert.equal(typed('s', {}, 'ñan'), 'ñans');
  });

  test('keys before a caret that was moved are forgotten', () => {
    const composer = new Composer();
    let { text } = composer.type('', 0, 'w');
    ({ text } = composer.type(text, 1, ' '));
    ({ text } = composer.type(text, 1, 'n'));
    assert.equal(text, 'ưn ', 'not "wn": the keys of the first word are no longer known');
  });

  test('erasing takes one letter with its marks, and typing goes on from what is left', () => {
    assertTyped('telex', {
      'ddaats⌫': 'đấ',
      'ddaats⌫⌫': 'đ',
      'ddaats⌫⌫⌫⌫': '',
      'hoasn⌫n': 'hoán',
      'thuowr⌫⌫uwr': 'thử',
    });
    assert.equal(typed('⌫', {}, 'hoá'.normalize('NFD')), 'ho');
    assert.equal(typed('⌫', {}, 'a😀'), 'a');
    assert.equal(typed('⌫', {}, 'abc', 1), '|bc');
    assert.equal(typed('⌫', {}, ''), '');
  });

  test('what is composed is NFC', () => {
    for (const keys of ['ddaatj', 'nguoiwf', 'THUOWR']) {
      const text = typed(keys, {});
      assert.equal(text, text.normalize('NFC'));
    }
  });
});
