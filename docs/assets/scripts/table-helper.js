/**
 * What a table does only when asked: figures of a serving, the card of a row, the reader's list, the chart of what is
 * shown. It is published in one file with the amounts of its table, which calls it with them.
 */
(function () {
  "use strict";

  /** @typedef {HTMLTableRowElement} Row */
  /** @typedef {{figures: string[][], sum?: string, kind?: string, also?: string, find?: string}} Known figures: a serving's amount, two percents in words; sum: what counts for the list, not rounded */

  /** Puts values into a text such as "{n} of {total}". @param {string | undefined} text @param {Record<string, unknown>} values */
  const fill = (text, values) => (text || "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  class TableHelper {
    /** @param {any} table the <data-table> @param {Record<string, Known>} rows what is known of each row */
    constructor(table, rows) {
      this.table = table;
      this.known = rows;
      this.panel = /** @type {HTMLElement} */ (table.querySelector(".picks"));
      this.serving = false;
      /** The figures of rows as the HTML had them, and which rows are written per serving now. */
      this.sources = /** @type {Map<Row, string[]>} */ (new Map());
      this.written = /** @type {Map<Row, boolean>} */ (new Map());
      for (const row of table.rows) {
        const { also, find } = rows[row.id];
        if (also) row.dataset.k = `${row.dataset.k || " "}${also} `;
        if (find) row.dataset.find = find;
      }
    }

    /** @param {Row} row */
    source(row) {
      let texts = this.sources.get(row);
      if (!texts) {
        texts = this.known[row.id].figures.map((_, i) => this.table.place(row, i).firstChild?.nodeValue || "");
        this.sources.set(row, texts);
      }
      return texts;
    }

    /** A figure in the measure that is shown. @param {Row} row @param {number} figure */
    figure(row, figure) {
      const served = this.known[row.id].figures[figure][0];
      return this.serving && served ? served : this.source(row)[figure];
    }

    /** Writes the figures of rows in a measure. @param {Iterable<Row>} rows @param {boolean} serving */
    write(rows, serving) {
      this.serving = serving;
      for (const row of rows) {
        if (this.written.get(row) === serving) continue;
        const texts = this.source(row);
        this.written.set(row, serving);
        this.known[row.id].figures.forEach(([served, percentServed, percent], i) => {
          const place = this.table.place(row, i);
          if (!served || !place.firstChild) return;
          place.firstChild.nodeValue = serving ? served : texts[i];
          place.dataset.p = serving ? percentServed : percent;
          place.querySelector("path")?.setAttribute("d", `M0 0h${Math.min(parseInt(place.dataset.p), 100)}v3H0`);
        });
      }
    }

    /** @param {HTMLButtonElement} button @param {Row | null} row */
    act(button, row) {
      if (row) this.openCard(row);
      else if (button.name === "print") this.print();
    }

    /** Everything that the row's cells say, the columns of all views. @param {Row} row */
    openCard(row) {
      const table = this.table;
      const card = /** @type {HTMLDialogElement} */ (table.querySelector("dialog"));
      const per = table.querySelector("[name=per]:checked").value;
      this.write([row], per === "serving");
      table.setAttribute("per", per);
      table.find("h2", card).textContent = table.heading(row);
      table.find("p", card).textContent = table.find(`caption .per-${per}`).textContent;
      const list = table.find("dl", card);
      list.replaceChildren();
      for (const cell of [...row.cells].slice(1)) {
        const parts = cell.querySelectorAll(".f");
        for (const part of /** @type {Iterable<HTMLElement>} */ (parts.length ? parts : [cell])) {
          const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
          for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
          const [name, value] = [document.createElement("dt"), document.createElement("dd")];
          name.textContent = part.dataset.label || table.heads[cell.cellIndex].dataset.label;
          value.append(...copy.childNodes, part.dataset.p ? ` (${part.dataset.p})` : "");
          list.append(name, value);
        }
      }
      card.showModal();
    }

    // ---- The reader's list --------------------------------------------------------------------------------------

    showPicks() {
      const table = this.table;
      const rows = /** @type {Row[]} */ (table.rows).filter((row) => table.picked.has(table.idOf(row)));
      table.find("ul", this.panel).replaceChildren(
        ...rows.map((row) => {
          const line = document.createElement("li");
          const link = document.createElement("a");
          link.href = "#" + row.id;
          link.textContent = table.heading(row);
          line.append(link);
          return line;
        }),
      );
      const amounts = rows.map((row) => this.known[row.id].sum).filter((amount) => amount !== undefined);
      const sum = amounts.reduce((all, amount) => all + Number(amount), 0);
      const kinds = new Set(rows.map((row) => this.known[row.id].kind).filter(Boolean)).size;
      const sums = table.find(".sums", this.panel);
      const values = { n: rows.length, kinds, sum: Math.round(sum * 10) / 10, measured: amounts.length };
      const missing = amounts.length < rows.length ? ` ${fill(sums.dataset.missing, values)}` : "";
      sums.textContent = rows.length ? fill(sums.dataset.text, values) + missing : "";
    }

    /** The list alone, on one page. */
    print() {
      // One at a time: a reader who presses twice wants one list.
      if (document.documentElement.dataset.print) return;
      const sheet = document.createElement("div");
      sheet.className = "picks-sheet";
      sheet.append(...["summary", ".sums", "ul"].map((part) => this.table.find(part, this.panel).cloneNode(true)));
      document.body.append(sheet);
      document.documentElement.dataset.print = "picks";
      addEventListener("afterprint", () => (sheet.remove(), delete document.documentElement.dataset.print), { once: true });
      print();
    }

    // ---- The chart ----------------------------------------------------------------------------------------------

    /** The bars that are there show the rows that fit. @param {HTMLElement} chart @param {boolean} filtered */
    draw(chart, filtered) {
      const table = this.table;
      const { figure } = table.keys.get(chart.dataset.key);
      const bars = [...chart.querySelectorAll("g")];
      const lines = chart.querySelectorAll("li");
      const amount = (/** @type {Row} */ row) => Number(this.known[row.id].figures[figure][0]);
      const fitting = /** @type {Row[]} */ (table.fitting);
      // As when the chart was built: equal ones from A to Z.
      const rows = table.rows.filter((/** @type {Row} */ row) => fitting.includes(row) && amount(row)).sort((/** @type {Row} */ a, /** @type {Row} */ b) => amount(b) - amount(a)).slice(0, bars.length);
      table.find("figcaption span", chart).hidden = !filtered;
      bars.forEach((bar, i) => {
        const row = rows[i];
        lines[i].hidden = !row;
        if (!row) return bar.setAttribute("display", "none");
        bar.removeAttribute("display");
        const [name, number] = bar.querySelectorAll("text");
        const length = String((amount(row) / amount(rows[0])) * Number(chart.dataset.room));
        const path = table.find("path", bar);
        path.setAttribute("d", path.getAttribute("d").replace(/h.*/, `h${length}v13h-${length}z`));
        number.setAttribute("dx", length);
        name.textContent = table.heading(row);
        number.textContent = String(amount(row));
        lines[i].textContent = (lines[i].textContent || "").replace(/.*: [\d.]+/, `${table.heading(row)}: ${amount(row)}`);
      });
      const svg = table.find("svg", chart);
      svg.setAttribute("viewBox", svg.getAttribute("viewBox").replace(/\d+$/, String((Number(svg.dataset.step)) * rows.length)));
    }
  }

  Object.assign(window, { TableHelper });
})();
