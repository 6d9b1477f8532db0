/** Whether a row fits what is asked: comparisons of texts, without a look at the page. */

/** @typedef {{words: string[], wanted: string[], unwanted: string[]}} Asked words of the text; tokens that a row has, or has not */

/** @param {Asked} asked @param {string} tokens of the row @param {string} [text] of the row, folded */
export const fits = ({ words, wanted, unwanted }, tokens, text = "") =>
  wanted.every((token) => tokens.includes(token)) && !unwanted.some((token) => tokens.includes(token)) && words.every((word) => text.includes(word));
