/** The figures of rows in the measure that a reader chose: for 100 g as the HTML has them, or for a serving. */

import { placeOf } from "../table/columns.js";

/** @import { Column, Row } from "../table/columns.js" */
/**
 * What is known of a row. `figures` has a serving's amount and, in words, the percents of a serving and of 100 g; `sum`
 * is what counts for the reader's list, not rounded, and `kind` what it counts as; `also` what the row says to filters on
 * amounts, `find` its other names.
 * @typedef {{figures: string[][], sum?: string, kind?: string, also?: string, find?: string}} Known
 */

export class Amounts {
  #known;
  #columns;
  /** The figures of rows as the HTML had them. @type {Map<Row, string[]>} */
  #sources = new Map();
  /** Which rows are written per serving now. @type {Map<Row, boolean>} */
  #written = new Map();

  /** @param {Record<string, Known>} known by the id of a row @param {Column[]} columns those with figures */
  constructor(known, columns) {
    this.#known = known;
    this.#columns = columns;
  }

  /** @param {Row} row */
  #source(row) {
    let texts = this.#sources.get(row);
    if (!texts) {
      texts = this.#columns.map((column) => placeOf(row, column).firstChild?.nodeValue || "");
      this.#sources.set(row, texts);
    }
    return texts;
  }

  /** What a serving of a row has in a column, as it is shown. @param {Row} row @param {Column} column */
  served(row, column) {
    return this.#known[row.id].figures[this.#columns.indexOf(column)][0];
  }

  /** A figure as it is shown in a measure. @param {Row} row @param {Column} column @param {boolean} serving */
  figure(row, column, serving) {
    return (serving && this.served(row, column)) || this.#source(row)[this.#columns.indexOf(column)];
  }

  /** Writes the figures of rows in a measure. @param {Iterable<Row>} rows @param {boolean} serving */
  write(rows, serving) {
    for (const row of rows) {
      if (this.#written.get(row) === serving) continue;
      const texts = this.#source(row);
      this.#written.set(row, serving);
      this.#known[row.id].figures.forEach(([served, percentServed, percent], i) => {
        const place = placeOf(row, this.#columns[i]);
        if (!served || !place.firstChild) return;
        place.firstChild.nodeValue = serving ? served : texts[i];
        place.dataset.p = serving ? percentServed : percent;
        place.querySelector("path")?.setAttribute("d", `M0 0h${Math.min(parseInt(place.dataset.p), 100)}v3H0`);
      });
    }
  }
}
