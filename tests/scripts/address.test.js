import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded, joined, parted, withValues } from "../../docs/assets/scripts/table/address.js";

test("values come out of an address as they went in", () => {
  for (const values of [["milk"], ["milk", "fish"], ["nuts, seeds", "100%"], ["%2C", ","], ["", "ü & é=?"], ["a+b", "c d"]]) {
    const href = withValues("https://host.example/foods/", [], [["out", values]]);
    assert.deepEqual(parted(new URL(href).searchParams.get("out")), values);
  }
});

test("values of one name stand side by side in the address", () => {
  assert.equal(withValues("https://host.example/foods/", [], [["out", ["milk", "fish"]]]), "https://host.example/foods/?out=milk,fish");
});

test("other names and the fragment stay, and what is not chosen goes", () => {
  const href = "https://host.example/foods/?q=word&out=milk&utm=1&sort=name#food-kefir";
  assert.equal(withValues(href, ["out", "sort"], [["group", ["legume"]]]), "https://host.example/foods/?q=word&utm=1&group=legume#food-kefir");
});

test("what is not in the address is one empty value", () => {
  assert.deepEqual(parted(null), [""]);
  assert.deepEqual(parted(undefined), [""]);
});

test("a part that is no encoding is taken as it stands", () => {
  assert.equal(decoded("50%"), "50%");
  assert.equal(decoded("%E0%A4%A"), "%E0%A4%A");
  assert.equal(decoded("caf%C3%A9"), "café");
  assert.equal(joined(["50%", "a,b"]), "50%25,a%2Cb");
});
