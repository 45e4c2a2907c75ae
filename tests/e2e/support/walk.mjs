// What a person does, by the names a person reads: the same walk with JavaScript and without.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { newContext } from "./browser.mjs";
import { auditSavedHtml } from "./axe.mjs";
import { signIn } from "./house.mjs";

/**
 * Starts a walk in a context of its own.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("./house.mjs").House} house
 * @param {{name: string, person?: string, javaScript?: boolean, width?: number, height?: number}} options `name` is
 *   the start of the names of its files; without `person` nobody is signed in
 */
export async function startWalk(browser, house, { name, person, javaScript = true, width = 1280, height = 800 }) {
  const context = await newContext(browser, house, { javaScriptEnabled: javaScript, viewport: { width, height } });
  if (person) await signIn(context, house, person);
  return new Walk(await context.newPage(), house, name);
}

export class Walk {
  #house;
  #name;

  constructor(page, house, name) {
    this.page = page;
    this.#house = house;
    this.#name = name;
    /** Every step's page as it was: {title, url, html}. */
    this.steps = [];
  }

  /** Opens an address of the house, or a whole one (a link in a mail). */
  async open(path) {
    const answer = await this.page.goto(new URL(path, this.#house.address).href);
    assert.ok(answer.ok(), `${path} answered ${answer.status()}`);
  }

  /** Fills the field that carries this label: text, date, number, list of choices. */
  async fillByLabel(label, value) {
    const field = this.page.getByLabel(label, { exact: true });
    const kind = await field.evaluate((element) => element.localName);
    if (kind === "select") await field.selectOption({ label: value });
    else await field.fill(value);
  }

  /** Ticks the box or picks the choice that carries this label. */
  async tickByLabel(label) {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  /** Presses the button of this accessible name. */
  async clickButton(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Follows the link of this accessible name. */
  async clickLink(name) {
    await this.page.getByRole("link", { name, exact: true }).click();
  }

  /** Waits until a text, or what matches a pattern, is seen. */
  async expectText(text) {
    await this.page.getByText(text).first().waitFor({ state: "visible" });
  }

  /** Checks that a text is not on the page, which must have come already. */
  async expectNoText(text) {
    assert.equal(await this.page.getByText(text).count(), 0, `the page shows "${text}"`);
  }

  /** Checks that the page need not be scrolled sideways; nor `everyPart` of it, which on paper would be cut. */
  async expectFits({ media = "screen", everyPart = false } = {}) {
    await this.page.emulateMedia({ media });
    const wide = await this.page.locator("html").evaluate((html, everyPart) => {
      const looked = everyPart ? [html, ...html.querySelectorAll("main, main *")] : [html];
      const wider = looked.filter((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 1);
      const isCut = (one) => one === html || getComputedStyle(one).overflowX !== "visible";
      return wider.filter(isCut).map((one) => `${one.localName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`);
    }, everyPart);
    await this.page.emulateMedia({ media: null });
    assert.deepEqual(wide, [], `${this.path} is too wide (${media})`);
  }

  /** Takes a file along by the link or button of this name: its bytes, and the name it is saved under. */
  async download(name) {
    const way = this.page.getByRole("link", { name, exact: true }).or(this.page.getByRole("button", { name, exact: true }));
    const [download] = await Promise.all([this.page.waitForEvent("download"), way.first().click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** The path one stands at. */
  get path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /**
   * Keeps the page as it is now: for `auditSteps`, and as a picture where ESCALE_SCREENSHOTS names a folder.
   *
   * @param {string} title becomes part of the names of the files
   */
  async saveStep(title) {
    await this.expectFits();
    const html = await this.page.content();
    this.steps.push({ title, url: this.page.url(), html });
    const folder = process.env.ESCALE_SCREENSHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    const number = String(this.steps.length).padStart(2, "0");
    const file = join(folder, `${this.#name}-${number}-${title}`.replaceAll(/[^\p{L}\p{N}-]+/gu, "-"));
    await writeFile(`${file}.html`, html);
    await this.page.screenshot({ path: `${file}.png`, fullPage: true });
  }

  /** Looks at every saved step with axe, in a context with JavaScript; fails with all that it found. */
  async auditSteps(browser) {
    const context = await newContext(browser, this.#house, { viewport: this.page.viewportSize() });
    const found = [];
    for (const step of this.steps) {
      for (const text of await auditSavedHtml(context, step)) found.push(`${this.#name}, ${step.title}: ${text}`);
    }
    await context.close();
    assert.equal(found.length, 0, found.join("\n"));
  }

  async end() {
    await this.page.context().close();
  }
}
