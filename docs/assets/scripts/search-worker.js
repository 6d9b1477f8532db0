/**
 * Finds what a reader means: other words for the same thing, other endings, one wrong letter, words half typed.
 *
 * It stands where the theme's own worker would, and speaks its messages: 0 brings the index, 1 says that it is ready,
 * 2 asks, 3 answers. Results are grouped by page; what a group holds leads to a row or a section, not to the page's top.
 */

import { Places } from "./search/places.js";
import { answer } from "./search/results.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

/** @typedef {{type: typeof SETUP, data: import("./search/places.js").IndexFile} | {type: typeof QUERY, data: string}} Message */

/** @type {Places | undefined} */
let places;
// The worker itself, or what stands in for one on a page that was opened from a folder.
const scope = self.searchScope || /** @type {import("./globals.d.ts").SearchScope} */ (self);

scope.addEventListener("message", ({ data }) => {
  const message = /** @type {Message} */ (data);
  if (message.type === SETUP) {
    places = new Places(message.data);
    scope.postMessage({ type: READY });
  } else if (message.type === QUERY && places) {
    scope.postMessage({ type: RESULT, data: { items: answer(places, message.data) } });
  }
});
