/** The order of rows by a value that each of them has, or has not. */

/** @typedef {number | string | undefined} Value */

/**
 * The rows in order; equal ones stay as they are, and those without a value come last in both directions.
 * @template T
 * @param {T[]} rows @param {(row: T) => Value} valueOf numbers, or texts, for all rows
 * @param {boolean} falling whether the largest comes first @param {string} language whose alphabet orders texts
 */
export function inOrder(rows, valueOf, falling, language) {
  const collator = new Intl.Collator(language, { numeric: true });
  const values = new Map(rows.map((row) => [row, valueOf(row)]));
  return [...rows].sort((a, b) => {
    const [x, y] = [values.get(a), values.get(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return (falling ? -1 : 1) * (typeof x === "number" ? x - Number(y) : collator.compare(x, String(y)));
  });
}

/**
 * The order that a press on a heading asks for: figures start with the largest, texts with A; then it turns.
 * @param {string} now @param {string} key @param {boolean} numeric
 */
export const nextOrder = (now, key, numeric) => (now === key || (now !== "-" + key && numeric) ? "-" + key : key);
