/**
 * Light or dark: the system decides until the reader does.
 *
 * A choice is stored only when it differs from the system's, and forgotten when the reader goes back to it.
 * The stored value is applied in the head of each page, before the first paint; this script only serves the switches.
 */
(function () {
  "use strict";

  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  /** @type {NodeListOf<HTMLButtonElement>} */
  const switches = document.querySelectorAll("[data-theme-switch]");

  /** @returns {boolean} whether the page is dark now */
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  }

  function showState() {
    switches.forEach((button) => button.setAttribute("aria-pressed", String(isDark())));
  }

  /** @param {string} theme "light", "dark", or "" for the system's own */
  function keep(theme) {
    try {
      if (theme) localStorage.setItem("theme", theme);
      else localStorage.removeItem("theme");
    } catch {
      // Storage may be off (private window, blocked cookies): the choice then lasts as long as the page.
    }
  }

  function toggle() {
    const dark = !isDark();
    root.dataset.theme = dark === system.matches ? "" : dark ? "dark" : "light";
    keep(root.dataset.theme);
    showState();
  }

  switches.forEach((button) => button.addEventListener("click", toggle));
  system.addEventListener("change", showState);
  showState();
})();
