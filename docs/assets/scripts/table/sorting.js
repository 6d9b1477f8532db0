/** The order that a reader chose: its heading says so, and it is kept for the tab. */

import { makeColumns, sortValue } from "./columns.js";
import { find } from "./dom.js";
import { inOrder, nextOrder } from "./order.js";
import { keep, kept } from "./storage.js";
import { fill } from "./text.js";

/** @import { Column, Row } from "./columns.js" */
/** @typedef {{figure: (row: Row, column: Column) => string}} Figures what knows figures as they are shown */

export class Sorting {
  columns;
  #menu;
  /** The key of a column, after a minus when the largest comes first; "" for the order of the HTML. */
  chosen = "";
  #storedAs;

  /** @param {HTMLElement} table @param {string} storedAs @param {(sorting: string) => void} onPress */
  constructor(table, storedAs, onPress) {
    this.#storedAs = storedAs;
    this.columns = makeColumns(find(table, ".data thead tr"), ({ key, numeric }) => onPress(nextOrder(this.chosen, key, numeric)));
    /** @type {HTMLSelectElement} */
    this.#menu = find(table, "[name=sort]");
    const { numbers } = this.#menu.dataset;
    this.#menu.append(...this.columns.map(({ key, name, numeric }) => new Option(numeric ? fill(numbers, { column: name }) : name, (numeric ? "-" : "") + key)));
  }

  get kept() {
    return kept("sessionStorage", this.#storedAs) || "";
  }

  get #falling() {
    return this.chosen.startsWith("-");
  }

  /** The column that the rows are sorted by. */
  get #column() {
    return this.columnOf(this.chosen);
  }

  /** @param {string} sorting */
  columnOf(sorting) {
    return this.columns.find(({ key }) => key === sorting.replace("-", ""));
  }

  /**
   * @param {string} sorting what is no order of this table is that of the HTML
   * @param {Row[]} rows @param {Figures | null} figures null where the page shows all of them
   * @returns {Row[] | null} the rows in order; null for the order of the HTML
   */
  sort(sorting, rows, figures) {
    this.#column?.th.removeAttribute("aria-sort");
    this.chosen = sorting;
    const column = this.#column;
    if (!column) this.chosen = "";
    this.#menu.value = this.chosen;
    keep("sessionStorage", this.#storedAs, this.chosen);
    column?.th.setAttribute("aria-sort", this.#falling ? "descending" : "ascending");
    return column ? inOrder(rows, (row) => sortValue(row, column, figures), this.#falling, document.documentElement.lang) : null;
  }

  /** @param {DOMStringMap} texts */
  inWords({ falling, rising }) {
    const column = this.#column;
    return column ? fill(this.#falling ? falling : rising, { column: column.name }) : "";
  }
}
