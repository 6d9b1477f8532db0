/** The rows that a reader chose: they are in the address or, when asked for, on the device. */

import { joined, parted } from "./address.js";
import { find } from "./dom.js";
import { keep, kept } from "./storage.js";

/** @import { Row } from "./columns.js" */

export class Selection {
  /** What the address knows the rows by. @type {Set<string>} */
  ids = new Set();
  #prefix;
  #storedAs;
  /** Where version 1.0.0 kept the list: a reader's choice outlives a new name. */
  #storedBefore;
  #element;

  /** @param {HTMLElement} element @param {string} table its name @param {string} prefix of the ids of rows in the page */
  constructor(element, table, prefix) {
    this.#element = element;
    this.#storedAs = "selection:" + table;
    this.#storedBefore = "picks:" + table;
    this.#prefix = prefix;
  }

  /** @returns {HTMLInputElement} */
  get #keeps() {
    return find(this.#element, "[name=keep]");
  }

  /** @param {Row} row */
  #idOf(row) {
    return row.id.slice(this.#prefix.length);
  }

  /** @param {Row} row */
  has(row) {
    return this.ids.has(this.#idOf(row));
  }

  /** @param {string | null} given by the address @param {Row[]} rows that there are */
  read(given, rows) {
    const onDevice = kept("localStorage", this.#storedAs) ?? kept("localStorage", this.#storedBefore);
    const asked = new Set(parted(given ?? onDevice));
    this.ids = new Set(rows.map((row) => this.#idOf(row)).filter((id) => asked.has(id)));
    this.#keeps.checked = onDevice !== null;
  }

  /** Adds a row or takes it off. @param {Row} row @param {boolean} on */
  set(row, on) {
    if (on) this.ids.add(this.#idOf(row));
    else this.ids.delete(this.#idOf(row));
  }

  /** Keeps the list on the device, or forgets it there, as the reader asked. */
  write() {
    // An empty list that is kept is a mark that the reader wants the next one kept, too.
    keep("localStorage", this.#storedAs, this.#keeps.checked ? joined([...this.ids]) || "," : null);
    keep("localStorage", this.#storedBefore, null);
  }

  /** Says how many there are, and which of these rows. @param {Iterable<Row>} rows */
  show(rows) {
    find(this.#element, ".selected").textContent = String(this.ids.size);
    for (const row of rows) {
      const box = /** @type {HTMLInputElement | null} */ (row.querySelector(".tools input"));
      if (box) box.checked = this.has(row);
    }
  }
}
