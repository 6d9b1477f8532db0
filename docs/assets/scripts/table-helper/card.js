/** The card of a row: everything that its cells say, the columns of all views. */

import { nameOf } from "../table/columns.js";
import { find, findAll } from "../table/dom.js";

/** @import { Row } from "../table/columns.js" */

/** @param {HTMLElement} table @param {Row} row @param {string} measure named by a class of the caption's words */
export function openCard(table, row, measure) {
  /** @type {HTMLDialogElement} */
  const card = find(table, ".card");
  find(card, ".title").textContent = nameOf(row);
  find(card, ".measure").textContent = find(table, `caption .per-${measure}`).textContent;
  find(card, "dl").replaceChildren(...linesOf(table, row));
  // A second press finds it open.
  if (!card.open) card.showModal();
}

/** @param {HTMLElement} table @param {Row} row */
function linesOf(table, row) {
  const heads = findAll(table, "thead th");
  return [...row.cells].slice(1).flatMap((cell) => {
    const figures = findAll(cell, ".f");
    return (figures.length ? figures : [cell]).flatMap((part) => {
      const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
      for (const named of findAll(copy, "[id]")) named.removeAttribute("id");
      const [name, value] = [document.createElement("dt"), document.createElement("dd")];
      name.textContent = part.dataset.label || heads[cell.cellIndex].dataset.label || "";
      value.append(...copy.childNodes, part.dataset.p ? ` (${part.dataset.p})` : "");
      return [name, value];
    });
  });
}
