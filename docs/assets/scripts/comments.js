/**
 * Loads the comments of a page when a reader opens them, and says so when they cannot be had.
 *
 * The thread is drawn by the script of the comment server (Isso). What it leaves out for readers who do not see the
 * page (the name of the field, the level of the heading, ids that stand once) is added here.
 */
(function () {
  "use strict";

  const box = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details[data-server]"));
  const state = /** @type {HTMLElement | null} */ (document.querySelector(".comments-state"));
  const thread = document.getElementById("isso-thread");
  if (!box || !state || !thread) return;

  // How long the server may take before the page says that it is not there.
  const PATIENCE_MS = 8000;
  const failure = state.textContent;
  const settings = {
    "isso": `${box.dataset.server}/`,
    "isso-css": "false",
    "isso-lang": "en",
    "isso-avatar": "false",
    "isso-vote": "false",
    "isso-max-comments-nested": "inf",
    "isso-no-comments-text-en": "No comments yet. Be the first.",
    "isso-num-comments-text-en": "One comment\\n{{ n }} comments",
    "isso-postbox-text-text-en": "Three letters or more",
    // An example of a name would be read as one that is filled in.
    "isso-postbox-author-placeholder-text-en": " ",
    "isso-postbox-email-placeholder-text-en": " ",
    "isso-postbox-website-placeholder-text-en": " ",
    "isso-postbox-email-text-en": "E-mail (optional, never shown)",
    "isso-comment-queued-text-en": "Only you see this until a person has read it.",
  };

  function load() {
    if (!box || !state) return;
    state.textContent = "Loading the comments.";
    const script = document.createElement("script");
    for (const [name, value] of Object.entries(settings)) script.setAttribute(`data-${name}`, value);
    script.src = `${box.dataset.server}/js/embed.min.js`;
    script.onerror = fail;
    document.body.append(script);
    setTimeout(() => isShown() || fail(), PATIENCE_MS);
  }

  function fail() {
    if (state) state.textContent = failure;
  }

  /** Whether the server has answered: the heading then says how many comments there are. */
  function isShown() {
    return !!thread?.querySelector(".isso-thread-heading")?.textContent;
  }

  /** Runs whenever Isso has drawn something. */
  function complete() {
    if (!thread || !state) return;
    if (isShown()) state.textContent = "A person reads each comment before it is shown. Comments are not medical advice.";
    thread.querySelector(".isso-thread-heading")?.setAttribute("aria-level", "3");
    thread.querySelectorAll(".isso-textarea").forEach((field) => field.setAttribute("aria-label", "Your comment"));
    // These links lead nowhere: they are buttons.
    thread.querySelectorAll(".isso-comment-footer a").forEach((link) => link.setAttribute("role", "button"));
    // A reply opens a second form with the ids of the first.
    thread.querySelectorAll(".isso-postbox").forEach((form, number) => {
      for (const label of form.querySelectorAll("label[for]")) {
        const field = label.parentElement?.querySelector("input");
        if (field) field.id = /** @type {HTMLLabelElement} */ (label).htmlFor = `comment-${field.name}-${number}`;
      }
    });
  }

  new MutationObserver(complete).observe(thread, { childList: true, subtree: true });
  box.addEventListener("toggle", load, { once: true });
})();
