/** A table that is alive: what a reader asks of it, and what it shows then. Its HTML gives every text and setting. */

import { find } from "./dom.js";
import { Filters, leavesOut } from "./filters.js";
import { OnDemand } from "./on-demand.js";
import { addRoles, addTools, markToCheck } from "./row-parts.js";
import { Rows } from "./rows.js";
import { Selection } from "./selection.js";
import { Sorting } from "./sorting.js";
import { writeAddress } from "./state.js";
import { Status } from "./status.js";
import { showView } from "./views.js";

// More rows than this are laid out only when asked for.
export const AT_ONCE = 200;
// All of ten thousand at once would take a phone half a minute: the next come before a reader is at the end.
const NEAR = "0px 0px 1500px";
// What is shown at first is painted before the rest comes.
const SOON_MS = 50;

/** @import { Row } from "./columns.js" */

export class Table {
  element;
  form;
  rows;
  filters;
  sorting;
  selection;
  status;
  onDemand;
  wide = matchMedia("(min-width: 769px)");
  #tools;
  #limit = AT_ONCE;
  #later = 0;
  #charted = false;
  #begun = false;
  /** Watches for the end of the rows once a reader has asked for all of them. */
  #end = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.showMore(), { rootMargin: NEAR });

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** @type {HTMLTemplateElement} */
    const template = find(element, "template");
    template.replaceWith(template.content);
    this.form = /** @type {HTMLFormElement} */ (find(element, "form"));
    this.rows = new Rows(find(element, ".data tbody"), AT_ONCE);
    this.filters = new Filters(this.form);
    this.sorting = new Sorting(element, `sort:${location.pathname}:${this.name}`, (sorting) => this.sort(sorting));
    /** @type {HTMLElement | null} */
    const mine = element.querySelector(".mine");
    this.selection = mine && new Selection(element, this.name, this.texts.prefix || "");
    if (mine) find(element, ".tally").append(mine);
    this.onDemand = new OnDemand(this);
    this.status = new Status(element);
    this.#tools = /** @type {HTMLElement | null} */ (element.querySelector(".tools"));
    this.#tools?.remove();
  }

  get name() {
    return this.element.getAttribute("name") || "";
  }

  get texts() {
    return this.element.dataset;
  }

  /** Per what figures are asked for: "serving" or "100"; undefined where there is no choice. */
  get measure() {
    return /** @type {HTMLInputElement | null} */ (find(this.form, "[name=per]:checked"))?.value;
  }

  clear() {
    this.filters.clear();
    writeAddress(this);
    this.apply();
  }

  /** @param {string} sorting */
  sort(sorting) {
    this.rows.order = this.sorting.sort(sorting, this.rows.all, this.onDemand.helper);
    this.apply(this.#limit);
  }

  /** What a reader chose is written before anything is fetched to show it: they may leave at once. */
  keepSelection() {
    writeAddress(this);
    this.selection?.write();
    this.showSelection();
  }

  showSelection() {
    this.selection?.show(this.rows.shown);
    this.onDemand.use((helper) => helper.showList());
  }

  /**
   * Shows what fits.
   * @param {number} [limit] how many rows at most @param {number} [first] how many before the rest
   * @returns {void}
   */
  apply(limit = AT_ONCE, first = limit) {
    clearTimeout(this.#later);
    this.#end.disconnect();
    this.#limit = limit;
    const { active } = this.filters;
    // What only the file knows of rows; until it is there, the filter lets everything through.
    if (!this.onDemand.helper && !this.onDemand.missed && active.some((control) => control.dataset.late)) {
      const again = () => this.apply(limit, first);
      return this.onDemand.use(again, again);
    }
    this.rows.filter(this.filters.test(this.rows.all));
    this.#show(first);
    if (first < Math.min(limit, this.rows.fitting.length)) this.#later = setTimeout(() => this.#show(limit), SOON_MS);
    this.status.update(this.rows, limit, active, this.sorting.inWords(this.texts));
  }

  /** The next rows; then those after them, whenever a reader comes near the end. */
  showMore() {
    const more = find(this.element, ".all");
    this.#limit += AT_ONCE;
    this.#show(this.#limit);
    more.hidden = this.rows.fitting.length <= this.#limit;
    this.#end.disconnect();
    if (!more.hidden) this.#end.observe(more);
  }

  /** @param {number} count */
  #show(count) {
    this.rows.show(count);
    showView(this);
    this.addParts(this.#begun ? this.rows.added : this.rows.shown);
    this.#begun = true;
    markToCheck(this.element, this.rows.shown, this.filters.active.filter(leavesOut));
    const { filtered } = this.rows;
    const chart = find(document, `[data-chart="${this.name}"]`);
    if (count < this.#limit) return;
    if (chart && (filtered || this.#charted)) this.onDemand.use((helper) => helper.drawChart(chart));
    this.#charted = filtered;
  }

  /** What rows on the page need beside what the HTML gave them. @param {Iterable<Row>} [rows] */
  addParts(rows = this.rows.shown) {
    if (!this.wide.matches) addRoles(rows);
    if (this.#tools) addTools(rows, this.#tools);
    this.selection?.show(rows);
  }
}
