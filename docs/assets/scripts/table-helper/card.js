/** The card of a row, and of two or three side by side: everything that their cells say, the columns of all views. */

import { nameOf } from "../table/columns.js";
import { find, findAll } from "../table/dom.js";

/** @import { Row } from "../table/columns.js" */

/** @param {HTMLElement} table @param {Row[]} rows @param {string} measure named by a class of the caption's words */
export function openCard(table, rows, measure) {
  /** @type {HTMLDialogElement} */
  const card = find(table, ".card:not(.chosen)");
  const facts = rows.map((row) => factsOf(table, row));
  find(card, ".title").textContent = rows.map(nameOf).join(", ");
  find(card, ".measure").textContent = find(table, `caption .per-${measure}`).textContent;
  // One row needs no name over its figures: the card has it.
  const names = document.createElement("tr");
  names.append(...["", ...rows.map(nameOf)].map((name) => heading("col", name)));
  find(card, "thead").replaceChildren(...(rows.length > 1 ? [names] : []));
  find(card, "tbody").replaceChildren(...facts[0].map(([name], i) => line(name, facts.map((each) => each[i][1]))));
  // A second press finds it open.
  if (!card.open) card.showModal();
}

/** What a row says under each name. @param {HTMLElement} table @param {Row} row @returns {[string, (Node | string)[]][]} */
function factsOf(table, row) {
  const heads = /** @type {HTMLTableCellElement[]} */ (findAll(table, ".data thead th"));
  // What stays as it is in every measure is among the figures, too.
  const cells = [...row.cells].slice(1).filter(({ cellIndex }) => !heads[cellIndex].querySelector("[data-n=fixed]"));
  return cells.flatMap((cell) => {
    const figures = findAll(cell, ".f");
    return (figures.length ? figures : [cell]).map((part) => {
      const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
      for (const named of findAll(copy, "[id]")) named.removeAttribute("id");
      const name = part.dataset.label || heads[cell.cellIndex].dataset.label || "";
      return /** @type {[string, (Node | string)[]]} */ ([name, [...copy.childNodes, part.dataset.p ? ` (${part.dataset.p})` : ""]]);
    });
  });
}

/** @param {string} name @param {(Node | string)[][]} values one for each row */
function line(name, values) {
  const tr = document.createElement("tr");
  tr.append(heading("row", name), ...values.map(cell));
  return tr;
}

/** @param {string} scope @param {string} name */
function heading(scope, name) {
  const made = document.createElement("th");
  made.scope = scope;
  made.textContent = name;
  return made;
}

/** @param {(Node | string)[]} content */
function cell(content) {
  const made = document.createElement("td");
  made.append(...content);
  return made;
}
