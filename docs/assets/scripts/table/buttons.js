/** The buttons of a table, by the names that the HTML gives them. Those in the headings are made with the columns. */

import { find } from "./dom.js";
import { addressOf } from "./state.js";

/** @import { Table } from "./table.js" */

/** @param {Table} table @returns {HTMLDialogElement} */
const sheetOf = (table) => find(table.form, ".chooser");

/** @type {Record<string, (table: Table, button: HTMLButtonElement) => void>} */
const ACTIONS = {
  copy: (table, button) => copy(addressOf(table, true), button),
  share: (table, button) => copy(addressOf(table, false), button),
  all: (table) => table.showMore(),
  filters: (table) => sheetOf(table).showModal(),
  done: (table) => sheetOf(table).close(),
  clear: (table) => {
    table.clear();
    // The button is gone with what it cleared.
    table.filters.all[0]?.focus();
  },
  add: (table) => {
    for (const row of table.rows.fitting) table.selection?.set(row, true);
    table.keepSelection();
  },
  plate: (table) => {
    /** @type {HTMLDialogElement} */
    const plate = find(table.element, ".chosen");
    // A second press finds it open.
    if (!plate.open) plate.showModal();
    table.showSelection();
  },
  compare: (table) => table.onDemand.use((helper) => helper.compare()),
  empty: (table) => {
    table.selection?.ids.clear();
    table.keepSelection();
  },
  print: (table) => table.onDemand.use((helper) => helper.printList()),
  card: (table, button) => table.onDemand.use((helper) => helper.openCard([/** @type {HTMLTableRowElement} */ (button.closest("tr"))])),
};

/** @param {Table} table @param {HTMLButtonElement} button */
export const press = (table, button) => ACTIONS[button.name]?.(table, button);

/** @param {string} text @param {HTMLElement} button */
async function copy(text, button) {
  const said = find(/** @type {Element} */ (button.parentElement), "[data-done]");
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = said.dataset.done || "";
  } catch {
    said.textContent = text;
  }
}
