/**
 * The one script that every page holds, before anything is painted: it sets the colors a reader has chosen, and keeps
 * what is asked for until the other scripts are here.
 *
 * They come when a hand or a key first comes near the page, not before. A tap that is earlier is made again then; the
 * search opens at once, so that what is typed meanwhile stands in its field. A link that no script came for leads on.
 */
(function (root) {
  "use strict";

  const TAKES_A_TAP = "a.mark, [data-do], [data-theme-switch], [data-search-open], [data-search-close], tbody th > a[href^='#']";
  const waiting = new AbortController();
  /** @type {HTMLElement[]} */
  const taps = [];
  let asked = false;

  /** @param {string} id */
  const find = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

  /** @param {HTMLElement} part */
  const arrival = (part) =>
    new Promise((resolve, reject) => {
      part.onload = resolve;
      part.onerror = reject;
      document.body.append(part);
    });

  function fetchOthers() {
    if (asked) return;
    asked = true;
    const src = find("__config").dataset.controls || "";
    const script = Object.assign(document.createElement("script"), { src });
    const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: src.replace(/js$/, "css") });
    // Styles first: what the scripts open would be seen without them, and move when they come.
    arrival(styles).then(() => arrival(script)).then(handOver, leadOn);
  }

  function handOver() {
    waiting.abort();
    for (const tap of taps) tap.click();
  }

  function leadOn() {
    asked = false;
    const href = taps.pop()?.getAttribute("href");
    if (href) location.assign(href);
  }

  function openSearch() {
    find("__search").checked = true;
    find("search-query").focus();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const tap = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(TAKES_A_TAP));
    if (!tap || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    fetchOthers();
    if ("searchOpen" in tap.dataset) openSearch();
    else taps.push(tap);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key, target } = event;
    const typing = /** @type {Element} */ (target).matches("input, textarea, select");
    if (key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      openSearch();
    }
    if (key === "Escape") find("__search").checked = false;
    // Or the form would be sent, and the page with it.
    if (key === "Enter" && target === find("search-query")) event.preventDefault();
  }

  root.classList.add("js", "share" in navigator ? "can-share" : "js");
  try {
    root.dataset.theme = localStorage.getItem("theme") || "";
  } catch {
    // Storage may be off: the device decides.
  }
  const { signal } = waiting;
  for (const near of ["pointerover", "focusin", "keydown"]) addEventListener(near, fetchOthers, { signal });
  addEventListener("click", onClick, { signal });
  addEventListener("keydown", onKey, { signal });
})(document.documentElement);
