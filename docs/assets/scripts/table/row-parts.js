/** What is put into rows once they are seen: their tools, the label to check, the roles of a table. */

import { find, findAll } from "./dom.js";
import { HEADING, nameOf } from "./columns.js";

/** @import { Row } from "./columns.js" */
/** @import { Control } from "./filters.js" */

/** Rows drawn as entries are still a table, which not every browser sees by itself. @param {Iterable<Row>} rows */
export function addRoles(rows) {
  for (const row of rows) for (const part of [row, ...row.cells]) part.role = part.localName === "tr" ? "row" : part.localName === "th" ? "rowheader" : "cell";
}

/**
 * A row that opens gets them when it does.
 * @param {Iterable<Row>} rows @param {HTMLElement} tools copied into each row that has none, and named after it
 */
export function addTools(rows, tools) {
  for (const row of rows) {
    const details = row.querySelector("details");
    if ((details && !details.open) || row.querySelector(".tools")) continue;
    const copy = /** @type {HTMLElement} */ (tools.cloneNode(true));
    for (const control of findAll(copy, "input, button")) control.setAttribute("aria-label", `${(control.closest("label") || control).textContent?.trim()}: ${nameOf(row)}`);
    (details || row.cells[0]).append(copy);
  }
}

/**
 * Rows that may hold what is left out, depending on the maker, say so.
 * @param {HTMLElement} table @param {Iterable<Row>} rows @param {Control[]} leftOut
 */
export function markToCheck(table, rows, leftOut) {
  const label = find(table, "[data-drop]")?.dataset.check;
  if (!label) return;
  for (const old of findAll(table, ".check")) old.remove();
  for (const row of leftOut.length ? rows : []) {
    if (!leftOut.some(({ name, value }) => row.dataset.k?.includes(` ${name}?${value} `))) continue;
    const note = document.createElement("strong");
    note.className = "check";
    note.textContent = label;
    find(row, HEADING).after(note);
  }
}
