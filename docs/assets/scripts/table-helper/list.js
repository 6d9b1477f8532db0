/** The reader's list as a plate of the day: its rows, what they sum to, what is missing; and alone on paper. */

import { nameOf } from "../table/columns.js";
import { find, findAll } from "../table/dom.js";
import { fill } from "../table/text.js";
import { sumUp } from "./sums.js";

/** @import { Row } from "../table/columns.js" */
/** @import { Known } from "./amounts.js" */

/** @param {HTMLElement} plate @param {Row[]} rows the reader's @param {Record<string, Known>} known */
export function showList(plate, rows, known) {
  find(plate, "ul").replaceChildren(...rows.map((row) => item(link(row))));
  const sums = find(plate, ".sums");
  const { text, missing, below, from, aim } = sums.dataset;
  const values = sumUp(rows.map((row) => known[row.id]));
  const rest = Math.round((Number(from) - values.sum) * 10) / 10;
  const said = [text, rest > 0 ? below : "", values.measured < values.n ? missing : ""];
  sums.textContent = values.n ? said.filter(Boolean).map((each) => fill(each, { ...values, rest })).join(" ") : "";
  find(plate, "path").setAttribute("d", `M0 0h${Math.min(100, Math.round((values.sum / Number(aim)) * 100))}v3H0`);
  /** @type {HTMLButtonElement} */
  const compare = find(plate, "[name=compare]");
  compare.disabled = rows.length < 2 || rows.length > Number(compare.dataset.most);
}

/** @param {...(Node | string)} content */
function item(...content) {
  const made = document.createElement("li");
  made.append(...content);
  return made;
}

/** @param {Row} row */
function link(row) {
  const made = document.createElement("a");
  made.href = "#" + row.id;
  made.textContent = nameOf(row);
  return made;
}

/** What rows say of others with sources, such as cautions: each once, with the names of its rows. @param {Row[]} rows */
function warnings(rows) {
  /** @type {Map<string, string[]>} */
  const said = new Map();
  for (const row of rows)
    for (const { textContent } of findAll(row, "dd .line:has(b)")) said.set(textContent || "", [...(said.get(textContent || "") || []), nameOf(row)]);
  return [...said].map(([text, names]) => item(`${text} (${names.join("; ")})`));
}

/** The list alone, on one page, with what its rows warn of. @param {HTMLElement} plate @param {Row[]} rows the reader's */
export function printList(plate, rows) {
  const root = document.documentElement;
  // One at a time: a reader who presses twice wants one list.
  if (root.dataset.print) return;
  const sheet = document.createElement("div");
  sheet.className = "selection-sheet";
  const warned = document.createElement("ul");
  warned.className = "warned";
  warned.append(...warnings(rows));
  sheet.append(...[".title", ".sums", "ul"].map((part) => find(plate, part).cloneNode(true)), warned);
  document.body.append(sheet);
  root.dataset.print = "selection";
  addEventListener("afterprint", () => (sheet.remove(), delete root.dataset.print), { once: true });
  print();
}
