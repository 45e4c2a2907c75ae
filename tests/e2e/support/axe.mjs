// axe-core on a page as people get it: its strict content security policy stays in force.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Looks at the page as it stands.
 *
 * The source is evaluated through the developer tools' protocol, which a policy does not stop; a script tag would
 * need the policy weakened, and then the policy would not be tested.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>} one text a violation: rule, what it asks, where
 */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(
    async (tags) => {
      const result = await window.axe.run(document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return result.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map((node) => ({ target: node.target.join(" "), html: node.html, summary: node.failureSummary })),
      }));
    },
    TAGS,
  );
  return found.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 5).map(({ target, html, summary }) => {
      return `      ${target}\n        ${html.slice(0, 200)}\n        ${summary.replaceAll("\n", "\n        ")}`;
    });
    const others = nodes.length > 5 ? `\n      and ${nodes.length - 5} others` : "";
    return `axe ${id}: ${help}\n${places.join("\n")}${others}`;
  });
}

/**
 * Looks at a page saved where JavaScript is off, and axe cannot run.
 *
 * The saved text is opened at its own address with the house's styles. Its scripts are dropped: what is looked at is
 * what was seen without them.
 *
 * @param {import("playwright-core").BrowserContext} context a context with JavaScript
 * @param {{url: string, html: string}} saved
 * @returns {Promise<string[]>} as `violations`
 */
export async function auditSavedHtml(context, { url, html }) {
  const page = await context.newPage();
  try {
    const body = html.replace(/<script\b[\s\S]*?<\/script>/gi, "");
    await page.route((address) => address.href === url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await page.goto(url);
    return await violations(page);
  } finally {
    await page.close();
  }
}
