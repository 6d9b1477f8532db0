/** What the theme's script shows: hits grouped by page, as HTML with the words that were found. */

import { find } from "./ranking.js";
import { stemOf, stemsOf, wordsOf } from "./words.js";

/** @typedef {import("./places.js").Places} Places */
/** @typedef {import("./ranking.js").Hit} Hit */
/** @typedef {{location: string, title: string, text: string, score?: number, terms: {}}} Item */

const SHOWN_AT_ONCE = 3, WORTH_SHOWING = 0.4, GROUPS_AT_MOST = 12, TEASER_WORDS = 28, WORDS_BEFORE = 8;

/** @param {Places} places @param {string} query @returns {Item[][]} */
export function answer(places, query) {
  /** @type {Map<string, Hit[]>} */
  const pages = new Map();
  for (const hit of find(places, query)) {
    const page = hit.entry.location.split("#")[0];
    pages.set(page, [...(pages.get(page) || []), hit]);
  }
  return [...pages].slice(0, GROUPS_AT_MOST).map(([page, hits]) => group(places, page, hits));
}

/**
 * The page first, as the theme wants it; then its sections. Those below the page's score are folded away.
 * @param {Places} places @param {string} page @param {Hit[]} hits @returns {Item[]}
 */
function group(places, page, hits) {
  const [best] = hits;
  const whole = best.entry.location === page ? best : undefined;
  const parts = hits.filter((hit) => hit.entry.location !== page).map(draw);
  const title = places.entries.find((entry) => entry.location === page)?.title || page;
  const head = whole ? draw(whole) : { location: page, title: `<span class="on-page">${escape(title)}</span>`, text: "", terms: {} };
  const shown = parts.filter((part) => part.score >= best.score * WORTH_SHOWING).slice(0, SHOWN_AT_ONCE);
  return [{ ...head, score: shown.at(-1)?.score ?? best.score }, ...parts];
}

/** @param {Hit} hit */
function draw(hit) {
  return { location: hit.entry.location, title: mark(hit.entry.title, hit.stems), text: teaser(hit), score: hit.score, terms: {} };
}

/** @param {Hit} hit some words around the first that was found */
function teaser({ entry, stems }) {
  const words = entry.text.split(" ");
  const found = words.findIndex((word) => stemsOf(word).some((stem) => stems.has(stem)));
  const start = found < TEASER_WORDS - WORDS_BEFORE ? 0 : found - WORDS_BEFORE;
  const end = start + TEASER_WORDS;
  return `${start ? "… " : ""}${mark(words.slice(start, end).join(" "), stems)}${end < words.length ? " …" : ""}`;
}

/** @param {string} text @param {Set<string>} stems */
export function mark(text, stems) {
  return escape(text).replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => (wordsOf(word).some((each) => stems.has(stemOf(each))) ? `<mark>${word}</mark>` : word));
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
