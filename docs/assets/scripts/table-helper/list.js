/** The reader's list: its rows, what they sum to, and the list alone on paper. */

import { nameOf } from "../table/columns.js";
import { find } from "../table/dom.js";
import { fill } from "../table/text.js";
import { sumUp } from "./sums.js";

/** @import { Row } from "../table/columns.js" */
/** @import { Known } from "./amounts.js" */

/** @param {HTMLElement} panel @param {Row[]} rows the reader's @param {Record<string, Known>} known */
export function showList(panel, rows, known) {
  find(panel, "ul").replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#" + row.id;
      link.textContent = nameOf(row);
      line.append(link);
      return line;
    }),
  );
  const sums = find(panel, ".sums");
  const values = sumUp(rows.map((row) => known[row.id]));
  const missing = values.measured < values.n ? ` ${fill(sums.dataset.missing, values)}` : "";
  sums.textContent = values.n ? fill(sums.dataset.text, values) + missing : "";
}

/** The list alone, on one page. @param {HTMLElement} panel */
export function printList(panel) {
  const root = document.documentElement;
  // One at a time: a reader who presses twice wants one list.
  if (root.dataset.print) return;
  const sheet = document.createElement("div");
  sheet.className = "selection-sheet";
  sheet.append(...["summary", ".sums", "ul"].map((part) => find(panel, part).cloneNode(true)));
  document.body.append(sheet);
  root.dataset.print = "selection";
  addEventListener("afterprint", () => (sheet.remove(), delete root.dataset.print), { once: true });
  print();
}
