/**
 * <data-table> gives the finished table inside it a search, filters, views, sorting, a list of the reader's own and a
 * state in the address. If anything here throws, the table stays as it was built.
 *
 * Put it before the first table of a page: a style that waits for this element can then never leave half a table.
 */

import { find, findAll } from "./table/dom.js";
import { listen } from "./table/listening.js";
import { goToRow, readAddress } from "./table/state.js";
import { AT_ONCE, Table } from "./table/table.js";

class DataTable extends HTMLElement {
  /** @type {Table | null} */
  #table = null;
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#start(signal), { once: true, signal });
    else this.#start(signal);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** @param {AbortSignal} signal ends it */
  #start(signal) {
    try {
      // It is gone once the table is alive: an element that is moved comes alive again as it was.
      if (find(this, "template")) this.#table = new Table(this);
      if (!this.#table) return;
      listen(this.#table, signal);
      readAddress(this.#table);
      this.setAttribute("ready", "");
      goToRow(this.#table, AT_ONCE);
    } catch (error) {
      this.#giveUp();
      console.error(error);
    }
  }

  /** The table as it was built: all columns, all rows, no control. */
  #giveUp() {
    this.#leaving.abort();
    this.#table = null;
    this.removeAttribute("view");
    this.setAttribute("failed", "");
    for (const button of findAll(this, ".data thead button")) button.replaceWith(...button.childNodes);
    for (const part of findAll(this, ".controls, .tools, .nothing, .all")) part.remove();
  }
}

customElements.define("data-table", DataTable);
