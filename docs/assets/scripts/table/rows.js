/** The rows of a table: those that fit, in the order that was chosen, and those of them that are on the page. */

/** @import { Row } from "./columns.js" */

export class Rows {
  /** All of them, in the order of the HTML. */
  all;
  /** Those that fit, in the order that was chosen. */
  fitting;
  /** Those of them that are on the page. */
  shown;
  /** Those of them that were not, before the last change. @type {Row[]} */
  added = [];
  #order;
  #moved = false;
  #body;

  /** @param {HTMLTableSectionElement} body @param {number} shown how many of them the HTML shows */
  constructor(body, shown) {
    this.#body = body;
    this.all = this.#order = this.fitting = [...body.rows];
    this.shown = new Set(this.all.slice(0, shown));
  }

  get filtered() {
    return this.fitting !== this.#order;
  }

  /** @param {Row[] | null} rows all of them; null for the order of the HTML */
  set order(rows) {
    this.#order = rows || this.all;
  }

  /** @param {((row: Row) => boolean) | null} fits which rows fit; null for all */
  filter(fits) {
    this.fitting = fits ? this.#order.filter(fits) : this.#order;
  }

  /** Puts the first of the rows that fit on the page. @param {number} count */
  show(count) {
    const rows = this.fitting.slice(0, count);
    const next = new Set(rows);
    for (const row of this.shown) if (!next.has(row)) row.classList.add("off");
    this.added = rows.filter((row) => !this.shown.has(row));
    for (const row of this.added) row.classList.remove("off");
    const sorted = this.#order !== this.all;
    // Rows that are not shown may stand anywhere.
    if (sorted || this.#moved) this.#body.prepend(...rows);
    this.#moved = sorted;
    this.shown = next;
  }
}
