/** What a reader chose, in the address: it can be shared, and a reload finds it again. */

import { decoded, withValues } from "./address.js";
import { find, findAll } from "./dom.js";
import { fill } from "./text.js";

/** @import { Row } from "./columns.js" */
/** @import { Table } from "./table.js" */

// What the selection was called in links that were shared from 1.0.0.
const OLD_NAME = "picks";

/** @param {Table} table */
export function readAddress(table) {
  const given = new URLSearchParams(location.search);
  const { filters, rows, selection, sorting } = table;
  filters.read(given);
  selection?.read(given.get("selection") ?? given.get(OLD_NAME), rows.all);
  table.sort(given.get("sort") || sorting.chosen || sorting.kept);
  if (selection?.ids.size || table.onDemand.helper) table.showSelection();
}

/** The address of what is shown. @param {Table} table @param {boolean} sorted whether it says the order, too */
export function addressOf({ filters, form, selection, sorting }, sorted) {
  const { values } = filters;
  if (selection?.ids.size) values.set("selection", [...selection.ids]);
  if (sorted && sorting.chosen) values.set("sort", [sorting.chosen]);
  const names = findAll(form, "input, select").map((control) => control.getAttribute("name") || "");
  return withValues(location.href, [...names, "sort", "selection", OLD_NAME], values);
}

/** @param {Table} table */
export function writeAddress(table) {
  try {
    history.replaceState(history.state, "", addressOf(table, false));
  } catch {
    // Some browsers do not allow it for a page that was opened from a folder.
  }
}

/**
 * The row that a fragment names, or the only one that it can mean: the name of a row may be said without its end.
 * @param {Row[]} rows @param {string} fragment
 */
function rowOf(rows, fragment) {
  const meant = rows.filter(({ id }) => id === fragment || id.startsWith(fragment + "-"));
  return meant.find(({ id }) => id === fragment) || (meant.length === 1 && !document.getElementById(fragment) && meant[0]);
}

/** A link to a row shows it, whatever the filters say. @param {Table} table @param {number} atOnce */
export function goToRow(table, atOnce) {
  const fragment = decoded(location.hash.slice(1));
  const { rows, status, texts } = table;
  for (const old of rows.all) old.classList.remove("here");
  const row = fragment && rowOf(rows.all, fragment);
  if (!row) {
    // What begins like a row and is none: a reader who came for it is told.
    if (fragment.startsWith(texts.prefix || "#") && !document.getElementById(fragment)) status.say(fill(texts.unknown, { name: fragment }));
    return;
  }
  if (!rows.fitting.includes(row)) table.clear();
  if (!rows.shown.has(row)) table.apply(rows.fitting.indexOf(row) < atOnce ? atOnce : Infinity);
  row.classList.add("here");
  find(row, "th > details")?.setAttribute("open", "");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ behavior: "instant" });
}
