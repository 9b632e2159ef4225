// What a Vietnamese syllable is, in writing: which letters may stand together, and on which of them the tone is written.
// Pure; letters are lower case, with their marks and without the tone ("đương"), NFC.
//
//   isPossible('thươ')              true: something may still come ("thương")
//   bearsTone('hoc', 2)             false: before a stop there are only sắc and nặng
//   tonePlace('hoan', 'old')        2
//
// What is still to be marked counts as possible: "duong" may become "đường".

/** @typedef {'old' | 'new'} ToneStyle  hóa, thủy: old; hoá, thuỷ: new */

const VOWEL = /[aăâeêioôơuưy]/;

/** Those of some names too: Krông, Plông. */
const ONSETS = new Set(
  ' b br c ch d đ đr g gh gi gr h k kh kr l m n ng ngh nh p ph pl q qu r s t th tr v x'.split(' '),
);

const RHYMES =
  'a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
  'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt ' +
  'oe oem oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
  'u ua uc ui uk um un ung up ut uân uâng uât uây uê uêch uênh uêu uôc uôi uôm uôn uông uôt uơ ' +
  'uy uya uych uyên uyêt uyn uynh uyp uyt uyu ' +
  'ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu';

/** Every beginning of a rhyme, with all, some or none of its marks. */
const BEGINNINGS = new Set(RHYMES.split(' ').flatMap(beginnings));

/** @param {string} rhyme @returns {string[]} */
function beginnings(rhyme) {
  let ways = [''];
  return [...rhyme].flatMap((letter) => {
    const plain = letter.normalize('NFD')[0];
    ways = ways.flatMap((way) => (plain === letter ? [way + letter] : [way + letter, way + plain]));
    return ways;
  });
}

/**
 * The u of qu and the i of gi are of the onset where a vowel follows: quý, giá, but gì.
 * @param {string} letters @returns {[onset: string, rhyme: string]}
 */
export function split(letters) {
  const glide = /^(qu|gi)(.*)$/.exec(letters);
  if (glide && VOWEL.test(glide[2][0] ?? '')) return [glide[1], glide[2]];
  const start = letters.search(VOWEL);
  return start < 0 ? [letters, ''] : [letters.slice(0, start), letters.slice(start)];
}

/** @param {string} letters */
export const isVowelless = (letters) => !VOWEL.test(letters);

/** Whether a syllable may begin so. @param {string} letters */
export function isPossible(letters) {
  const [onset, rhyme] = split(letters);
  if (!ONSETS.has(onset)) return false;
  if (!rhyme) return true;
  if (onset === 'q') return rhyme === 'u';
  if (/^(k|gh|ngh)$/.test(onset) && rhyme.startsWith('ư')) return false;
  // quyt, giêng: the glide is a part of the rhyme as well.
  return BEGINNINGS.has(rhyme) || (/^(qu|gi)$/.test(onset) && BEGINNINGS.has(onset[1] + rhyme));
}

/** Whether it has a vowel for that tone, and what follows the vowel allows it. @param {string} letters @param {number} tone */
export function bearsTone(letters, tone) {
  const [onset, rhyme] = split(letters);
  if (tone === 0) return true;
  return rhyme !== '' && onset !== 'q' && (tone === 1 || tone === 5 || !/([ckpt]|ch)$/.test(rhyme));
}

/**
 * Which letter has the tone: one with a mark, else by the vowels' number and by what follows.
 * @param {string} letters @param {ToneStyle} style
 */
export function tonePlace(letters, style) {
  const [onset, rhyme] = split(letters);
  const marked = rhyme.search(/[ăâêôơư](?!ơ)/);
  if (marked >= 0) return onset.length + marked;
  const end = [...rhyme].findIndex((letter) => !VOWEL.test(letter));
  const vowels = end < 0 ? rhyme.length : end;
  const isLast = end >= 0 || (style === 'new' ? /^(oa|oe|uy|ie|ue|uo)$/ : /^(ie|ue|uo)$/).test(rhyme);
  if (isLast) return onset.length + vowels - 1;
  return onset.length + (vowels === 3 ? 1 : 0);
}
