/** What was asked, in all ways to say it, and the entries that say it, the best first. */

import { isNear, stemOf, stemsOf, wordsOf } from "./words.js";

/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./places.js").Entry} Entry */
/** @typedef {{stems: string[], worth: number}} Way one way to say what was asked: all its words, and what it is worth */
/** @typedef {{entry: Entry, score: number, stems: Set<string>, met: number}} Hit */

// How much a way counts by how near it is to what was typed.
const SAME = 0.9, BEGINNING = 0.6, MISSPELLED = 0.5;
// How much a name adds that says all of what was asked.
const NAMED = 0.8;
const COMMON = new Set("a an and any are as at bad be best by can do does for from good how i if in is it me my of on or should that the to was what when which who why will with you your".split(" "));

/** @param {Places} places @param {string} query @returns {Hit[]} */
export function find(places, query) {
  const asked = readQuery(places, query);
  /** @type {Map<number, Hit>} */
  const hits = new Map();
  for (const ways of asked) {
    for (const number of new Set(ways.flatMap((way) => places.entriesWith(way.stems[0])))) {
      const best = ways.map((way) => ({ way, worth: way.worth * places.worth(way.stems, number) })).reduce((a, b) => (b.worth > a.worth ? b : a));
      if (!best.worth) continue;
      const hit = hits.get(number) || { entry: places.entries[number], score: 0, stems: new Set(), met: 0 };
      best.way.stems.forEach((stem) => hit.stems.add(stem));
      hits.set(number, Object.assign(hit, { score: hit.score + best.worth, met: hit.met + 1 }));
    }
  }
  for (const hit of hits.values()) hit.score *= (hit.met / asked.length) ** 3 * fit(hit) * (hit.entry.boost || 1);
  return [...hits.values()].sort((a, b) => b.score - a.score);
}

/**
 * What was asked, one by one, and for each thing all ways to say it.
 * @param {Places} places @param {string} query
 * @returns {Way[][]}
 */
export function readQuery(places, query) {
  const all = wordsOf(query), useful = all.filter((word) => !COMMON.has(word));
  const words = useful.length ? useful : all, asked = [];
  for (let i = 0, length; i < words.length; i += length) {
    const stems = words.slice(i, i + places.longestPhrase).map(stemOf);
    while (stems.length > 1 && !places.sameAs(stems)) stems.pop();
    length = stems.length;
    asked.push(waysToSay(places, stems, words[i]));
  }
  return asked;
}

/** @param {Places} places @param {string[]} stems @param {string} typed @returns {Way[]} */
function waysToSay(places, stems, typed) {
  const ways = [{ stems, worth: 1 }, ...waysLike(places, stems, SAME)];
  if (stems.length > 1) return ways;
  const { known } = places;
  const begun = typed.length > 2 ? [...known].filter((stem) => stem !== stems[0] && stem.startsWith(typed)) : [];
  const near = known.has(stems[0]) || begun.length || typed.length < 4 ? [] : [...known].filter((stem) => isNear(stem, stems[0]) || isNear(stem, typed));
  for (const stem of begun) ways.push({ stems: [stem], worth: BEGINNING });
  for (const stem of near) ways.push({ stems: [stem], worth: MISSPELLED }, ...waysLike(places, [stem], MISSPELLED * SAME));
  return ways;
}

/** @param {Places} places @param {string[]} stems @param {number} worth */
function waysLike(places, stems, worth) {
  return (places.sameAs(stems) || []).map((phrase) => ({ stems: phrase, worth }));
}

/** @param {Hit} hit a title that says what was asked and nothing else is what was looked for, and so is a name that says all of it */
function fit(hit) {
  const title = stemsOf(hit.entry.title), names = [...title, ...stemsOf(hit.entry.also || "")];
  const named = [...hit.stems].every((stem) => names.includes(stem)) ? NAMED : 0;
  return 1 + Math.max(named, title.filter((stem) => hit.stems.has(stem)).length / title.length);
}
