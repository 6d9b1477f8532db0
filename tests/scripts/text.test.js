import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, fold } from "../../docs/assets/scripts/table/text.js";

test("case and accents do not matter", () => {
  assert.equal(fold("KÉFIR, Crème Brûlée"), "kefir, creme brulee");
  assert.equal(fold("Kefir"), fold("KE\u0301FIR"));
});

test("letters that are no accents stay", () => {
  assert.equal(fold("ø ß æ"), "ø ß æ");
});

test("a text is filled with every value that it names", () => {
  assert.equal(fill("Showing {shown} of {total} foods, {shown}", { shown: 7, total: 94 }), "Showing 7 of 94 foods, 7");
});

test("a text that the HTML does not have is empty", () => {
  assert.equal(fill(undefined, { n: 1 }), "");
});
