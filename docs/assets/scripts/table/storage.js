/** What is kept on the device. Storage may be off, or full: then nothing is. */

/** @typedef {"localStorage" | "sessionStorage"} Where */

/** @param {Where} where @param {string} name @param {string | null} value what is empty is not kept */
export function keep(where, name, value) {
  try {
    if (value) window[where].setItem(name, value);
    else window[where].removeItem(name);
  } catch {}
}

/** @param {Where} where @param {string} name @returns {string | null} */
export function kept(where, name) {
  try {
    return window[where].getItem(name);
  } catch {
    return null;
  }
}
