/** The chart of the rows that fit: the bars that the HTML has are written anew. */

import { nameOf } from "../table/columns.js";
import { find, findAll } from "../table/dom.js";

/** @import { Row } from "../table/columns.js" */

/**
 * @param {HTMLElement} chart
 * @param {Row[]} rows that fit, in the order in which equal ones are shown @param {(row: Row) => number} amountOf
 * @param {boolean} filtered whether these are not all
 */
export function drawChart(chart, rows, amountOf, filtered) {
  const bars = findAll(chart, "g");
  const lines = findAll(chart, "li");
  const most = rows.filter(amountOf).sort((a, b) => amountOf(b) - amountOf(a)).slice(0, bars.length);
  find(chart, "figcaption span").hidden = !filtered;
  bars.forEach((bar, i) => {
    const row = most[i];
    lines[i].hidden = !row;
    if (!row) return bar.setAttribute("display", "none");
    bar.removeAttribute("display");
    drawBar(bar, nameOf(row), amountOf(row), (amountOf(row) / amountOf(most[0])) * Number(chart.dataset.room));
    lines[i].textContent = (lines[i].textContent || "").replace(/.*: [\d.]+/, () => `${nameOf(row)}: ${amountOf(row)}`);
  });
  const svg = find(chart, "svg");
  svg.setAttribute("viewBox", (svg.getAttribute("viewBox") || "").replace(/\d+$/, String(Number(svg.dataset.step) * most.length)));
}

/** @param {Element} bar @param {string} name @param {number} amount @param {number} length */
function drawBar(bar, name, amount, length) {
  const [named, number] = bar.querySelectorAll("text");
  const path = find(bar, "path");
  path.setAttribute("d", (path.getAttribute("d") || "").replace(/h.*/, `h${length}v13h-${length}z`));
  number.setAttribute("dx", String(length));
  named.textContent = name;
  number.textContent = String(amount);
}
