/** The index as it is searched: which entry holds which word, how much it counts there, and which phrases mean the same. */

import { stemsOf } from "./words.js";

/** @typedef {{location: string, title: string, text: string, also?: string, boost?: number}} Entry */
/** @typedef {{config: {same?: string[][]}, docs: Entry[]}} IndexFile */

// How much a word counts by where it stands.
const IN_TITLE = 8, IN_ALSO = 6, IN_TEXT = 5;

export class Places {
  /** For each stem the entries that hold it, and how much it counts there. @type {Map<string, Map<number, number>>} */
  #places = new Map();
  /** For each phrase, as stems, all phrases that mean the same. @type {Map<string, string[][]>} */
  #same = new Map();
  /** Of the phrases that have others, the most words. */
  longestPhrase = 1;

  /** @param {IndexFile} index */
  constructor(index) {
    this.entries = index.docs;
    this.entries.forEach((entry, number) => {
      const text = stemsOf(entry.text), title = stemsOf(entry.title), also = stemsOf(entry.also || "");
      // A word counts for more where there are few others.
      for (const stem of text) this.#count(stem, number, IN_TEXT / Math.sqrt(20 + text.length));
      for (const stem of also) this.#count(stem, number, IN_ALSO / (2 + also.length));
      for (const stem of title) this.#count(stem, number, IN_TITLE / (1 + title.length));
    });
    for (const group of index.config.same || []) {
      const phrases = group.map(stemsOf);
      for (const phrase of phrases) {
        this.#same.set(phrase.join(" "), phrases);
        this.longestPhrase = Math.max(this.longestPhrase, phrase.length);
      }
    }
    /** Every word that can be asked for. */
    this.known = new Set([...this.#places.keys(), ...[...this.#same.keys()].filter((phrase) => !phrase.includes(" "))]);
  }

  /** @param {string} stem @param {number} number @param {number} worth */
  #count(stem, number, worth) {
    const at = this.#places.get(stem) || new Map();
    at.set(number, Math.min((at.get(number) || 0) + worth, IN_TITLE));
    this.#places.set(stem, at);
  }

  /** @param {string[]} stems @returns {string[][] | undefined} the phrases that mean the same, this one among them */
  sameAs(stems) {
    return this.#same.get(stems.join(" "));
  }

  /** @param {string} stem @returns {number[]} the entries that hold it */
  entriesWith(stem) {
    return [...(this.#places.get(stem)?.keys() || [])];
  }

  /** @param {string[]} stems @param {number} number @returns {number} what a phrase is worth in an entry: as much as its weakest word */
  worth(stems, number) {
    return Math.min(...stems.map((stem) => (this.#places.get(stem)?.get(number) || 0) * this.#rarity(stem)));
  }

  /** @param {string} stem */
  #rarity(stem) {
    return Math.log(1 + this.entries.length / (1 + (this.#places.get(stem)?.size || 0)));
  }
}
