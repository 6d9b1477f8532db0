/** What is said of the rows that fit: how many, in which order, and the way out where there are none or too many. */

import { find } from "./dom.js";
import { inWords } from "./filters.js";
import { fill } from "./text.js";

/** @import { Control } from "./filters.js" */
/** @import { Rows } from "./rows.js" */

export class Status {
  #texts;
  #line;
  #nothing;
  #more;
  #on;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#texts = element.dataset;
    this.#line = find(element, "[role=status]");
    this.#nothing = find(element, ".nothing");
    this.#more = find(element, ".all");
    this.#on = /** @type {HTMLElement | null} */ (element.querySelector(".on"));
    find(element, ".scroll").after(this.#nothing, this.#more);
  }

  /** Says something to everyone, a screen reader too, and each thing once. @param {string} [text] */
  say(text = "") {
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  /** @param {Rows} rows @param {number} limit @param {Control[]} active filters @param {string} order in words */
  update(rows, limit, active, order) {
    const count = rows.fitting.length;
    const counted = active.length ? fill(this.#texts.count, { shown: count, total: rows.all.length }) : "";
    this.say([counted, order].filter(Boolean).join(". "));
    if (this.#on) this.#on.textContent = active.length ? fill(this.#on.dataset.on, { n: active.length }) : "";
    this.#nothing.hidden = count > 0;
    find(this.#nothing, "span").textContent = count ? "" : inWords(active);
    this.#more.hidden = count <= limit;
    this.#more.textContent = fill(this.#more.dataset.text, { n: count });
  }
}
