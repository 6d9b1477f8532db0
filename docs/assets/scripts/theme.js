/**
 * The switches for light and dark say which is on. The loader, which is there earlier, does what they ask.
 */
(function () {
  "use strict";

  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  function showState() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
    for (const button of document.querySelectorAll("[data-theme-switch]")) button.setAttribute("aria-pressed", String(dark));
  }

  new MutationObserver(showState).observe(root, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", showState);
  showState();
})();
