/**
 * What a table does only when asked: figures of a serving, the card of a row, the reader's list, the chart of what is
 * shown. It is published in one file with the amounts of its table, which stand before it.
 */

import { Amounts } from "./table-helper/amounts.js";
import { openCard } from "./table-helper/card.js";
import { drawChart } from "./table-helper/chart.js";
import { printList, showList } from "./table-helper/list.js";
import { find } from "./table/dom.js";

/** @import { Column, Row } from "./table/columns.js" */
/** @import { Table } from "./table/table.js" */
/** @import { Known } from "./table-helper/amounts.js" */

// What the form calls the measure; the other is what the HTML has.
const SERVING = "serving";

export class TableHelper {
  #table;
  #known;
  #amounts;

  /** @param {Table} table @param {Record<string, Known>} known by the id of a row */
  constructor(table, known) {
    this.#table = table;
    this.#known = known;
    this.#amounts = new Amounts(known, table.sorting.columns.filter(({ figure }) => figure));
    for (const row of table.rows.all) {
      const { also, find: names } = known[row.id];
      if (also) row.dataset.k = `${row.dataset.k || " "}${also} `;
      if (names) row.dataset.find = names;
    }
  }

  /** A figure in the measure that the reader chose. @param {Row} row @param {Column} column */
  figure(row, column) {
    return this.#amounts.figure(row, column, this.#table.measure === SERVING);
  }

  /** @param {Iterable<Row>} rows @param {string} measure as the form names it */
  write(rows, measure) {
    this.#table.element.setAttribute("per", measure);
    this.#amounts.write(rows, measure === SERVING);
  }

  /** @param {Row[]} rows */
  openCard(rows) {
    const { measure = SERVING } = this.#table;
    this.write(rows, measure);
    openCard(this.#table.element, rows, measure);
  }

  /** The rows of the reader's list side by side. */
  compare() {
    this.openCard(this.#chosen);
  }

  showList() {
    showList(this.#plate, this.#chosen, this.#known);
  }

  printList() {
    printList(this.#plate, this.#chosen);
  }

  /** @param {HTMLElement} chart */
  drawChart(chart) {
    const { rows, sorting } = this.#table;
    const column = sorting.columns.find(({ key }) => key === chart.dataset.key);
    const fitting = new Set(rows.fitting);
    // As when the chart was built: equal ones from A to Z.
    const inOrder = rows.all.filter((row) => fitting.has(row));
    if (column) drawChart(chart, inOrder, (row) => Number(this.#amounts.served(row, column)), rows.filtered);
  }

  /** The rows of the reader's list. */
  get #chosen() {
    const { rows, selection } = this.#table;
    return rows.all.filter((row) => selection?.has(row));
  }

  /** @returns {HTMLDialogElement} */
  get #plate() {
    return find(this.#table.element, ".chosen");
  }
}

window.makeTableHelper = (table) => new TableHelper(table, window.tableAmounts);
