import assert from "node:assert/strict";
import { test } from "node:test";

import { sumUp } from "../../docs/assets/scripts/table-helper/sums.js";

test("figures are summed before they are rounded", () => {
  assert.equal(sumUp([{ sum: "0.14" }, { sum: "0.14" }, { sum: "0.14" }]).sum, 0.4);
});

test("what was not measured is not zero, and is not counted as measured", () => {
  assert.deepEqual(sumUp([{ sum: "0" }, {}, { sum: "2.5" }]), { n: 3, kinds: 0, sum: 2.5, measured: 2 });
});

test("each kind counts once, and rows of no kind do not count", () => {
  assert.equal(sumUp([{ kind: "oats" }, { kind: "oats" }, { kind: "raspberry" }, {}, { kind: "" }]).kinds, 2);
});

test("an empty list sums to nothing", () => {
  assert.deepEqual(sumUp([]), { n: 0, kinds: 0, sum: 0, measured: 0 });
});
