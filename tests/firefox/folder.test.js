/** The zip for reading without a network, opened from its folder: SITE is the address of that folder. */
import { test } from "node:test";

import { open, until } from "./reader.js";

test("the table filters", async (t) => {
  const page = await open(t, "foods.html");
  await until(page, "document.querySelector('data-table[name=foods][ready]')");
  await page.type("data-table[name=foods] input[type=search]", "kefir");
  await until(page, "document.querySelectorAll('data-table[name=foods] tbody tr.off').length > 50");
});

test("a note opens", async (t) => {
  const page = await open(t, "defenses.html");
  await page.click(".body > p a.mark");
  await until(page, "document.querySelector('.note:popover-open')");
});

test("the search finds", async (t) => {
  const page = await open(t, "sheets/index.html");
  await page.keyboard.press("/");
  await until(page, "document.activeElement.id === 'search-query'");
  await page.keyboard.type("kefir");
  await until(page, "document.querySelector('.search-output li a')");
});
