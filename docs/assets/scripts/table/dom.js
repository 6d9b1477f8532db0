/** Elements of the HTML that the scripts are made for: what a template always writes is taken as there. */

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within @param {string} selector
 */
export const find = (within, selector) => /** @type {T} */ (within.querySelector(selector));

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within @param {string} selector
 */
export const findAll = (within, selector) => /** @type {T[]} */ ([...within.querySelectorAll(selector)]);
