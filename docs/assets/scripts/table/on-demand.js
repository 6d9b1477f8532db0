/**
 * Amounts of a serving, the card of a row, what the reader's list sums to and the chart lie in a file that few readers
 * need. It is a script, because a page opened from a folder may not fetch data.
 */

/** @import { TableHelper } from "../table-helper.js" */
/** @import { Table } from "./table.js" */

export class OnDemand {
  /** @type {TableHelper | null} once it is here */
  helper = null;
  /** Whether it did not come. */
  missed = false;
  /** @type {Promise<TableHelper> | null} */
  #arriving = null;
  #table;

  /** @param {Table} table */
  constructor(table) {
    this.#table = table;
  }

  /** @param {(helper: TableHelper) => void} act what to do then @param {() => void} [without] what to do if it does not come */
  use(act, without) {
    const arriving = (this.#arriving ??= this.#fetch());
    arriving.then(act, () => {
      // The next action asks for it again.
      if (this.#arriving === arriving) this.#arriving = null;
      this.missed = true;
      this.#table.status.say(this.#table.texts.failed);
      without?.();
    });
  }

  async #fetch() {
    const script = document.createElement("script");
    script.src = this.#table.texts.amounts || "";
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return (this.helper = window.makeTableHelper(this.#table));
  }
}
