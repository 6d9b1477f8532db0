/**
 * <data-table> gives the finished table inside it a search, filters, views, sorting, a list of picks and a state in the
 * address. Every text and every setting comes from the HTML. If anything here throws, the table stays as it was built.
 *
 * Put it before the first table of a page: a style that waits for this element can then never leave half a table.
 */
(function () {
  "use strict";

  // More rows than this are laid out only when asked for.
  const AT_ONCE = 200;
  // After a letter the rows that fill a screen are shown first, and the others once those are seen.
  const LEAST_ROW_PX = 60;
  const WAIT_MS = 150;
  const SOON_MS = 50;
  const OWN = ["view", "per", "sort", "picks"];

  /** @typedef {HTMLInputElement | HTMLSelectElement} Control */

  /** Accents and case do not matter to a search. @param {string} text */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** Puts values into a text such as "Showing {shown}". @param {string | undefined} text @param {Record<string, unknown>} values */
  const fill = (text, values) => (text || "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** A part of an address as text; one that is no valid encoding is taken as it stands. @param {string} part */
  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };

  // Values of one control are told apart by commas, so a comma inside a value is written as a code.
  /** @param {string[]} values */
  const joined = (values) => values.map((value) => value.replace(/[%,]/g, encodeURIComponent)).join(",");
  /** @param {string | null} text */
  const parted = (text) => (text || "").split(",").map(decoded);

  // Storage may be off, or full: then nothing is kept.
  /** @param {"localStorage" | "sessionStorage"} where @param {string} name @param {string | null} value what is empty is not kept */
  const keep = (where, name, value) => {
    try {
      if (value) window[where].setItem(name, value);
      else window[where].removeItem(name);
    } catch {}
  };
  /** @param {"localStorage" | "sessionStorage"} where @param {string} name @returns {string | null} */
  const kept = (where, name) => {
    try {
      return window[where].getItem(name);
    } catch {
      return null;
    }
  };

  // For what `setUp` finds before anything else runs.
  const LATER = /** @type {any} */ (null);

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  class DataTable extends HTMLElement {
    body = /** @type {HTMLTableSectionElement} */ (LATER);
    form = /** @type {HTMLFormElement} */ (LATER);
    status = /** @type {HTMLElement} */ (LATER);
    nothing = /** @type {HTMLElement} */ (LATER);
    more = /** @type {HTMLElement} */ (LATER);
    tools = /** @type {HTMLElement | null} */ (null);
    wide = matchMedia("(min-width: 769px)");

    /** All rows, in the order of the HTML; the same in the order chosen; those of them that fit; those on the page. */
    rows = /** @type {HTMLTableRowElement[]} */ ([]);
    order = this.rows;
    fitting = this.rows;
    shown = /** @type {Set<HTMLTableRowElement>} */ (new Set());
    moved = false;
    limit = AT_ONCE;
    later = 0;
    checks = /** @type {HTMLElement[]} */ ([]);
    /** Rows that have their tools. */
    equipped = /** @type {Set<HTMLTableRowElement>} */ (new Set());
    sorting = "";

    /** What a search looks in, row by row. */
    texts = /** @type {Map<HTMLTableRowElement, string>} */ (new Map());
    heads = /** @type {HTMLTableCellElement[]} */ ([]);
    keys = /** @type {Map<string, {cell: number, figure: number, th: HTMLElement}>} */ (new Map());
    figures = /** @type {{cell: number, part: number}[]} */ ([]);
    /** `TableHelper`, once it was needed. */
    helper = /** @type {any} */ (null);
    arriving = /** @type {Promise<any> | null} */ (null);
    alone = false;
    charted = false;
    picked = /** @type {Set<string>} */ (new Set());

    connectedCallback() {
      const start = () => {
        try {
          if (this.querySelector("template")) this.setUp();
        } catch (error) {
          this.giveUp();
          console.error(error);
        }
      };
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
      else start();
    }

    /**
     * @template {Element} [T=HTMLElement]
     * @param {string} selector @param {ParentNode} [within]
     */
    find(selector, within = this) {
      return /** @type {T} */ (/** @type {unknown} */ (within.querySelector(selector)));
    }

    setUp() {
      /** @type {HTMLTemplateElement} */
      const template = this.find("template");
      this.body = this.find("tbody");
      this.rows = this.order = this.fitting = [...this.body.rows];
      this.shown = new Set(this.rows.slice(0, AT_ONCE));
      template.replaceWith(template.content);
      this.form = this.find("form");
      this.status = this.find("[role=status]");
      this.nothing = this.find(".nothing");
      this.more = this.find(".all");
      this.tools = /** @type {HTMLElement | null} */ (this.find(".tools"));
      this.tools?.remove();
      this.find(".scroll").after(this.nothing, this.more);
      const open = () => this.find(".more")?.toggleAttribute("open", this.wide.matches);
      this.wide.onchange = () => (open(), this.addTools());
      open();
      this.makeHeads();
      this.listen();
      this.readAddress();
      this.apply();
      this.setAttribute("ready", "");
      this.goToRow();
    }

    /** The table as it was built: all columns, all rows, no control. */
    giveUp() {
      this.removeAttribute("view");
      this.setAttribute("failed", "");
      for (const button of this.querySelectorAll("thead button")) button.replaceWith(...button.childNodes);
      for (const part of this.querySelectorAll(".controls, .tools, .nothing, .all")) part.remove();
    }

    /** Each heading becomes a button; figures are counted in the order in which amounts list them. */
    makeHeads() {
      this.heads = /** @type {HTMLTableCellElement[]} */ ([...this.find("thead tr").children]);
      for (const th of this.heads) {
        [...th.children].forEach((span, part) => {
          const { key = "", n } = /** @type {HTMLElement} */ (span).dataset;
          const cell = th.cellIndex;
          const figure = n === undefined ? -1 : this.figures.push({ cell, part }) - 1;
          this.keys.set(key, { cell, figure, th });
          const button = document.createElement("button");
          button.type = "button";
          button.append(...span.childNodes);
          button.onclick = () => this.sort(this.sorting === key ? "-" + key : this.sorting === "-" + key ? key : (n === undefined ? "" : "-") + key);
          span.append(button);
        });
      }
    }

    listen() {
      let timer = 0;
      this.form.addEventListener("input", (event) => {
        const typed = /** @type {HTMLInputElement} */ (event.target).type === "search";
        clearTimeout(timer);
        timer = setTimeout(() => this.change(typed ? Math.ceil(innerHeight / LEAST_ROW_PX) : AT_ONCE), typed ? WAIT_MS : 0);
      });
      this.form.addEventListener("focusin", () => this.dataset.amounts && this.withHelper(() => {}), { once: true });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", (event) => (event.preventDefault(), this.clear()));
      this.addEventListener("click", (event) => this.onClick(/** @type {Element} */ (event.target)));
      this.addEventListener("change", ({ target }) => {
        const box = /** @type {HTMLInputElement} */ (target);
        const row = box.closest("tr");
        if (row && box.closest(".tools")) this.pick(this.idOf(row), box.checked);
        else if (box.name === "keep") this.keepPicks();
      });
      addEventListener("popstate", () => (this.readAddress(), this.apply(), this.goToRow()));
      addEventListener("beforeprint", () => this.writePrintLine());
    }

    /** @param {Element} target */
    onClick(target) {
      const button = target.closest("button");
      const row = target.closest("tr");
      if (!button) return;
      if (button.name === "copy") this.copy(this.address(true), button);
      else if (button.name === "clear") {
        this.clear();
        // The button is gone with what it cleared.
        this.controls()[0]?.focus();
      }
      else if (button === this.more) this.apply(Infinity);
      else if (button.name === "share") this.copy(this.address(false), button);
      else if (button.name === "empty") this.pick();
      else if (button.closest(".tools, .picks")) this.withHelper((helper) => helper.act(button, row));
    }

    // ---- What the reader asks for -------------------------------------------------------------------------------

    /** The controls that filter. */
    controls() {
      return /** @type {Control[]} */ ([...this.form.querySelectorAll("input, select")].filter((each) => !OWN.includes(/** @type {Control} */ (each).name)));
    }

    /** The value of a control that is on, else "". @param {Control} control */
    valueOf(control) {
      return control.type === "checkbox" && !(/** @type {HTMLInputElement} */ (control).checked) ? "" : control.value.trim();
    }

    active() {
      return this.controls().filter((control) => this.valueOf(control));
    }

    clear() {
      for (const control of this.active()) this.set(control, []);
      this.change();
    }

    /** @param {number} [first] */
    change(first) {
      this.apply(AT_ONCE, first);
      this.writeAddress();
    }

    /** @param {Control} control @param {string[]} values values that are not among its choices are ignored */
    set(control, values) {
      if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) control.checked = values.includes(control.value);
      else if (control.type === "search") control.value = values.join(",");
      else control.value = [.../** @type {HTMLSelectElement} */ (control).options].some((option) => option.value === values[0]) ? values[0] : "";
    }

    /** Which rows fit: one pass over texts, no look at the page. */
    test() {
      const words = /** @type {string[]} */ ([]);
      const wanted = /** @type {string[]} */ ([]);
      const unwanted = /** @type {string[]} */ ([]);
      for (const control of this.active()) {
        const value = this.valueOf(control);
        if (control.type === "search") words.push(...fold(value).split(/\s+/));
        else (control.closest("[data-drop]") ? unwanted : wanted).push(` ${control.name}:${value} `);
      }
      if (words.length && !this.texts.size) for (const row of this.rows) this.texts.set(row, fold(`${this.heading(row)} ${row.dataset.find || ""}`));
      return (/** @type {HTMLTableRowElement} */ row) => {
        const said = row.dataset.k || "";
        return wanted.every((token) => said.includes(token)) && !unwanted.some((token) => said.includes(token)) && words.every((word) => this.texts.get(row)?.includes(word));
      };
    }

    /** @param {HTMLTableRowElement} row */
    heading(row) {
      return row.cells[0].firstElementChild?.textContent || "";
    }

    // ---- What the reader sees -----------------------------------------------------------------------------------

    /**
     * Shows what fits.
     * @param {number} [limit] how many rows at most @param {number} [first] how many before the rest
     * @returns {void}
     */
    apply(limit = AT_ONCE, first = limit) {
      clearTimeout(this.later);
      this.limit = limit;
      const active = this.active();
      // What only the file knows of rows; until it is there, the filter lets everything through.
      if (!this.helper && !this.alone && active.some((control) => control.dataset.late)) {
        const again = () => this.apply(limit, first);
        return this.withHelper(again, again);
      }
      this.fitting = active.length ? this.order.filter(this.test()) : this.order;
      const count = this.fitting.length;
      this.show(first);
      if (first < Math.min(limit, count)) this.later = setTimeout(() => this.show(limit), SOON_MS);
      const counted = active.length ? fill(this.dataset.count, { shown: count, total: this.rows.length }) : "";
      this.say([counted, this.sortedBy()].filter(Boolean).join(". "));
      const on = this.find(".on");
      if (on) on.textContent = active.length ? fill(on.dataset.on, { n: active.length }) : "";
      this.nothing.hidden = count > 0;
      this.find("span", this.nothing).textContent = count ? "" : this.inForce();
      this.more.hidden = count <= limit;
      this.more.textContent = fill(this.more.dataset.text, { n: count });
    }

    /** Says something to everyone, a screen reader too, and each thing once. @param {string | undefined} text */
    say(text) {
      if (this.status.textContent !== (text || "")) this.status.textContent = text || "";
    }

    /** The order that was chosen, in words. */
    sortedBy() {
      const key = this.keys.get(this.sorting.replace(/^-/, ""));
      const name = key && this.find(`[data-key="${this.sorting.replace(/^-/, "")}"] button`, key.th)?.firstChild?.textContent?.trim();
      return name ? fill(this.sorting.startsWith("-") ? this.dataset.falling : this.dataset.rising, { column: name }) : "";
    }

    /** Puts the first of the rows that fit on the page. @param {number} count */
    show(count) {
      const rows = this.fitting.slice(0, count);
      const next = new Set(rows);
      for (const row of this.shown) if (!next.has(row)) row.classList.add("off");
      for (const row of rows) if (!this.shown.has(row)) row.classList.remove("off");
      // Rows that are not shown may stand anywhere.
      if (this.order !== this.rows || this.moved) this.body.prepend(...rows);
      this.moved = this.order !== this.rows;
      this.shown = next;
      this.showView();
      this.addTools();
      this.markToCheck();
      if (count >= this.limit) this.drawChart(this.fitting !== this.order);
    }

    /** The filters in force, in words. */
    inForce() {
      return this.active()
        .map((control) => {
          const group = control.closest("fieldset")?.firstElementChild?.textContent;
          const value = control instanceof HTMLSelectElement ? control.selectedOptions[0].text : control.type === "search" ? control.value : "";
          return [group, control.labels?.[0].textContent?.trim(), value].filter(Boolean).join(": ");
        })
        .join("; ");
    }

    /** Rows that may hold what is left out, depending on the maker, are shown and say so. */
    markToCheck() {
      const tokens = this.active().filter((control) => control.closest("[data-drop]")).map((control) => ` ${control.name}?${control.value} `);
      const words = /** @type {HTMLElement | null} */ (this.find("[data-drop]"))?.dataset.check;
      if (!words) return;
      for (const old of this.checks.splice(0)) old.remove();
      for (const row of tokens.length ? this.shown : []) {
        if (!tokens.some((token) => row.dataset.k?.includes(token))) continue;
        const note = document.createElement("strong");
        note.className = "check";
        note.textContent = words;
        row.cells[0].firstElementChild?.after(note);
        this.checks.push(note);
      }
    }

    /** @param {string} sorting a key, after a minus when the largest comes first; "" for the order of the HTML */
    sort(sorting) {
      const down = sorting.startsWith("-");
      const key = this.keys.get(sorting.slice(down ? 1 : 0));
      for (const th of this.querySelectorAll("[aria-sort]")) th.removeAttribute("aria-sort");
      this.sorting = key ? sorting : "";
      keep("sessionStorage", this.sortName(), this.sorting);
      this.order = this.rows;
      if (key) {
        key.th.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sign = down ? -1 : 1;
        const values = new Map(this.rows.map((row) => [row, this.sortValue(row, key)]));
        this.order = [...this.rows].sort((a, b) => {
          const [x, y] = [values.get(a), values.get(b)];
          // What is not there comes last in both directions.
          if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
          return sign * (typeof x === "number" ? x - Number(y) : collator.compare(x, String(y)));
        });
      }
      this.apply(this.limit);
    }

    /**
     * @param {HTMLTableRowElement} row @param {{cell: number, figure: number}} key
     * @returns {number | string | undefined}
     */
    sortValue(row, { cell, figure }) {
      if (figure < 0) {
        const ranked = row.cells[cell].querySelector("data");
        return ranked ? Number(ranked.value) : (cell ? row.cells[cell].textContent?.trim() : this.heading(row)) || undefined;
      }
      const value = parseFloat(this.helper ? this.helper.figure(row, figure) : this.place(row, figure).textContent);
      return isNaN(value) ? undefined : value;
    }

    // ---- What comes when it is asked for ------------------------------------------------------------------------

    /** Where a figure of a row stands. @param {HTMLTableRowElement} row @param {number} figure */
    place(row, figure) {
      const { cell, part } = this.figures[figure];
      return /** @type {HTMLElement} */ (row.cells[cell].querySelectorAll(".f")[part] || row.cells[cell]);
    }

    /** Shows the view that was chosen and, in it, figures in the measure that was chosen. */
    showView() {
      const index = [...this.form.querySelectorAll("[name=view]")].findIndex((each) => /** @type {HTMLInputElement} */ (each).checked) + 1;
      if (index) this.setAttribute("view", String(index));
      const per = /** @type {HTMLInputElement | null} */ (this.form.querySelector("[name=per]:checked"))?.value;
      if (!per || !this.find(`thead .n${index ? ".v" + index : ""}`)) return;
      if (!this.helper) return this.withHelper(() => this.sort(this.sorting));
      this.setAttribute("per", per);
      this.helper.write(this.shown, per === "serving");
    }

    /**
     * Amounts of a serving, the card of a row, the list of picks and the chart lie in a file that few readers need. It
     * is a script, because a page opened from a folder may not fetch data.
     * @param {(helper: any) => void} act what to do then @param {() => void} [without] what to do if it does not come
     */
    withHelper(act, without) {
      this.arriving ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = this.dataset.amounts || "";
        script.onerror = reject;
        // The file calls this by name.
        const ready = (/** @type {string} */ name, /** @type {any} */ Helper, /** @type {object} */ rows) => {
          const table = /** @type {DataTable} */ (document.querySelector(`data-table[name="${name}"]`));
          table.helper = new Helper(table, rows);
        };
        Object.assign(window, { dataTableReady: ready });
        script.onload = () => (this.helper ? resolve(this.helper) : reject());
        document.head.append(script);
      });
      const arriving = this.arriving;
      arriving.then(act, () => {
        // The next action asks for it again.
        if (this.arriving === arriving) this.arriving = null;
        this.alone = true;
        this.say(this.dataset.failed);
        without?.();
      });
    }

    /** @param {boolean} filtered */
    drawChart(filtered) {
      const chart = document.querySelector(`[data-chart="${this.getAttribute("name")}"]`);
      if (chart && (filtered || this.charted)) this.withHelper((helper) => helper.draw(chart, filtered));
      this.charted = filtered;
    }

    // ---- The address --------------------------------------------------------------------------------------------

    readAddress() {
      const given = new URLSearchParams(location.search);
      for (const control of this.controls()) this.set(control, parted(given.get(control.name)));
      for (const name of ["view", "per"]) {
        const choices = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll(`[name=${name}]`)]);
        const choice = choices.find((each) => each.value === given.get(name)) || choices[0];
        if (choice) choice.checked = true;
      }
      this.sort(given.get("sort") || this.sorting || kept("sessionStorage", this.sortName()) || "");
      this.readPicks(given.get("picks"));
    }

    /** The address of what is shown. @param {boolean} sorted whether it says the order, too */
    address(sorted) {
      const url = new URL(location.href);
      const own = new Set([...OWN, ...this.controls().map((control) => control.name)]);
      for (const name of own) url.searchParams.delete(name);
      /** @type {Map<string, string[]>} */
      const values = new Map();
      for (const control of this.active()) values.set(control.name, [...(values.get(control.name) || []), this.valueOf(control)]);
      for (const name of ["view", "per"]) {
        const choice = /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[name=${name}]:checked`));
        if (choice && !choice.defaultChecked) values.set(name, [choice.value]);
      }
      if (this.picked.size) values.set("picks", [...this.picked]);
      if (sorted && this.sorting) values.set("sort", [this.sorting]);
      for (const [name, list] of values) url.searchParams.set(name, joined(list));
      url.search = url.search.replace(/%2C/g, ",");
      return url.href;
    }

    writeAddress() {
      try {
        history.replaceState(history.state, "", this.address(false));
      } catch {
        // Some browsers do not allow it for a page that was opened from a folder.
      }
    }

    /** A link to a row shows it, whatever the filters say. */
    goToRow() {
      const row = /** @type {HTMLTableRowElement | null} */ (document.getElementById(decoded(location.hash.slice(1))));
      for (const old of this.querySelectorAll(".here")) old.classList.remove("here");
      if (!row || row.parentElement !== this.body) return;
      if (!this.fitting.includes(row)) {
        for (const control of this.active()) this.set(control, []);
        this.change();
      }
      if (!this.shown.has(row)) this.apply(this.fitting.indexOf(row) < AT_ONCE ? AT_ONCE : Infinity);
      row.classList.add("here");
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "center", behavior: "instant" });
    }

    /** @param {string} text @param {HTMLElement} button */
    async copy(text, button) {
      const said = /** @type {HTMLElement} */ (this.find("[data-done]", button.parentElement || this));
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = said.dataset.done || "";
      } catch {
        said.textContent = text;
      }
    }

    // ---- Rows and paper -----------------------------------------------------------------------------------------

    addTools() {
      // Rows drawn as entries are still a table, which not every browser sees by itself.
      if (!this.wide.matches) for (const row of this.shown) for (const part of [row, ...row.cells]) part.role = part.localName === "tr" ? "row" : part.localName === "th" ? "rowheader" : "cell";
      if (!this.tools) return;
      for (const row of this.shown) {
        if (this.equipped.has(row)) continue;
        this.equipped.add(row);
        const tools = /** @type {HTMLElement} */ (this.tools.cloneNode(true));
        for (const control of tools.querySelectorAll("input, button")) control.setAttribute("aria-label", `${(control.closest("label") || control).textContent?.trim()}: ${this.heading(row)}`);
        row.cells[0].append(tools);
        this.tick(row);
      }
    }

    /** The part of a row's id that the address knows it by. @param {HTMLTableRowElement} row */
    idOf(row) {
      return row.id.slice((this.dataset.prefix || "").length);
    }

    /** @param {HTMLTableRowElement} row */
    tick(row) {
      const box = /** @type {HTMLInputElement | null} */ (this.find(".tools input", row));
      if (box) box.checked = this.picked.has(this.idOf(row));
    }

    /** The reader's list is in the address or, when asked for, on the device. @param {string | null} given */
    readPicks(given) {
      if (!this.find(".picks")) return;
      const onDevice = kept("localStorage", this.picksName());
      const known = new Set(this.rows.map((row) => this.idOf(row)));
      this.picked = new Set(parted(given ?? onDevice).filter((id) => known.has(id)));
      /** @type {HTMLInputElement} */ (this.find("[name=keep]")).checked = onDevice !== null;
      if (this.picked.size || this.helper) this.showPicks();
    }

    /** Under which name the order is kept: that of this table on this page. */
    sortName() {
      return `sort:${location.pathname}:${this.getAttribute("name")}`;
    }

    picksName() {
      return `picks:${this.getAttribute("name")}`;
    }

    /**
     * Adds a row to the list or takes it off; without a row the list is emptied. What a reader chose is written before
     * anything is fetched to show it: they may leave at once.
     * @param {string} [id] @param {boolean} [on]
     */
    pick(id, on) {
      if (id === undefined) this.picked.clear();
      else if (on) this.picked.add(id);
      else this.picked.delete(id);
      this.writeAddress();
      this.keepPicks();
      this.showPicks();
    }

    keepPicks() {
      const asked = /** @type {HTMLInputElement} */ (this.find("[name=keep]")).checked;
      // An empty list that is kept is a mark that the reader wants the next one kept, too.
      keep("localStorage", this.picksName(), asked ? joined([...this.picked]) || "," : null);
    }

    showPicks() {
      for (const row of this.shown) this.tick(row);
      this.find(".picked").textContent = String(this.picked.size);
      this.withHelper((helper) => helper.showPicks());
    }

    writePrintLine() {
      const line = this.find(".print-line");
      line.textContent = fill(line.dataset.text, {
        n: this.fitting.length,
        total: this.rows.length,
        filters: this.inForce() || line.dataset.none,
        date: new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }),
        address: this.address(true),
      });
    }
  }

  customElements.define("data-table", DataTable);
})();
