/** What the rows of a reader's list have together. */

/**
 * @param {{sum?: string, kind?: string}[]} rows
 * @returns {{n: number, kinds: number, sum: number, measured: number}} how many there are and of how many kinds, the
 * sum to one decimal, and of how many rows it is: what was not measured is not zero
 */
export function sumUp(rows) {
  const amounts = rows.map(({ sum }) => sum).filter((sum) => sum !== undefined);
  const sum = amounts.reduce((all, amount) => all + Number(amount), 0);
  const kinds = new Set(rows.map(({ kind }) => kind).filter(Boolean)).size;
  return { n: rows.length, kinds, sum: Math.round(sum * 10) / 10, measured: amounts.length };
}
