/** Texts as a search compares them, and as a reader gets them. */

/** Accents and case do not matter to a search. @param {string} text */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Puts values into a text such as "Showing {shown}". @param {string | undefined} text @param {Record<string, unknown>} values */
export const fill = (text, values) => (text || "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
