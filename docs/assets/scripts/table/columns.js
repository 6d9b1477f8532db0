/** The columns of a table by what they can be sorted by; a cell with several figures has as many. */

import { findAll } from "./dom.js";

/** @typedef {HTMLTableRowElement} Row */
/** @typedef {{key: string, name: string, th: HTMLTableCellElement, part: number, numeric: boolean}} Column */

/**
 * Makes each heading a button. Figures stand in the order in which amounts list them.
 * @param {Row} head @param {(column: Column) => void} onPress
 */
export const makeColumns = (head, onPress) =>
  [...head.cells].flatMap((th) =>
    findAll(th, "span").map((span, part) => {
      const { key = "", n } = span.dataset;
      const column = { key, name: span.firstChild?.textContent?.trim() || "", th, part, numeric: n !== undefined };
      const button = document.createElement("button");
      button.type = "button";
      button.append(...span.childNodes);
      button.onclick = () => onPress(column);
      span.append(button);
      return column;
    }),
  );

/** The name of a row. @param {Row} row */
export const nameOf = (row) => row.cells[0].firstElementChild?.textContent || "";

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
    const amount = parseFloat(figures?.figure(row, column) ?? place.textContent ?? "");
    return isNaN(amount) ? undefined : amount;
  }
  /** @type {HTMLDataElement | null} */
  const ranked = place.querySelector("data");
  return ranked ? Number(ranked.value) : (column.th.cellIndex ? place.textContent?.trim() : nameOf(row)) || undefined;
}
