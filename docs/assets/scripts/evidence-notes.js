/**
 * An evidence mark opens its note over the page instead of leading away.
 *
 * The notes of a page lie in one script file, fetched when the first mark is tapped: few notes are ever read, and a page
 * opened from a folder may run a script beside it but not fetch data. Without this script, without the file, or in a
 * browser without popovers, a mark stays what it is: a link to its claim.
 */
(function () {
  "use strict";

  const shelf = /** @type {HTMLElement | null} */ (document.querySelector("[data-notes]"));
  if (!shelf || !("showPopover" in shelf)) return;
  const file = shelf.dataset.notes || "";

  // How long a tap waits for the file before it leads to the claim after all.
  const PATIENCE_MS = 4000;

  /** @type {Promise<Record<string, string>> | null} */
  let arriving = null;
  /** Marks that were pressed and whose notes are on their way. @type {Set<HTMLAnchorElement>} */
  const asked = new Set();
  /** The mark whose note was open when the hand came down: the browser may have closed it since. @type {Element | null} */
  let pressed = null;

  /** @returns {Promise<Record<string, string>>} */
  function fetchNotes() {
    arriving ??= new Promise((resolve, reject) => {
      // The file calls this by name.
      window.evidenceNotes = resolve;
      const script = document.createElement("script");
      script.src = file;
      script.onerror = reject;
      setTimeout(reject, PATIENCE_MS);
      document.body.append(script);
    });
    // The next press asks for it again.
    arriving.catch(() => (arriving = null));
    return arriving;
  }

  /**
   * @param {HTMLAnchorElement} mark
   * @param {string} html made by the site's own templates, which escape every text
   */
  function openNote(mark, html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const note = /** @type {HTMLElement} */ (template.content.firstElementChild);
    document.body.append(note);
    note.addEventListener("toggle", (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === "open") return;
      mark.setAttribute("aria-expanded", "false");
      mark.removeAttribute("aria-controls");
      note.remove();
    });
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", note.id);
    // Focus returns to what had it, and not every browser focuses a link that is clicked.
    mark.focus({ preventScroll: true });
    // With its source, the note follows the mark in the order of the Tab key.
    note.showPopover({ source: mark });
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const mark = /** @type {HTMLAnchorElement | null} */ (target.closest("a.mark"));
    if (!mark || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const open = document.getElementById(mark.getAttribute("aria-controls") || "");
    const wasOpen = open || pressed === mark;
    pressed = null;
    if (open) open.hidePopover();
    // A second press closes the note, and two quick ones open it once.
    if (wasOpen || asked.has(mark)) return;
    asked.add(mark);
    const follow = () => location.assign(mark.href);
    fetchNotes()
      .then((notes) => openNote(mark, notes[mark.hash.slice(1)]))
      .catch(follow)
      .finally(() => asked.delete(mark));
  }

  /** @param {PointerEvent} event */
  function onPress(event) {
    const mark = /** @type {Element} */ (event.target).closest("a.mark");
    pressed = mark?.getAttribute("aria-expanded") === "true" ? mark : null;
  }

  for (const mark of document.querySelectorAll("a.mark")) {
    mark.setAttribute("aria-haspopup", "dialog");
    mark.setAttribute("aria-expanded", "false");
  }
  document.addEventListener("pointerdown", onPress, { capture: true });
  document.addEventListener("click", onClick);
})();
