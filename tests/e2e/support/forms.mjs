// Filling forms in and following links, by the names and addresses that both languages share.

import assert from "node:assert/strict";

/** The form of the page whose path ends thus. */
function formOf(walk, ending) {
  return walk.page.locator(`form[action$="${ending}"], form[action*="${ending}?"]`).first();
}

/** Fills in fields by their names and sends the form. */
export async function send(walk, ending, fields = {}) {
  const form = formOf(walk, ending);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element.localName === "select" ? "select" : element.type));
    if (kind === "radio" || kind === "checkbox") await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === "select") await choose(field, value);
    else if (kind === "file") await field.setInputFiles(value);
    else await field.fill(value);
  }
  await Promise.all([walk.page.waitForEvent("load"), form.getByRole("button").last().click()]);
  const refused = await walk.page.getByRole("alert").allInnerTexts();
  assert.deepEqual(refused, [], `${ending} was refused at ${walk.path}`);
}

/** Chooses what begins with these words. */
async function choose(field, words) {
  const options = await field.locator("option").evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
  const [value] = options.find(([, text]) => text.trim().startsWith(words)) ?? [];
  assert.ok(value, `no choice begins with "${words}" among ${options.map(([, text]) => text).join(", ")}`);
  await field.selectOption(value);
}

/** Follows the first link whose address fits. */
export async function follow(walk, pattern) {
  const href = await addressOf(walk, pattern);
  await walk.open(href);
  return href;
}

/** The first address on the page that fits, of a link that says this. */
export async function addressOf(walk, pattern, words = "") {
  const links = walk.page.locator("a[href]", { hasText: words });
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const found = hrefs.find((href) => pattern.test(href));
  assert.ok(found, `no link fits ${pattern} at ${walk.path}: ${hrefs.join(" ")}`);
  return found;
}
