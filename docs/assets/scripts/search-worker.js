/**
 * Finds what a reader means: other words for the same thing, other endings, one wrong letter, words half typed.
 *
 * It stands where the theme's own worker would, and speaks its messages: 0 brings the index, 1 says that it is ready,
 * 2 asks, 3 answers. Results are grouped by page; what a group holds leads to a row or a section, not to the page's top.
 */
(function () {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const SHOWN_AT_ONCE = 3, WORTH_SHOWING = 0.4, GROUPS_AT_MOST = 12, TEASER_WORDS = 28;
  // How much a word counts by where it stands, and by how near it is to what was typed.
  const IN_TITLE = 8, IN_ALSO = 6, IN_TEXT = 5;
  const NAMED = 0.8, SAME = 0.9, BEGINNING = 0.6, MISSPELLED = 0.5;
  const COMMON = new Set("a an and any are as at bad be best by can do does for from good how i if in is it me my of on or should that the to was what when which who why will with you your".split(" "));

  /** @typedef {{location: string, title: string, text: string, also?: string, boost?: number}} Entry */
  /** @typedef {{stems: string[], worth: number}} Way one way to say what was asked: all its words, and what it is worth */
  /** @typedef {{entry: Entry, score: number, stems: Set<string>}} Hit */

  /** @type {Entry[]} */
  let entries = [];
  /** @type {Map<string, Map<number, number>>} for each stem the entries that hold it, and how much it counts there */
  let places = new Map();
  /** @type {Map<string, string[][]>} for each phrase, as stems, all phrases that mean the same */
  let same = new Map();
  let longestPhrase = 1;
  /** @type {Set<string>} */
  let known = new Set();

  /** @param {string} text */
  function wordsOf(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "").match(/[a-z0-9]+/g) || [];
  }

  /**
   * A word without its ending: bloated, bloating and bloats are all "bloat".
   * @param {string} word
   */
  function stemOf(word) {
    if (word.length < 4) return word;
    let stem = word.replace(/ies$/, "y").replace(/(s|x|z|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
    const bare = stem.replace(/(ing|ed|ation|ly)$/, "");
    if (bare.length > 2 && /[aeiouy]/.test(bare)) stem = bare.replace(/([^aeiouls])\1$/, "$1");
    return stem.length > 3 ? stem.replace(/e$/, "") : stem;
  }

  /** @param {string} text */
  const stemsOf = (text) => wordsOf(text).map(stemOf);

  /** @param {{config: {same?: string[][]}, docs: Entry[]}} index */
  function setUp(index) {
    entries = index.docs;
    places = new Map();
    entries.forEach((entry, number) => {
      const text = stemsOf(entry.text), title = stemsOf(entry.title), also = stemsOf(entry.also || "");
      // A word counts for more where there are few others.
      for (const stem of text) count(stem, number, IN_TEXT / Math.sqrt(20 + text.length));
      for (const stem of also) count(stem, number, IN_ALSO / (2 + also.length));
      for (const stem of title) count(stem, number, IN_TITLE / (1 + title.length));
    });
    same = new Map();
    for (const group of index.config.same || []) {
      const phrases = group.map(stemsOf);
      for (const phrase of phrases) {
        same.set(phrase.join(" "), phrases);
        longestPhrase = Math.max(longestPhrase, phrase.length);
      }
    }
    known = new Set([...places.keys(), ...[...same.keys()].filter((phrase) => !phrase.includes(" "))]);
  }

  /** @param {string} stem @param {number} number @param {number} worth */
  function count(stem, number, worth) {
    const at = places.get(stem) || new Map();
    at.set(number, Math.min((at.get(number) || 0) + worth, IN_TITLE));
    places.set(stem, at);
  }

  /**
   * What was asked, one by one, and for each thing all ways to say it.
   * @param {string} query
   * @returns {Way[][]}
   */
  function readQuery(query) {
    const all = wordsOf(query), useful = all.filter((word) => !COMMON.has(word));
    const words = useful.length ? useful : all, asked = [];
    for (let i = 0, length; i < words.length; i += length) {
      const stems = words.slice(i, i + longestPhrase).map(stemOf);
      while (stems.length > 1 && !same.has(stems.join(" "))) stems.pop();
      length = stems.length;
      asked.push(waysToSay(stems, words[i]));
    }
    return asked;
  }

  /** @param {string[]} stems @param {string} typed @returns {Way[]} */
  function waysToSay(stems, typed) {
    const ways = [{ stems, worth: 1 }, ...waysLike(stems, SAME)];
    if (stems.length > 1) return ways;
    const begun = typed.length > 2 ? [...known].filter((stem) => stem !== stems[0] && stem.startsWith(typed)) : [];
    const near = known.has(stems[0]) || begun.length || typed.length < 4 ? [] : [...known].filter((stem) => isNear(stem, stems[0]) || isNear(stem, typed));
    for (const stem of begun) ways.push({ stems: [stem], worth: BEGINNING });
    for (const stem of near) ways.push({ stems: [stem], worth: MISSPELLED }, ...waysLike([stem], MISSPELLED * SAME));
    return ways;
  }

  /** @param {string[]} stems @param {number} worth */
  function waysLike(stems, worth) {
    return (same.get(stems.join(" ")) || []).map((phrase) => ({ stems: phrase, worth }));
  }

  /**
   * Whether one letter is wrong, missing, too many, or two have changed places.
   * @param {string} one @param {string} other
   */
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    const a = one.slice(start), b = other.slice(start);
    if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
    return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  }

  /** @param {Way} way @param {number} number what an entry is worth that says it this way */
  function worthOf(way, number) {
    // A phrase is worth its weakest word.
    return way.worth * Math.min(...way.stems.map((stem) => (places.get(stem)?.get(number) || 0) * rarity(stem)));
  }

  /** @param {string} stem */
  function rarity(stem) {
    return Math.log(1 + entries.length / (1 + (places.get(stem)?.size || 0)));
  }

  /** @param {string} query @returns {Hit[]} the best first */
  function find(query) {
    const asked = readQuery(query);
    /** @type {Map<number, Hit & {met: number}>} */
    const hits = new Map();
    for (const ways of asked) {
      const candidates = new Set(ways.flatMap((way) => [...(places.get(way.stems[0])?.keys() || [])]));
      for (const number of candidates) {
        const best = ways.map((way) => ({ way, worth: worthOf(way, number) })).reduce((a, b) => (b.worth > a.worth ? b : a));
        if (!best.worth) continue;
        const hit = hits.get(number) || { entry: entries[number], score: 0, stems: new Set(), met: 0 };
        best.way.stems.forEach((stem) => hit.stems.add(stem));
        hits.set(number, Object.assign(hit, { score: hit.score + best.worth, met: hit.met + 1 }));
      }
    }
    for (const hit of hits.values()) hit.score *= (hit.met / asked.length) ** 3 * fit(hit) * (hit.entry.boost || 1);
    return [...hits.values()].sort((a, b) => b.score - a.score);
  }

  /** @param {Hit} hit a title that says what was asked and nothing else is what was looked for, and so is a name that says all of it */
  function fit(hit) {
    const title = stemsOf(hit.entry.title), names = [...title, ...stemsOf(hit.entry.also || "")];
    const named = [...hit.stems].every((stem) => names.includes(stem)) ? NAMED : 0;
    return 1 + Math.max(named, title.filter((stem) => hit.stems.has(stem)).length / title.length);
  }

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  /** @param {string} text @param {Set<string>} stems */
  function mark(text, stems) {
    return escape(text).replace(/[\p{L}\p{M}\d'’]+/gu, (word) => (wordsOf(word).some((each) => stems.has(stemOf(each))) ? `<mark>${word}</mark>` : word));
  }

  /** @param {Hit} hit some words around the first that was found */
  function teaser({ entry, stems }) {
    const words = entry.text.split(" ");
    const found = words.findIndex((word) => stemsOf(word).some((stem) => stems.has(stem)));
    const start = found < TEASER_WORDS - 8 ? 0 : found - 8;
    const end = start + TEASER_WORDS;
    return `${start ? "… " : ""}${mark(words.slice(start, end).join(" "), stems)}${end < words.length ? " …" : ""}`;
  }

  /** @param {Hit} hit */
  function draw(hit) {
    return { location: hit.entry.location, title: mark(hit.entry.title, hit.stems), text: teaser(hit), score: hit.score, terms: {} };
  }

  /** @param {string} query */
  function answer(query) {
    /** @type {Map<string, Hit[]>} */
    const pages = new Map();
    for (const hit of find(query)) {
      const page = hit.entry.location.split("#")[0];
      pages.set(page, [...(pages.get(page) || []), hit]);
    }
    return [...pages].slice(0, GROUPS_AT_MOST).map(([page, hits]) => group(page, hits));
  }

  /**
   * The page first, as the theme wants it; then its sections. Those below the page's score are folded away.
   * @param {string} page @param {Hit[]} hits
   */
  function group(page, hits) {
    const [best] = hits;
    const whole = best.entry.location === page ? best : undefined;
    const parts = hits.filter((hit) => hit.entry.location !== page).map(draw);
    const title = entries.find((entry) => entry.location === page)?.title || page;
    const head = whole ? draw(whole) : { location: page, title: `<span class="on-page">${escape(title)}</span>`, text: "", terms: {} };
    const shown = parts.filter((part) => part.score >= best.score * WORTH_SHOWING).slice(0, SHOWN_AT_ONCE);
    return [{ ...head, score: shown.at(-1)?.score ?? best.score }, ...parts];
  }

  // The worker itself, or what stands in for one on a page that was opened from a folder.
  const scope = /** @type {any} */ (self).searchScope || self;

  scope.addEventListener("message", (/** @type {MessageEvent} */ { data: message }) => {
    if (message.type === SETUP) {
      setUp(message.data);
      scope.postMessage({ type: READY });
    } else if (message.type === QUERY) {
      scope.postMessage({ type: RESULT, data: { items: answer(message.data) } });
    }
  });
})();
