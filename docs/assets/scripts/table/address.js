/** What a reader chose, as values in the query of an address. */

/** A part of an address as text; one that is no valid encoding is taken as it stands. @param {string} part */
export const decoded = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

// Values of one name are told apart by commas, so a comma inside a value is written as a code.
/** @param {string[]} values */
export const joined = (values) => values.map((value) => value.replace(/[%,]/g, encodeURIComponent)).join(",");
/** @param {string | null | undefined} text */
export const parted = (text) => (text || "").split(",").map(decoded);

/**
 * The same address with other values.
 * @param {string} href
 * @param {Iterable<string>} names those that are taken out first; all others stay
 * @param {Iterable<[string, string[]]>} values
 */
export function withValues(href, names, values) {
  const url = new URL(href);
  for (const name of names) url.searchParams.delete(name);
  for (const [name, list] of values) url.searchParams.set(name, joined(list));
  url.search = url.search.replace(/%2C/g, ",");
  return url.href;
}
