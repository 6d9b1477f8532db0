/** What a reader does with a table, and what the table does then. */

import { press } from "./buttons.js";
import { find } from "./dom.js";
import { writePrintLine } from "./paper.js";
import { goToRow, readAddress, writeAddress } from "./state.js";
import { AT_ONCE } from "./table.js";
import { chooseView } from "./views.js";

/** @import { Table } from "./table.js" */

// After a letter the rows that fill a screen are shown first, and the others once those are seen.
const LEAST_ROW_PX = 60;
const WAIT_MS = 150;

/** @param {Table} table @param {AbortSignal} signal ends it */
export function listen(table, signal) {
  const { element, form, wide } = table;
  /** @type {(target: EventTarget, type: string, act: (event: Event) => void) => void} */
  const on = (target, type, act) => target.addEventListener(type, act, { signal, capture: type === "toggle" });
  let timer = 0;
  placeSettings(table);
  on(wide, "change", () => (placeSettings(table), table.addParts()));
  on(form, "input", ({ target }) => {
    const { name, type, value } = /** @type {HTMLInputElement} */ (target);
    const typed = type === "search";
    // At once: the reader may leave before the rows are shown.
    writeAddress(table);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (name === "sort") sortBy(table, value);
        else if (name === "per") table.sort(table.sorting.chosen);
        else table.apply(AT_ONCE, typed ? Math.ceil(innerHeight / LEAST_ROW_PX) : AT_ONCE);
      },
      typed ? WAIT_MS : 0,
    );
  });
  form.addEventListener("focusin", () => table.texts.amounts && table.onDemand.use(() => {}), { once: true, signal });
  on(form, "submit", (event) => event.preventDefault());
  on(form, "reset", (event) => (event.preventDefault(), table.clear()));
  on(element, "click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button) press(table, button);
  });
  on(element, "toggle", () => table.addParts());
  on(element, "change", ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    const row = box.closest("tr");
    if (row) {
      table.selection?.set(row, box.checked);
      table.keepSelection();
    } else if (box.name === "keep") table.selection?.write();
  });
  on(window, "popstate", () => (readAddress(table), goToRow(table, AT_ONCE)));
  on(window, "beforeprint", () => writePrintLine(table));
}

/** What the rows are ordered by comes into view. @param {Table} table @param {string} sorting */
function sortBy(table, sorting) {
  chooseView(table, table.sorting.columnOf(sorting));
  writeAddress(table);
  table.sort(sorting);
}

/** On a phone the settings are in a sheet over the page, on a desk they stand above the rows. @param {Table} table */
function placeSettings({ form, wide }) {
  /** @type {HTMLDialogElement | null} */
  const sheet = form.querySelector(".chooser");
  if (wide.matches) sheet?.close();
  (wide.matches ? sheet : sheet?.lastElementChild)?.before(find(form, ".settings"));
}
