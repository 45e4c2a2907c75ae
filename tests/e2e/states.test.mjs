// Pages that no address leads to by itself: errors, forms with faults, conflicts, the button behind a sign-in link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { violations } from "./support/axe.mjs";
import { newContext, startBrowser } from "./support/browser.mjs";
import { signIn, startHouse } from "./support/house.mjs";

const VIEWS = [
  { language: "fr", width: 1280, height: 800 },
  { language: "en", width: 320, height: 640 },
  { language: "ar-XB", width: 320, height: 640 },
  { language: "ar-XB", width: 1280, height: 800 },
];

let house;
let browser;

before(async () => {
  house = await startHouse();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await house?.stop();
});

for (const { language, width, height } of VIEWS) {
  test(`pages of another state are accessible: ${language}, ${width} px`, async () => {
    const context = await newContext(browser, house, { viewport: { width, height } });
    try {
      await context.request.get(`${house.address}/?langue=${language}`);
      const page = await context.newPage();
      const seen = [];
      const look = async (state, status) => {
        const faults = await violations(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        assert.deepEqual(faults, [], `${state}: ${faults.join("\n")}`);
        assert.ok(!overflow, `${state} scrolls sideways`);
        seen.push(`${state} ${status}`);
      };
      for (const [path, status] of [["/introuvable", 404], ["/fil", 401], ["/r/inconnu", 404]]) {
        const answer = await page.goto(path);
        assert.equal(answer.status(), status, path);
        await look(path, status);
      }
      await look("sign-in link", await openSignInLink(page));
      await signIn(context, house, "coordinatrice-11");
      await page.goto("/journal");
      await look("/journal", 403);
      await page.goto("/acteurs/nouveau");
      await send(page, "/acteurs/nouveau", {});
      await look("faults", 422);
      await look("conflict", await makeAConflict(context, page));
      assert.equal(seen.length, 7);
    } finally {
      await context.close();
    }
  });
}

/** Asks for a mail, waits for it, and opens its link: a page with one button. */
async function openSignInLink(page) {
  await page.goto("/connexion");
  await send(page, "/connexion", { adresse: "collectif-aude@escale.example" });
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    await page.goto("/demo/courriels");
    const link = page.locator('a[href*="/connexion/lien/"]').first();
    if (await link.count()) {
      const answer = await page.goto(await link.getAttribute("href"));
      return answer.status();
    }
  }
  throw new Error("no sign-in mail left");
}

/** Two tabs edit the same organisation; the second to save sees what the first saved. */
async function makeAConflict(context, page) {
  await page.goto("/acteurs?departement=departement%3A11&q=Tramontane");
  const href = await page.locator('a[href^="/acteurs/"]').evaluateAll((links) => {
    return links.map((link) => link.getAttribute("href")).find((address) => /^\/acteurs\/[0-9a-f-]{36}$/.test(address));
  });
  const edit = `${href}/modifier`;
  const other = await context.newPage();
  await page.goto(edit);
  await other.goto(edit);
  const name = `Cap Tramontane Jeunesse ${Date.now()} (exemple)`;
  await send(other, edit, { nom: name });
  const answer = await send(page, edit, { nom: "Cap Tramontane (exemple)" });
  assert.equal(answer, 409);
  await page.getByText(name).first().waitFor();
  await other.close();
  return answer;
}

/** Fills in fields by their names, sends the form, and tells the status of the page that answers. */
async function send(page, action, fields) {
  const form = page.locator(`form[method="post"][action="${action}"]`);
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await Promise.all([page.waitForEvent("load"), form.getByRole("button").last().click()]);
  return (await answered).status();
}
