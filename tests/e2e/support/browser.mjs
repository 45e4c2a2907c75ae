// The system's Chromium, as quiet as it can be made.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const ACTION_LIMIT_MS = 15_000;

/** @returns {Promise<import("playwright-core").Browser>} a browser with a temporary profile */
export async function startBrowser() {
  const executablePath = process.env.ESCALE_CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`no Chromium at ${executablePath}: set ESCALE_CHROMIUM`);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A context whose relative addresses are the house's.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("./house.mjs").House} house
 * @param {import("playwright-core").BrowserContextOptions} options
 */
export async function newContext(browser, house, options = {}) {
  const context = await browser.newContext({ baseURL: house.address, locale: "fr-FR", ...options });
  context.setDefaultTimeout(ACTION_LIMIT_MS);
  return context;
}

/**
 * Notes what a page complains about: console errors, exceptions, breaches of its content security policy, requests
 * that leave the house.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("./house.mjs").House} house
 * @returns {Promise<{take: () => Promise<string[]>}>} `take` returns the complaints since the last call
 */
export async function listenToComplaints(page, house) {
  let complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    const isLocal = url.startsWith(`${house.address}/`) || url.startsWith("data:") || url.startsWith("blob:");
    if (!isLocal) complaints.push(`request outside the house: ${url}`);
  });
  await page.addInitScript(() => {
    window.breaches = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.breaches.push(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    async take() {
      const breaches = await page.evaluate(() => window.breaches.splice(0));
      const taken = [...complaints, ...breaches];
      complaints = [];
      return taken;
    },
  };
}
