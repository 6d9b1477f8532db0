import assert from "node:assert/strict";
import { test } from "node:test";

import { inOrder, nextOrder } from "../../docs/assets/scripts/table/order.js";

// Rows and not bare values: a sort of JavaScript puts a bare `undefined` last by itself.
const order = (values, falling, language = "en") => inOrder(values.map((value) => ({ value })), (row) => row.value, falling, language).map((row) => row.value);

test("numbers are sorted as numbers, in both directions", () => {
  assert.deepEqual(order([10, 9, 100, 0], false), [0, 9, 10, 100]);
  assert.deepEqual(order([10, 9, 100, 0], true), [100, 10, 9, 0]);
});

test("what was not measured comes last in both directions", () => {
  assert.deepEqual(order([2, undefined, 1, undefined, 0], false), [0, 1, 2, undefined, undefined]);
  assert.deepEqual(order([2, undefined, 1, undefined, 0], true), [2, 1, 0, undefined, undefined]);
});

test("texts are sorted by the alphabet of the language, with numbers inside them as numbers", () => {
  assert.deepEqual(order(["Öl", "Zimt", "Obst"], false, "de"), ["Obst", "Öl", "Zimt"]);
  assert.deepEqual(order(["Öl", "Zimt", "Obst"], false, "sv"), ["Obst", "Zimt", "Öl"]);
  assert.deepEqual(order(["row 10", "row 9", "Row 1"], false), ["Row 1", "row 9", "row 10"]);
});

test("equal rows stay in their order, in both directions", () => {
  const rows = [{ id: "a", n: 1 }, { id: "b", n: 0 }, { id: "c", n: 1 }, { id: "d", n: 0 }];
  const ids = (falling) => inOrder(rows, (row) => row.n, falling, "en").map((row) => row.id).join("");
  assert.equal(ids(false), "bdac");
  assert.equal(ids(true), "acbd");
});

test("the rows that were given are left as they are", () => {
  const rows = [2, 1];
  inOrder(rows, (row) => row, false, "en");
  assert.deepEqual(rows, [2, 1]);
});

test("figures begin with the largest and texts with A, and a second press turns the order", () => {
  assert.equal(nextOrder("", "fiber", true), "-fiber");
  assert.equal(nextOrder("-fiber", "fiber", true), "fiber");
  assert.equal(nextOrder("fiber", "fiber", true), "-fiber");
  assert.equal(nextOrder("-fiber", "name", false), "name");
  assert.equal(nextOrder("name", "name", false), "-name");
  assert.equal(nextOrder("-name", "name", false), "name");
});
