/**
 * A reader with Firefox: one browser a file of tests, driven over WebDriver BiDi. FIREFOX is its program, SITE the
 * address of the built site.
 */
import { after, before } from "node:test";

import puppeteer from "puppeteer-core";

const PATIENCE_MS = 15000;
const POLL_MS = 50;

/** @type {import("puppeteer-core").Browser} */
let browser;

export const site = process.env.SITE || "";

before(async () => {
  // A root of a container has no sandbox to lend, and what is opened here is our own.
  const env = { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: "1" };
  browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX, env, defaultViewport: null });
});
after(() => browser.close());

/**
 * Open a page of the site as a new reader, with nothing stored. An error in a script of the page fails the test.
 * @param {import("node:test").TestContext} t @param {string} path @param {{width?: number}} [options]
 */
export async function open(t, path, { width = 1280 } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await resize(page, width);
  /** @type {unknown[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(new URL(path, site).href);
  t.after(async () => {
    await context.close();
    if (errors.length) throw errors[0];
  });
  return page;
}

/** @param {import("puppeteer-core").Page} page @param {number} width */
async function resize(page, width) {
  try {
    await page.setViewport({ width, height: 800 });
  } catch (error) {
    // Firefox 140 cannot be told how its screen is turned, which is asked with the size; the size is set all the same.
    if (!String(error).includes("setScreenOrientationOverride")) throw error;
  }
  await until(page, `innerWidth === ${width}`);
}

/** Wait until something is so in the page. @param {import("puppeteer-core").Page} page @param {string} condition in JavaScript */
export async function until(page, condition) {
  // The driver's own way to wait makes a function of a text in the page, which the page's policy forbids.
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await page.evaluate(`Boolean(${condition})`)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`not so in ${page.url()}: ${condition}`);
}
