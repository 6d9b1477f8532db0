/** The food table: filters, views, order, the address of a view, the reader's list, addresses nobody should type. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { open, until } from "./reader.js";

const SHOWN = "[...document.querySelectorAll('data-table[name=foods] tbody tr')].filter((row) => row.getClientRects().length).length";
const READY = "document.querySelector('data-table[name=foods][ready]')";

/** @param {import("node:test").TestContext} t @param {string} [query] @param {{width?: number}} [options] */
async function openTable(t, query = "", options = {}) {
  const page = await open(t, `foods/${query}`, options);
  await until(page, READY);
  return page;
}

test("a search leaves the rows that fit, and says how many", async (t) => {
  const page = await openTable(t);
  const all = Number(await page.evaluate(SHOWN));
  await page.type("data-table[name=foods] input[type=search]", "kefir");
  await until(page, `${SHOWN} > 0 && ${SHOWN} < ${all}`);
  await until(page, `document.querySelector('data-table[name=foods] .count').textContent.includes('of ${all}')`);
});

test("a view that was chosen is in the address, and the address shows it", async (t) => {
  const page = await openTable(t);
  await page.evaluate("document.querySelectorAll('[name=view]')[2].click()");
  await until(page, "location.search.includes('view=')");
  const again = await openTable(t, String(await page.evaluate("location.search")));
  assert.equal(await again.evaluate("document.querySelectorAll('[name=view]')[2].checked"), true);
});

test("a heading sorts its column, and the order is kept for the tab", async (t) => {
  const page = await openTable(t);
  const first = "document.querySelector('data-table[name=foods] tbody tr').id";
  const before = await page.evaluate(first);
  await page.evaluate("document.querySelectorAll('data-table[name=foods] thead button')[1].click()");
  await until(page, `${first} !== '${before}'`);
  const sorted = await page.evaluate(first);
  await page.reload();
  await until(page, READY);
  assert.equal(await page.evaluate(first), sorted);
});

test("a food that was added is in the address at once", async (t) => {
  const page = await openTable(t);
  await page.evaluate("document.querySelector('data-table[name=foods] summary').click()");
  await until(page, "document.querySelector('data-table[name=foods] .tools input')");
  await page.evaluate("document.querySelector('data-table[name=foods] .tools input').click()");
  await until(page, "/[?&]selection=/.test(location.search)");
});

test("an address that is no valid encoding harms nothing", async (t) => {
  for (const address of ["#50%", "?find=%E0%A4%A", "#%"]) {
    const page = await openTable(t, address);
    assert.equal(await page.evaluate("document.querySelector('data-table[failed]')"), null, address);
  }
});

test("on a phone a link to a food shows it", async (t) => {
  const page = await openTable(t, "#food-kimchi", { width: 360 });
  await until(page, "document.querySelector('#food-kimchi.here')?.getBoundingClientRect().top < innerHeight");
});
