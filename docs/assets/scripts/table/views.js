/** The views of a table: columns that are seen together. */

import { find, findAll } from "./dom.js";

/** @import { Column } from "./columns.js" */
/** @import { Table } from "./table.js" */

/** @param {Table} table @returns {HTMLInputElement[]} */
const viewsOf = ({ form }) => findAll(form, "[name=view]");

/** Chooses a view that has a column, unless the one that is seen has it. @param {Table} table @param {Column} [column] */
export function chooseView(table, column) {
  const having = column?.th.className.match(/\bv\d/g);
  const seen = "v" + table.element.getAttribute("view");
  if (having && !having.includes(seen)) viewsOf(table)[Number(having[0][1]) - 1].checked = true;
}

/** Shows the view that was chosen and, in it, figures in the measure that was chosen. @param {Table} table */
export function showView(table) {
  const { element, measure, onDemand, rows } = table;
  const index = viewsOf(table).findIndex((each) => each.checked) + 1;
  if (index) element.setAttribute("view", String(index));
  if (!measure || !find(element, `.data thead .n${index ? ".v" + index : ""}`)) return;
  if (onDemand.helper) onDemand.helper.write(rows.shown, measure);
  else onDemand.use(() => table.sort(table.sorting.chosen));
}
