// Every page of every feature, in every language of the interface, on a phone and on a desk.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { violations } from "./support/axe.mjs";
import { listenToComplaints, newContext, startBrowser } from "./support/browser.mjs";
import { signIn, startHouse } from "./support/house.mjs";

const LANGUAGES = [
  { tag: "fr", direction: "ltr" },
  { tag: "en", direction: "ltr" },
  // The mirrored pseudo-language: longer words, from right to left.
  { tag: "ar-XB", direction: "rtl" },
];
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 320, height: 640 };

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

test("every page is accessible, fits a phone and complains of nothing", async (t) => {
  const samples = await house.samples();
  assert.ok(samples.length > 0, "/manifeste.json names no page: nothing would be looked at");
  let looks = 0;
  for (const [person, pages] of groupByPerson(samples)) {
    for (const language of LANGUAGES) {
      await t.test(`${person ?? "nobody signed in"}, ${language.tag}: ${pages.length} pages`, async () => {
        const { faults, count } = await lookAtAll(pages, person, language);
        looks += count;
        assert.equal(faults.length, 0, `\n${faults.join("\n")}\n`);
      });
    }
  }
  t.diagnostic(`${samples.length} pages, looked at ${looks} times`);
  assert.equal(looks, samples.length * LANGUAGES.length * 2, "some pages were not looked at");
});

/** One page of the browser for all samples of a person in a language: opening one costs more than looking at one. */
async function lookAtAll(samples, person, language) {
  const context = await newContext(browser, house, { viewport: DESK });
  try {
    if (person) await signIn(context, house, person);
    await context.request.get(`${house.address}/?langue=${language.tag}`);
    const page = await context.newPage();
    const complaints = await listenToComplaints(page, house);
    const faults = [];
    let count = 0;
    for (const sample of samples) {
      const found = await lookAt(page, complaints, sample, language);
      faults.push(...found.map((fault) => `  ${sample.path} (${sample.feature}): ${fault}`));
      count += 2;
    }
    return { faults, count };
  } finally {
    await context.close();
  }
}

async function lookAt(page, complaints, { path }, { tag, direction }) {
  await page.setViewportSize(DESK);
  const answer = await page.goto(path);
  const faults = await complaints.take();
  if (answer.status() !== 200) faults.push(`answered ${answer.status()}`);
  const root = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir || "ltr" }));
  if (root.lang !== tag) faults.push(`is in language "${root.lang}" and not ${tag}`);
  if (root.dir !== direction) faults.push(`runs ${root.dir} and not ${direction}`);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const found = [...(await horizontalScroll(page)), ...(await violations(page))];
    faults.push(...found.map((fault) => `at ${size.width} px: ${fault}`));
  }
  // What came after the page did, such as a fragment that could not be fetched.
  return [...faults, ...(await complaints.take())];
}

/** Names what sticks out, so that nobody has to hunt for it. */
async function horizontalScroll(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 0.5 || left < -0.5);
    };
    const culprits = [...document.body.querySelectorAll("*")].filter(sticksOut).slice(-3);
    const names = culprits.map((element) => element.outerHTML.slice(0, 120));
    return [`scrolls sideways (${scrollWidth} px in ${clientWidth}): ${names.join(" | ")}`];
  });
}

function groupByPerson(samples) {
  const groups = new Map();
  for (const sample of samples) groups.set(sample.person, [...(groups.get(sample.person) ?? []), sample]);
  return groups;
}
