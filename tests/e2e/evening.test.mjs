// An evening of a collective where there is no network: the file goes along, comes back filled in, and nothing is
// recorded before it was read again. On a phone in French with JavaScript, and on a desk in English without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startBrowser } from "./support/browser.mjs";
import { addressOf, follow, send } from "./support/forms.mjs";
import { startHouse } from "./support/house.mjs";
import { startWalk } from "./support/walk.mjs";
import { Workbook } from "./support/workbook.mjs";

const DECISION = "Ouvrir la salle du Val bleu un mercredi sur deux.";
const MINUTES = "Neuf personnes, la route était verglacée.";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The width of what is printed on A4 between its margins, in CSS pixels. */
const PAPER = 680;

const WAYS = [
  { name: "telephone", language: "fr", width: 320, height: 640, javaScript: true },
  { name: "bureau", language: "en", width: 1280, height: 800, javaScript: false },
];

const WORDS = {
  fr: {
    takeAlong: "Emporter le fichier (XLSX)",
    promises: { sheet: "Promesses ouvertes", what: "Quoi", answer: "Réponse", done: "Fait" },
    decisions: { sheet: "Décisions", text: "Décision" },
    closing: { sheet: "Suite", nextDay: "Prochaine réunion", minutes: "Compte rendu" },
    nothingYet: "Voici ce qui sera enregistré. Rien ne l’est encore.",
    recorded: "Tout ce que disait le fichier est enregistré.",
    nothingNew: "Rien de nouveau à enregistrer.",
    nextDay: "14 janvier 2027",
    saidThere: "dite en réunion",
  },
  en: {
    takeAlong: "Take the file along (XLSX)",
    promises: { sheet: "Open promises", what: "What", answer: "Answer", done: "Done" },
    decisions: { sheet: "Decisions", text: "Decision" },
    closing: { sheet: "What next", nextDay: "Next meeting", minutes: "Minutes" },
    nothingYet: "This is what will be recorded. Nothing is yet.",
    recorded: "All that the file said is recorded.",
    nothingNew: "Nothing new to record.",
    nextDay: "14 January 2027",
    saidThere: "said in a meeting",
  },
};

let browser;

before(async () => {
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
});

for (const way of WAYS) {
  test(`an evening without network: ${way.name}, ${way.language}, JavaScript ${way.javaScript ? "on" : "off"}`, async () => {
    const house = await startHouse();
    const words = WORDS[way.language];
    let coordinator;
    try {
      coordinator = await startWalk(browser, house, { ...way, name: `soiree-${way.name}`, person: "coordinatrice-11" });
      await coordinator.open(`/?langue=${way.language}`);
      const meeting = await openTheMeetingToCome(coordinator);
      const taken = await takeTheFileAlong(coordinator, meeting, words);
      const { file, promise } = await meetWithoutNetwork(coordinator, meeting, taken, words);
      const commitment = await addressOf(coordinator, /^\/engagements\/[0-9a-f-]+\?dit=meeting/, promise);
      await bringItBack(coordinator, meeting, file, { promise, words });
      await readWhatIsRecorded(coordinator, { meeting, commitment, words });
      await bringItBackAgain(coordinator, meeting, file, words);
      await coordinator.auditSteps(browser);
    } finally {
      await coordinator?.end();
      await house.stop();
    }
  });
}

async function openTheMeetingToCome(coordinator) {
  await coordinator.open("/collectifs/11/reunions");
  await coordinator.saveStep("reunions");
  const meeting = await follow(coordinator, /^\/reunions\/[0-9a-f-]+$/);
  await coordinator.expectNoText(DECISION);
  await coordinator.saveStep("reunion");
  return meeting;
}

/** The page to print, and the file to fill in. */
async function takeTheFileAlong(coordinator, meeting, words) {
  const dossier = await follow(coordinator, /\/dossier$/);
  assert.equal(dossier, `${meeting}/dossier`);
  await coordinator.saveStep("dossier");
  const screen = coordinator.page.viewportSize();
  await coordinator.expectFits({ media: "print" });
  await coordinator.page.setViewportSize({ ...screen, width: PAPER });
  await coordinator.expectFits({ media: "print", everyPart: true });
  await coordinator.page.setViewportSize(screen);
  const taken = await coordinator.download(words.takeAlong);
  assert.match(taken.name, /^reunion-11-.+\.xlsx$/);
  return taken;
}

/** Without network there is no page, and the file is filled in. */
async function meetWithoutNetwork(coordinator, meeting, taken, words) {
  const context = coordinator.page.context();
  await context.setOffline(true);
  await assert.rejects(coordinator.open(meeting), /ERR_INTERNET_DISCONNECTED/, "a page came without network");
  const file = new Workbook(taken.bytes);
  const { promises, decisions, closing } = words;
  const promise = file.read(promises.sheet, 2, promises.what);
  assert.ok(promise, "the file holds no open promise");
  file.type(promises.sheet, 2, promises.answer, promises.done);
  file.type(decisions.sheet, 2, decisions.text, DECISION);
  file.type(closing.sheet, 2, closing.nextDay, "14/01/2027");
  file.type(closing.sheet, 2, closing.minutes, MINUTES);
  await context.setOffline(false);
  await coordinator.open(meeting);
  return { file: { name: taken.name, mimeType: SPREADSHEET, buffer: file.save() }, promise };
}

async function bringItBack(coordinator, meeting, file, { promise, words }) {
  await follow(coordinator, /\/retour$/);
  await coordinator.saveStep("retour");
  await send(coordinator, "/retour", { fichier: file });
  await coordinator.expectText(words.nothingYet);
  // The sentence goes on after it: its own full stop is left out.
  for (const text of [promise.replace(/\.$/, ""), DECISION, MINUTES, words.nextDay]) await coordinator.expectText(text);
  await coordinator.saveStep("relecture");
  await expectNothingRecorded(coordinator, meeting, words);
  await send(coordinator, "/retour/confirmer");
  assert.equal(coordinator.path.replace(/\?.*/, ""), meeting);
  await coordinator.expectText(words.recorded);
  await coordinator.expectText(DECISION);
  await coordinator.saveStep("enregistre");
}

/** Looks at the meeting beside what was read from the file. */
async function expectNothingRecorded(coordinator, meeting, words) {
  const beside = await coordinator.page.context().newPage();
  await beside.goto(meeting);
  for (const text of [DECISION, MINUTES, words.nextDay]) {
    assert.equal(await beside.getByText(text).count(), 0, `"${text}" was recorded before it was confirmed`);
  }
  await beside.close();
}

async function readWhatIsRecorded(coordinator, { meeting, commitment, words }) {
  await coordinator.open(meeting);
  await follow(coordinator, /\/releve$/);
  for (const text of [DECISION, MINUTES, words.nextDay]) await coordinator.expectText(text);
  await coordinator.saveStep("releve");
  await coordinator.open(commitment);
  await coordinator.page.locator("td", { hasText: words.saidThere }).first().waitFor();
  await coordinator.page.locator("td", { hasText: words.promises.done }).first().waitFor();
  await coordinator.saveStep("engagement");
}

async function bringItBackAgain(coordinator, meeting, file, words) {
  await coordinator.open(`${meeting}/retour`);
  await send(coordinator, "/retour", { fichier: file });
  await coordinator.expectText(words.nothingNew);
  assert.equal(await coordinator.page.locator('form[action$="/retour/confirmer"]').count(), 0, "there is something to confirm");
  await coordinator.saveStep("rien-de-nouveau");
}
