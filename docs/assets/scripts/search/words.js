/** Words as the search compares them: of any script, without accents and endings, one wrong letter allowed. */

// Accents of Latin, Greek and Cyrillic letters, and vowel signs of Arabic, which most people leave out.
const LEFT_OUT = /[\u0300-\u036f\u064b-\u065f'’]/g;
// Scripts that put no space between words.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;

/** @param {string} text @returns {string[]} */
export function wordsOf(text) {
  const runs = text.toLowerCase().normalize("NFD").replace(LEFT_OUT, "").match(/[\p{L}\p{M}\p{N}]+/gu) || [];
  return runs.flatMap((run) => (UNSPACED.test(run) ? parted(run.normalize("NFC")) : [run]));
}

/** @param {string} run letters without a space @returns {string[]} */
function parted(run) {
  return segmenter ? [...segmenter.segment(run)].map(({ segment }) => segment) : [...run];
}

/**
 * A word without its ending: bloated, bloating and bloats are all "bloat".
 * @param {string} word
 */
export function stemOf(word) {
  if (word.length < 4) return word;
  let stem = word.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
  const bare = stem.replace(/(ing|ed|ation|ly)$/, "");
  if (bare.length > 2 && /[aeiouy]/.test(bare)) stem = bare.replace(/([^aeiouls])\1$/, "$1");
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}

/** @param {string} text */
export const stemsOf = (text) => wordsOf(text).map(stemOf);

/**
 * Whether one letter is wrong, missing, too many, or two have changed places.
 * @param {string} one @param {string} other
 */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const a = one.slice(start), b = other.slice(start);
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
