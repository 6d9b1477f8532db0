/** Comments under a page, with a real server behind them: SITE is the address of a site that names it. */
import { test } from "node:test";

import { open, until } from "./reader.js";

const OPEN = "[...document.querySelectorAll('summary')].find((each) => each.textContent.includes('Comments')).click()";

test("a comment is written and waits to be read", async (t) => {
  const page = await open(t, "glossary/");
  await page.evaluate(OPEN);
  await page.waitForSelector("#isso-thread [contenteditable], #isso-thread textarea");
  await page.type("#isso-thread [contenteditable], #isso-thread textarea", "Clear and useful");
  await page.evaluate("document.querySelector('#isso-thread [name=author]').value = 'Ada'");
  await page.evaluate("document.querySelector('#isso-thread [type=submit]').click()");
  await until(page, "document.body.innerText.includes('Only you see this until a person has read it.')");
});
