/** The columns of a table by what they can be sorted by; a cell with several figures has as many. */

import { find, findAll } from "./dom.js";

/** @typedef {HTMLTableRowElement} Row */
/** @typedef {{key: string, name: string, th: HTMLTableCellElement, part: number, numeric: boolean, figure: boolean}} Column
 * A figure is written in the measure that the reader chose; other numbers stay as they are. */

/**
 * Makes each heading a button. Figures stand in the order in which amounts list them.
 * @param {Row} head @param {(column: Column) => void} onPress
 */
export const makeColumns = (head, onPress) =>
  [...head.cells].flatMap((th) =>
    findAll(th, "span").map((span, part) => {
      const { key = "", n } = span.dataset;
      const column = { key, name: span.firstChild?.textContent?.trim() || "", th, part, numeric: !!n, figure: n === "figure" };
      const button = document.createElement("button");
      button.type = "button";
      button.append(...span.childNodes);
      button.onclick = () => onPress(column);
      span.append(button);
      return column;
    }),
  );

// What a row that opens is called stands in its summary.
export const HEADING = "th > a, summary > b";

/** The name of a row. @param {Row} row */
export const nameOf = (row) => find(row, HEADING).textContent || "";

/** Where a row has what belongs to a column. @param {Row} row @param {Column} column @returns {HTMLElement} */
export function placeOf(row, { th, part }) {
  const cell = row.cells[th.cellIndex];
  return findAll(cell, ".f")[part] || cell;
}

/**
 * What a row is sorted by in a column.
 * @param {Row} row @param {Column} column @param {{figure: (row: Row, column: Column) => string} | null} figures
 */
export function sortValue(row, column, figures) {
  const place = placeOf(row, column);
  if (column.numeric) {
    const amount = parseFloat((column.figure && figures?.figure(row, column)) || place.textContent || "");
    return isNaN(amount) ? undefined : amount;
  }
  /** @type {HTMLDataElement | null} */
  const ranked = place.querySelector("data");
  return ranked ? Number(ranked.value) : (column.th.cellIndex ? place.textContent?.trim() : nameOf(row)) || undefined;
}
