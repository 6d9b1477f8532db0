/**
 * Loads the comments of a page when a reader opens them, and says so when they cannot be had.
 *
 * The thread is drawn by the script of the comment server (Isso). What it leaves out for readers who do not see the
 * page (the name of the field, the level of the heading, ids that stand once) is added here.
 */

import { COMMENTS, COMMENTS_STATE } from "./texts/comments.js";

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
    "isso-avatar": "false",
    "isso-vote": "false",
    "isso-max-comments-nested": "inf",
    ...COMMENTS,
  };

  function load() {
    if (!box || !state) return;
    state.textContent = COMMENTS_STATE.loading;
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
    if (isShown()) state.textContent = COMMENTS_STATE.shown;
    thread.querySelector(".isso-thread-heading")?.setAttribute("aria-level", "3");
    thread.querySelectorAll(".isso-textarea").forEach((field) => field.setAttribute("aria-label", COMMENTS_STATE.field));
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
