/** What scripts that are fetched on demand and those that fetch them say to each other: by names of the window. */

import type { TableHelper } from "./table-helper.js";
import type { Known } from "./table-helper/amounts.js";
import type { Table } from "./table/table.js";

/** What a worker has, and its stand-in in a page that may start no worker: it hears messages and answers. */
export interface SearchScope {
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

declare global {
  interface Window {
    /** Called by the file with the notes of a page: their HTML, by the id of a claim. */
    evidenceNotes: (notes: Record<string, string>) => void;
    /** Set before the search's script runs in a page and not in a worker. */
    searchScope?: SearchScope;
    /** What is known of the rows of a table, by id: written before the helper, in the same file. */
    tableAmounts: Record<string, Known>;
    /** Set by the helper. */
    makeTableHelper: (table: Table) => TableHelper;
  }
}
