/** What a printed table says of itself: which rows these are, from where, and when. */

import { find } from "./dom.js";
import { inWords } from "./filters.js";
import { addressOf } from "./state.js";
import { fill } from "./text.js";

/** @import { Table } from "./table.js" */

/** @param {Table} table */
export function writePrintLine(table) {
  const line = find(table.element, ".print-line");
  const language = document.documentElement.lang;
  line.textContent = fill(line.dataset.text, {
    n: table.rows.fitting.length,
    total: table.rows.all.length,
    filters: inWords(table.filters.active) || line.dataset.none,
    date: new Date().toLocaleDateString(language, { dateStyle: "long" }),
    address: addressOf(table, true),
  });
}
