/**
 * The search opens at once; what searches arrives behind it.
 *
 * Material's bundle (35 KB) and the search index are fetched when a reader first asks for the search, never before.
 * The field takes letters meanwhile, and they are handed over when the bundle is there.
 */

import { SEARCH } from "./texts/search.js";

(function () {
  "use strict";

  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const search = /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search]"));
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
  const config = document.getElementById("__config");
  if (!toggle || !search || !field || !config) return;

  // Where the site starts: this script lies two folders below.
  const root = new URL("../../", new URL(config.dataset.controls || "", location.href)).href;
  const BUNDLE = "assets/javascripts/bundle.a5f9d56c.min.js";
  const SETTINGS = {
    base: root,
    features: [],
    search: root + "assets/on-demand/search-worker.js",
    translations: SEARCH,
  };

  /** @type {Element | null} */
  let opener = null;
  let asked = false;

  /** On a page that was opened from a folder a browser starts no worker: the same script then runs in the page. */
  class WorkerInPage extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super();
      const script = document.createElement("script");
      /** @type {Promise<(event: {data: unknown}) => void>} */
      this.listener = new Promise((resolve) => {
        // The script listens and answers by this name.
        window.searchScope = {
          addEventListener: (_, listener) => resolve(listener),
          postMessage: (data) => this.dispatchEvent(new MessageEvent("message", { data })),
        };
      });
      script.src = String(url);
      document.body.append(script);
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.listener.then((listen) => listen({ data }));
    }
  }

  function fetchBundle() {
    if (asked || !config || !field) return;
    asked = true;
    if (location.protocol === "file:") Object.assign(window, { Worker: WorkerInPage });
    config.textContent = JSON.stringify(SETTINGS);
    const script = document.createElement("script");
    script.src = root + BUNDLE;
    // The bundle reads the field on keyup; letters typed before it came are offered again.
    script.onload = () => field.dispatchEvent(new KeyboardEvent("keyup"));
    script.onerror = () => (asked = false);
    document.body.append(script);
  }

  /** @param {boolean} open */
  function setOpen(open) {
    // A click, not an assignment: the bundle listens for the change, and so do we.
    if (toggle && toggle.checked !== open) toggle.click();
  }

  /** Runs after every opening and closing, whoever asked for it. */
  function onToggle() {
    if (!toggle || !search || !field) return;
    if (toggle.checked) opener = document.activeElement;
    for (const part of document.querySelectorAll("body > :is(a, header, main, footer)")) {
      part.toggleAttribute("inert", toggle.checked);
    }
    if (toggle.checked) field.focus();
    else if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  function openSearch() {
    fetchBundle();
    setOpen(true);
  }

  /** @param {EventTarget | null} target */
  function isTyping(target) {
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "Escape") setOpen(false);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    openSearch();
  }

  /**
   * The bundle closes the search on Tab and takes the keys of its buttons; both stay what they are elsewhere.
   * @param {KeyboardEvent} event
   */
  function keepNative(event) {
    if (event.key === "Tab" || event.target instanceof HTMLButtonElement) event.stopPropagation();
    if (event.key === "Escape") setOpen(false);
  }

  document.querySelectorAll("[data-search-open]").forEach((button) => {
    button.addEventListener("click", openSearch);
    // A hand on its way to the button is early enough to start the download.
    button.addEventListener("pointerenter", fetchBundle);
    button.addEventListener("focus", fetchBundle);
  });
  document.querySelectorAll("[data-search-close]").forEach((button) => button.addEventListener("click", () => setOpen(false)));
  toggle.addEventListener("change", onToggle);
  // The loader may have opened it already.
  if (toggle.checked) {
    fetchBundle();
    onToggle();
    opener = document.querySelector("[data-search-open]");
  }
  search.addEventListener("keydown", keepNative);
  document.addEventListener("keydown", onKey);
})();
