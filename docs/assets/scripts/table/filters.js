/** The form of a table: which filters are on, and which rows they let through. */

import { parted } from "./address.js";
import { nameOf } from "./columns.js";
import { findAll } from "./dom.js";
import { fits } from "./matching.js";
import { fold } from "./text.js";

/** @import { Asked } from "./matching.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @import { Row } from "./columns.js" */

/** The value of a control that is on, else "". @param {Control} control */
export const valueOf = (control) => (control.type === "checkbox" && !(/** @type {HTMLInputElement} */ (control).checked) ? "" : control.value.trim());

/** Whether a filter leaves out the rows that it names. @param {Control} control */
export const leavesOut = (control) => control.closest("[data-drop]");

/** @param {Control} control @param {string[]} values what is not among its choices is ignored */
export function setControl(control, values) {
  const box = /** @type {HTMLInputElement} */ (control);
  // The first button of a group is its default, so another that is asked for comes after it.
  if (/checkbox|radio/.test(box.type)) box.checked = box.defaultChecked || values.includes(box.value);
  else if (box.type === "search") box.value = values.join(",");
  else {
    control.value = values[0] || "";
    if (!control.value) control.value = "";
  }
}

/** The filters that are on, in words. @param {Control[]} filters */
export const inWords = (filters) =>
  filters
    .map((control) => {
      const group = control.closest("fieldset")?.firstElementChild;
      const value = control instanceof HTMLSelectElement ? control.selectedOptions[0].text : control.type === "search" ? control.value : "";
      return [group?.textContent, control.labels?.[0].textContent?.trim(), value].filter(Boolean).join(": ");
    })
    .join("; ");

export class Filters {
  #form;
  /** What a search looks in, row by row. @type {Map<Row, string>} */
  #texts = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  /** All of them, used or not. The radio buttons and the order are none: they say how rows are shown. */
  get all() {
    return /** @type {Control[]} */ (findAll(this.#form, "select:not([name=sort]), input:not([type=radio])"));
  }

  get active() {
    return this.all.filter(valueOf);
  }

  /** What the form says, as names and values of an address; nothing of what it says at first. */
  get values() {
    /** @type {Map<string, string[]>} */
    const values = new Map();
    for (const control of [...this.active, .../** @type {Control[]} */ (findAll(this.#form, "[type=radio]:checked:not(:default)"))])
      values.set(control.name, [...(values.get(control.name) || []), valueOf(control)]);
    return values;
  }

  /** @param {URLSearchParams} given */
  read(given) {
    for (const control of /** @type {Control[]} */ (findAll(this.#form, "input, select"))) setControl(control, parted(given.get(control.name)));
  }

  clear() {
    for (const control of this.active) setControl(control, []);
  }

  /** A test for rows, or null where none is asked for. @param {Row[]} rows all of them */
  test(rows) {
    const active = this.active;
    if (!active.length) return null;
    /** @type {Asked} */
    const asked = { words: [], wanted: [], unwanted: [] };
    for (const control of active) {
      const value = valueOf(control);
      if (control.type === "search") asked.words.push(...fold(value).split(/\s+/));
      else asked[leavesOut(control) ? "unwanted" : "wanted"].push(` ${control.name}:${value} `);
    }
    if (asked.words.length && !this.#texts.size) for (const row of rows) this.#texts.set(row, fold(`${nameOf(row)} ${row.dataset.find || ""}`));
    return (/** @type {Row} */ row) => fits(asked, row.dataset.k || "", this.#texts.get(row));
  }
}
