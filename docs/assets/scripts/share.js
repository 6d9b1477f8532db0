/**
 * Copies a link or the citation, opens the phone's share sheet, puts a link beside each heading, and asks which section
 * a correction is about. Every address it hands out is the canonical one.
 */

import { SHARE } from "./texts/share.js";

(function () {
  "use strict";

  // How long a confirmation stays: long enough to be read twice.
  const SHOWN_MS = 6000;

  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const address = canonical ? canonical.href : location.href.split("#")[0];

  const said = document.createElement("p");
  said.className = "said no-print";
  said.setAttribute("role", "status");
  document.body.append(said);
  let forget = 0;
  let sharing = false;

  /** @param {string} text shown, and spoken by a screen reader */
  function say(text) {
    clearTimeout(forget);
    // The same words twice in a row would not be spoken again.
    said.textContent = "";
    setTimeout(() => (said.textContent = text), 50);
    forget = setTimeout(() => (said.textContent = ""), SHOWN_MS);
  }

  /**
   * @param {string} text
   * @param {string} done what is said when it is copied
   */
  function copy(text, done) {
    // There is no clipboard for a page without encryption; then the text is shown for copying by hand.
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    copied.then(() => say(done), () => window.prompt(SHARE.byHand, text));
  }

  /** @param {Element} element */
  function nameOf(element) {
    return (element.textContent || "").trim();
  }

  function addAnchors() {
    for (const heading of document.querySelectorAll("main :is(h2, h3)[id]")) {
      const anchor = document.createElement("a");
      anchor.className = "anchor no-print";
      anchor.href = `#${heading.id}`;
      anchor.dataset.do = "place";
      anchor.setAttribute("aria-label", SHARE.linkTo + nameOf(heading));
      // Or the heading would be called by its link too.
      heading.setAttribute("aria-label", nameOf(heading));
      heading.append(anchor);
    }
  }

  /** @param {HTMLElement} place a link to a heading or a row */
  function copyPlace(place) {
    const name = nameOf(place) || nameOf(/** @type {Element} */ (place.parentElement));
    copy(address + /** @type {HTMLAnchorElement} */ (place).hash, SHARE.linkToCopied + name);
  }

  /** @param {HTMLElement} button in the note of a claim, which links to the claim, or in the claim's own row */
  function copyClaim(button) {
    const link = button.closest(".note")?.querySelector("a[href*='#claim-']");
    const url = new URL(link?.getAttribute("href") || `#${button.closest("tr")?.id}`, address);
    const site = document.querySelector("meta[property='og:site_name']")?.getAttribute("content");
    copy([button.dataset.cite, site && `${site}.`, url.href].filter(Boolean).join(" "), SHARE.citationCopied);
  }

  /** @param {HTMLElement} link the link that corrects the whole page */
  function offerSections(link) {
    const whole = /** @type {HTMLAnchorElement} */ (link).href;
    const list = document.createElement("ul");
    list.id = "correction-sections";
    list.setAttribute("aria-label", SHARE.parts);
    const sections = [...document.querySelectorAll(".body h2[id]")].map(nameOf);
    for (const section of ["", ...sections]) {
      const choice = document.createElement("a");
      choice.href = section ? whole.replace("whole%20page", encodeURIComponent(section)) : whole;
      choice.textContent = section || SHARE.wholePage;
      list.append(document.createElement("li"));
      list.lastElementChild?.append(choice);
    }
    link.parentElement?.after(list);
    list.querySelector("a")?.focus();
  }

  /** @param {HTMLElement} link */
  function correct(link) {
    const open = document.getElementById("correction-sections");
    if (open) open.remove();
    else offerSections(link);
    link.setAttribute("aria-expanded", String(!open));
  }

  async function openSheet() {
    if (sharing) return;
    sharing = true;
    // A sheet that is closed without sharing is no fault.
    await navigator.share({ title: document.title, url: address }).catch(() => {});
    sharing = false;
  }

  /** @param {HTMLElement} asked what was tapped */
  function act(asked) {
    switch (asked.dataset.do) {
      case "link":
        return copy(address, SHARE.linkCopied);
      case "citation":
        return copy(document.getElementById("citation")?.textContent || "", SHARE.citationCopied);
      case "claim":
        return copyClaim(asked);
      case "correct":
        return correct(asked);
      case "sheet":
        return void openSheet();
      default:
        return copyPlace(asked);
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const asked = /** @type {HTMLElement | null} */ (target.closest("[data-do], tbody th > a[href^='#']"));
    if (!asked) return;
    // A link to a place still leads there, so that the address shows it.
    const href = asked.dataset.do && asked.getAttribute("href");
    if (href && href[0] !== "#") event.preventDefault();
    act(asked);
  }

  addAnchors();
  document.addEventListener("click", onClick);
})();
