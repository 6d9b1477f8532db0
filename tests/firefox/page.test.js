/** What every page has: notes, search, colors, paper, and the margin. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { open, until } from "./reader.js";

const MARK = "a.mark[href$=claim-bacteria-prompt-mucus]";

test("a note opens, takes the focus, and gives it back", async (t) => {
  const page = await open(t, "defenses/");
  await page.focus(MARK);
  await page.keyboard.press("Enter");
  await until(page, "document.querySelector('.note:popover-open')");
  await until(page, "document.activeElement.classList.contains('note-title')");
  await page.keyboard.press("Escape");
  await until(page, "!document.querySelector('.note')");
  assert.equal(await page.evaluate(`document.activeElement === document.querySelector('${MARK}')`), true);
});

test("a second press closes a note", async (t) => {
  const page = await open(t, "defenses/");
  await page.click(MARK);
  await until(page, "document.querySelector('.note:popover-open')");
  await page.evaluate(`document.querySelector('${MARK}').click()`);
  await until(page, "!document.querySelector('.note')");
});

test("the words of a mark stand in the margin", async (t) => {
  const page = await open(t, "defenses/");
  const box = "document.querySelector('.body > p a.mark span').getBoundingClientRect()";
  assert.ok(Number(await page.evaluate(`${box}.left`)) > Number(await page.evaluate("document.querySelector('.body > p').getBoundingClientRect().right")));
});

test("the search finds, and a result leads on", async (t) => {
  const page = await open(t, "./");
  await page.keyboard.press("/");
  await until(page, "document.activeElement.id === 'search-query'");
  await page.keyboard.type("constipation");
  await until(page, "document.querySelector('.search-output li a')");
  const href = await page.evaluate("document.querySelector('.search-output li a').href.split('?')[0]");
  await page.evaluate("document.querySelector('.search-output li a').click()");
  await until(page, `location.href.split(/[?#]/)[0] === '${String(href).split("#")[0]}'`);
});

test("colors that were chosen are kept", async (t) => {
  const page = await open(t, "./");
  await page.evaluate("document.querySelector('[data-theme-switch]').click()");
  await until(page, "document.documentElement.dataset.theme");
  const theme = await page.evaluate("document.documentElement.dataset.theme");
  await page.reload();
  assert.equal(await page.evaluate("document.documentElement.dataset.theme"), theme);
});

for (const sheet of ["foods-to-try", "week-of-habits", "visit-notes"]) {
  test(`the sheet ${sheet} is one page of paper`, async (t) => {
    const page = await open(t, `sheets/${sheet}/`);
    const file = join(tmpdir(), `firefox-${process.pid}-${sheet}.pdf`);
    writeFileSync(file, await page.pdf({ format: "A4", preferCSSPageSize: true }));
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    assert.equal(text.split("\f").length - 1, 1);
    assert.ok(!text.includes("Copy link"));
  });
}
