/**
 * The one script that every page holds, before anything is painted: it sets the colors a reader chooses, and keeps
 * what else is asked for until the other scripts are here.
 *
 * They come when a hand or a key first comes near the page, not before. A tap that is earlier is made again then; the
 * search opens at once, so that what is typed meanwhile stands in its field. A link that no script came for leads on.
 */
(function (root) {
  "use strict";

  const TAKES_A_TAP = "a.mark, [data-do], [data-search-open], [data-search-close], th > a";
  // How long a tap waits for the scripts on a slow network before its link leads on.
  const PATIENCE_MS = 4000;
  /** @type {HTMLElement[]} */
  const taps = [];
  let asked = false;

  /** @param {string} id */
  const find = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

  /** Whether a key or a click is meant for the browser. @param {KeyboardEvent | MouseEvent} event */
  const isCommand = (event) => event.ctrlKey || event.metaKey || event.altKey;

  function fetchOthers() {
    if (asked) return;
    asked = true;
    const src = /** @type {string} */ (find("__config").dataset.controls);
    const script = Object.assign(document.createElement("script"), { src, onload: handOver, onerror: leadOn });
    // Styles first: what the scripts open would be seen without them, and move when they come.
    const onload = () => document.body.append(script);
    const href = src.replace(/js$/, "css");
    document.body.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror: leadOn }));
  }

  function handOver() {
    for (const [type, act] of Object.entries(EARLY)) removeEventListener(type, act);
    for (const tap of taps.splice(0)) tap.click();
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

  /** Light or dark: the device decides until the reader does, who may leave at once. @param {MouseEvent} event */
  function onColors(event) {
    if (!(/** @type {Element} */ (event.target).closest("[data-theme-switch]"))) return;
    const style = getComputedStyle(root);
    const shown = style.colorScheme;
    root.dataset.theme = "";
    // Where the device would show the same, it has to be chosen; else nothing is kept.
    if (style.colorScheme === shown) root.dataset.theme = shown === "dark" ? "light" : "dark";
    try {
      delete localStorage.theme;
      if (root.dataset.theme) localStorage.theme = root.dataset.theme;
    } catch {
      // Storage may be off (private window, blocked cookies): the choice then lasts as long as the page.
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const tap = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(TAKES_A_TAP));
    if (!tap || event.shiftKey || isCommand(event)) return;
    // A row is gone to at once; what else is done with its link comes with the script.
    if (!tap.matches("th > a")) event.preventDefault();
    fetchOthers();
    if ("searchOpen" in tap.dataset) return openSearch();
    taps.push(tap);
    setTimeout(leadOn, PATIENCE_MS);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    fetchOthers();
    if (event.key === "Escape") find("__search").checked = false;
    const typing = /** @type {Element} */ (event.target).matches("input, textarea, select");
    if (event.key !== "/" || typing || isCommand(event)) return;
    event.preventDefault();
    openSearch();
  }

  /** @type {Record<string, EventListener>} heard until the other scripts are here */
  const EARLY = {
    pointerover: fetchOthers,
    focusin: fetchOthers,
    click: /** @type {EventListener} */ (onClick),
    keydown: /** @type {EventListener} */ (onKey),
  };

  root.className = "share" in navigator ? "js can-share" : "js";
  try {
    root.dataset.theme = localStorage.theme || "";
  } catch {
    // Storage may be off: the device decides.
  }
  for (const [type, act] of Object.entries(EARLY)) addEventListener(type, act);
  addEventListener("click", onColors);
})(document.documentElement);
