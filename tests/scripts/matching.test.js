import assert from "node:assert/strict";
import { test } from "node:test";

import { fits } from "../../docs/assets/scripts/table/matching.js";

const NOTHING = { words: [], wanted: [], unwanted: [] };
const TOKENS = " group:legume group:fiber-rich out:soy live:on ";

test("everything fits where nothing is asked", () => {
  assert.ok(fits(NOTHING, ""));
});

test("a row has to have all that is wanted", () => {
  assert.ok(fits({ ...NOTHING, wanted: [" group:legume ", " live:on "] }, TOKENS));
  assert.ok(!fits({ ...NOTHING, wanted: [" group:legume ", " gentle:on "] }, TOKENS));
});

test("a token is matched whole", () => {
  assert.ok(!fits({ ...NOTHING, wanted: [" group:fiber "] }, TOKENS));
});

test("one of what is left out is enough to leave a row out", () => {
  assert.ok(!fits({ ...NOTHING, unwanted: [" out:milk ", " out:soy "] }, TOKENS));
  assert.ok(fits({ ...NOTHING, unwanted: [" out:milk "] }, TOKENS));
});

test("every word has to be found, in any order", () => {
  assert.ok(fits({ ...NOTHING, words: ["beans", "black"] }, "", "black beans, cooked"));
  assert.ok(!fits({ ...NOTHING, words: ["beans", "white"] }, "", "black beans, cooked"));
});

test("a row without a text fits no word", () => {
  assert.ok(!fits({ ...NOTHING, words: ["beans"] }, TOKENS));
});
