import assert from "node:assert/strict";
import { test } from "node:test";

import { Places } from "../../docs/assets/scripts/search/places.js";
import { find, readQuery } from "../../docs/assets/scripts/search/ranking.js";
import { answer, mark } from "../../docs/assets/scripts/search/results.js";
import { isNear, stemOf, wordsOf } from "../../docs/assets/scripts/search/words.js";

const places = new Places({
  config: { same: [["runs", "diarrhea"], ["high blood pressure", "hypertension"]] },
  docs: [
    { location: "a/", title: "Teas", text: "Green tea, hot or cold." },
    { location: "a/#black", title: "Black tea", text: "It can keep you awake.", also: "assam" },
    { location: "b/", title: "Cups", text: "A cup for tea <b>holds</b> a quarter of a liter. β-glucan is in none." },
    { location: "b/#runs", title: "Diarrhea", text: "Drink a lot when it runs." },
    { location: "c/", title: "Hypertension", text: "Ask first." },
  ],
});
const first = (/** @type {string} */ query) => find(places, query)[0]?.entry.location;

test("words are found in any script", () => {
  assert.deepEqual(wordsOf("Crème brûlée, kefir* (β-glucan)"), ["creme", "brulee", "kefir", "β", "glucan"]);
  assert.deepEqual(wordsOf("Кефир и йогурт"), ["кефир", "и", "иогурт"]);
  assert.deepEqual(wordsOf("صِحّة"), wordsOf("صحة"));
  assert.ok(wordsOf("発酵食品を食べる").length > 1);
  assert.ok(wordsOf("肠道健康").length > 1);
});

test("endings do not matter", () => {
  assert.deepEqual(["bloated", "bloating", "bloats", "bloat"].map(stemOf), ["bloat", "bloat", "bloat", "bloat"]);
  assert.equal(stemOf("berries"), stemOf("berry"));
  assert.equal(stemOf("gas"), "gas");
});

test("one slip is near, two are not", () => {
  for (const slip of ["kefr", "keffir", "kefor", "ekfir"]) assert.ok(isNear("kefir", slip), slip);
  assert.ok(!isNear("kefir", "kfr"));
});

test("a title that says it comes before a text that does", () => {
  assert.equal(first("black tea"), "a/#black");
  assert.equal(first("cups"), "b/");
});

test("what a thing is also called finds it", () => assert.equal(first("assam"), "a/#black"));

test("a phrase finds what means the same", () => {
  assert.equal(first("high blood pressure"), "c/");
  assert.equal(first("what to do for the runs"), "b/#runs");
});

test("a letter, a misspelling and half a word find", () => {
  assert.equal(first("β"), "b/");
  assert.equal(first("hypertention"), "c/");
  assert.equal(first("diarr"), "b/#runs");
});

test("common words are asked for only where there are no others", () => {
  assert.equal(readQuery(places, "what is the tea").length, 1);
  assert.equal(readQuery(places, "what is").length, 2);
});

test("what nothing says finds nothing", () => {
  for (const query of ["", "x", "*", "%", "zzzz"]) assert.deepEqual(find(places, query), [], query);
});

test("what is found is marked, and no text of a page is HTML", () => {
  assert.equal(mark("A <b>cup</b> & cups", new Set(["cup"])), "A &#60;b&#62;<mark>cup</mark>&#60;/b&#62; &#38; <mark>cups</mark>");
  const [[page]] = answer(places, "liter");
  assert.equal(page.location, "b/");
  assert.ok(page.text.includes("&#60;b&#62;holds"));
});

test("results are grouped by page, the page first", () => {
  const groups = answer(places, "tea").map((group) => group.map((item) => item.location));
  assert.deepEqual(groups.find(([page]) => page === "a/"), ["a/", "a/#black"]);
});
