/**
 * A drawing that a reader steps through: one step at a time over one drawing whose parts light up.
 *
 * Without this script every step stands on the page with its own still drawing. With it, the stage takes over the
 * parts of the still of each step. Buttons, arrow keys, a swipe, the list of steps and the address all lead to a
 * step; the address is kept up to date, so that a step can be shared.
 */
(function () {
  "use strict";

  const SWIPE_PX = 48;

  class StepThrough extends HTMLElement {
    #listening = new AbortController();
    /** @type {{x: number, y: number} | null} */
    #touch = null;

    connectedCallback() {
      if (document.readyState !== "loading") this.#start();
      else document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    }

    disconnectedCallback() {
      this.#listening.abort();
    }

    #start() {
      this.#listening.abort();
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      this.addEventListener("click", (event) => this.#onClick(event), { signal });
      this.addEventListener("keydown", (event) => this.#onKey(event), { signal });
      this.addEventListener("touchstart", (event) => this.#onTouch(event), { signal, passive: true });
      this.addEventListener("touchend", (event) => this.#onRelease(event), { signal, passive: true });
      addEventListener("hashchange", () => this.#show(this.#addressed()), { signal });
      this.#show(Math.max(this.#addressed(), 0));
    }

    get #steps() {
      return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".steps > li")]);
    }

    get #place() {
      return this.#steps.findIndex((step) => step.classList.contains("is-shown"));
    }

    /** The place of the step that the address names, or -1. */
    #addressed() {
      return this.#steps.findIndex((step) => `#${step.id}` === location.hash);
    }

    /** @param {number} place what is outside of the steps is ignored */
    #show(place) {
      const steps = this.#steps;
      const shown = steps[place];
      if (!shown) return;
      for (const step of steps) step.classList.toggle("is-shown", step === shown);
      for (const part of this.querySelectorAll(".stage use")) {
        const still = shown.querySelector(`use[href="${part.getAttribute("href")}"]`);
        part.setAttribute("class", still ? still.getAttribute("class") || "" : "out");
      }
      this.querySelectorAll(".step-list a").forEach((link, at) => {
        if (at === place) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      });
      this.#button("back").disabled = place === 0;
      this.#button("next").disabled = place === steps.length - 1;
      const count = /** @type {HTMLElement} */ (this.querySelector(".step-count"));
      // A region that is filled anew would be read out, so the first step, which is written there, is left as it is.
      const says = (count.dataset.says || "").replace("#", String(place + 1));
      if (count.textContent !== says) count.textContent = says;
    }

    /** @param {number} by how many steps to go, forward or back */
    #go(by) {
      const place = this.#place + by;
      const step = this.#steps[place];
      if (!step) return;
      this.#show(place);
      history.replaceState(history.state, "", `#${step.id}`);
    }

    /** @param {string} which */
    #button(which) {
      return /** @type {HTMLButtonElement} */ (this.querySelector(`[data-go=${which}]`));
    }

    /** @param {MouseEvent} event */
    #onClick(event) {
      const target = /** @type {Element} */ (event.target);
      const button = /** @type {HTMLElement | null} */ (target.closest("[data-go]"));
      if (button) this.#go(button.dataset.go === "next" ? 1 : -1);
      const place = [...this.querySelectorAll(".step-list a")].findIndex((link) => link === target.closest("a"));
      if (place < 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#go(place - this.#place);
    }

    /** @param {KeyboardEvent} event */
    #onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      this.#go(event.key === forward ? 1 : -1);
    }

    /** @param {TouchEvent} event */
    #onTouch(event) {
      const [finger, ...others] = event.touches;
      this.#touch = others.length ? null : { x: finger.clientX, y: finger.clientY };
    }

    /** @param {TouchEvent} event */
    #onRelease(event) {
      if (!this.#touch) return;
      const across = event.changedTouches[0].clientX - this.#touch.x;
      const along = event.changedTouches[0].clientY - this.#touch.y;
      this.#touch = null;
      if (Math.abs(across) < SWIPE_PX || Math.abs(across) < 2 * Math.abs(along)) return;
      const forward = getComputedStyle(this).direction === "rtl" ? across > 0 : across < 0;
      this.#go(forward ? 1 : -1);
    }
  }

  customElements.define("step-through", StepThrough);
})();
