/** What is said of the rows that fit: how many, in which order, and the way out where there are none or too many. */

import { find, findAll } from "./dom.js";
import { inWords } from "./filters.js";
import { fill } from "./text.js";

/** @import { Control } from "./filters.js" */
/** @import { Rows } from "./rows.js" */

export class Status {
  #element;
  #texts;
  #line;
  #nothing;
  #more;
  #on;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#texts = element.dataset;
    this.#line = find(element, ".count");
    this.#nothing = find(element, ".nothing");
    this.#more = find(element, ".all");
    this.#on = /** @type {HTMLElement | null} */ (element.querySelector(".on"));
    const rows = find(element, ".scroll");
    rows.before(this.#nothing);
    rows.after(this.#more);
  }

  /** Says something to everyone, a screen reader too, and each thing once. @param {string} [text] */
  say(text = "") {
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  /** @param {Rows} rows @param {number} limit @param {Control[]} active filters @param {string} order in words */
  update(rows, limit, active, order) {
    const count = rows.fitting.length;
    const values = { shown: count, total: rows.all.length, n: active.length };
    const said = [active.length ? fill(this.#texts.count, values) : "", order].filter(Boolean).join(". ");
    this.say(said);
    // The way to a letter is that of the order in which the rows are listed.
    this.#element.toggleAttribute("changed", !!said);
    this.#element.toggleAttribute("filtered", rows.filtered);
    for (const part of findAll(this.#element, ".chooser [data-text]")) part.textContent = fill(part.dataset.text, values);
    if (this.#on) this.#on.textContent = active.length ? fill(this.#on.dataset.on, { n: active.length }) : "";
    this.#nothing.hidden = count > 0;
    find(this.#nothing, "span").textContent = count ? "" : inWords(active);
    this.#more.hidden = count <= limit;
    this.#more.textContent = fill(this.#more.dataset.text, { n: count });
  }
}
