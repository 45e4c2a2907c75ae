// A year of the regional steering: who comes, who came, what was promised, whom to ring, the plan's numbers, the next
// seminar. On a phone in French with JavaScript, and on a desk in English without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startBrowser } from "./support/browser.mjs";
import { addressOf, follow, send } from "./support/forms.mjs";
import { startHouse } from "./support/house.mjs";
import { startWalk } from "./support/walk.mjs";
import { Workbook } from "./support/workbook.mjs";

const CALLER = "Mission locale des Garrigues (exemple)";
const OWNER = "Mission locale des Corbières (exemple)";
const ABSENT = "Lycée professionnel des Trois-Vents (exemple)";
const DECISION = "Une seule adresse pour demander une place.";
const PROMISE = "Tenir à jour la liste des places.";
const WORKSHOP = "Partir à plusieurs départements";
const CALLED = "Ouvrir quatre places de la préparation au départ";

const WAYS = [
  { name: "telephone", language: "fr", width: 320, height: 640, javaScript: true },
  { name: "bureau", language: "en", width: 1280, height: 800, javaScript: false },
];

const WORDS = {
  fr: {
    registered: "L’inscription est enregistrée.",
    missing: "manque",
    attendance: "La présence est enregistrée.",
    answered: "La réponse est enregistrée.",
    byPhone: "dite par téléphone",
    newDate: "15 janvier 2027",
    valued: "La valeur est enregistrée.",
    exportList: "Exporter la liste (XLSX)",
    opened: "Le séminaire suivant est ouvert",
    late: /en retard(?! :)/i,
  },
  en: {
    registered: "The registration is saved.",
    missing: "missing",
    attendance: "Attendance is saved.",
    answered: "The answer is saved.",
    byPhone: "said by telephone",
    newDate: "15 January 2027",
    valued: "The value is saved.",
    exportList: "Export the list (XLSX)",
    opened: "The next seminar is open",
    late: /overdue/i,
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
  test(`a year of the steering: ${way.name}, ${way.language}, JavaScript ${way.javaScript ? "on" : "off"}`, async () => {
    const house = await startHouse();
    const words = WORDS[way.language];
    let officer;
    try {
      officer = await startWalk(browser, house, { ...way, name: `annee-${way.name}`, person: "regionale" });
      await officer.open(`/?langue=${way.language}`);
      const seminar = await seminarOf(house, "/inscriptions/nouvelle");
      await registerSomebody(officer, seminar, words);
      await enterAttendance(officer, await seminarOf(house, "/presence"), words);
      await recordInASession(officer, seminar);
      await ringSomebody(officer, words);
      await project(officer);
      await enterAValue(officer, words);
      await takeAListAlong(officer, words);
      await openNextSeminar(officer, seminar, words);
      await officer.auditSteps(browser);
    } finally {
      await officer?.end();
      await house.stop();
    }
  });
}

/** The seminar of the demo that has such a page: one is to come, people register for it; one was held. */
async function seminarOf(house, page) {
  const samples = await house.samples();
  const { path } = samples.find((sample) => sample.path.endsWith(page));
  return path.match(/^\/seminaires\/[^/]+/)[0];
}

/** Somebody rang: no address, no account. */
async function registerSomebody(officer, seminar, words) {
  await officer.open(`${seminar}/inscriptions`);
  await officer.expectText(words.missing);
  await officer.expectNoText(CALLER);
  await follow(officer, /\/inscriptions\/nouvelle$/);
  await officer.saveStep("inscrire");
  await send(officer, "/inscriptions/nouvelle", { college: "Mission locale", provenance: "Gard", organisation: CALLER, nombre: "2" });
  await officer.expectText(words.registered);
  await officer.saveStep("inscription");
  await officer.open(`${seminar}/inscriptions`);
  const ofTheGard = officer.page.locator("table").first().getByRole("row").filter({ hasText: "Gard" });
  await ofTheGard.getByText(CALLER).first().waitFor();
  await ofTheGard.getByText(words.missing).first().waitFor();
  await officer.saveStep("qui-vient");
}

/** All were there but those who are ticked: one of the two of the lycée. */
async function enterAttendance(officer, seminar, words) {
  await officer.open(`${seminar}/inscriptions`);
  await follow(officer, /\/demi-journees\/[0-9a-f-]+\/presence$/);
  assert.equal(await officer.page.locator('[name="absent"]:checked').count(), 0, "somebody is absent before anybody said so");
  const absent = await officer.page.locator(".choice", { hasText: ABSENT }).first().locator("input").getAttribute("value");
  await officer.saveStep("presence-saisie");
  await send(officer, "/presence", { absent });
  await officer.expectText(words.attendance);
  await officer.expectText(/^1\s\/\s2$/);
  await officer.saveStep("presence");
}

async function recordInASession(officer, seminar) {
  await officer.open(seminar);
  const session = await addressOf(officer, /\/sessions\/[0-9a-f-]+$/, WORKSHOP);
  await officer.open(session);
  await send(officer, "/decisions", { "texte-decision": DECISION });
  await send(officer, "/engagements", { organisation: OWNER, quoi: PROMISE, echeance: "2027-03-20" });
  for (const text of [DECISION, PROMISE]) await officer.expectText(text);
  await officer.saveStep("seance");
}

/** From the list of calls to an answer that was given on the telephone. */
async function ringSomebody(officer, words) {
  await officer.open("/fil");
  await follow(officer, /^\/fil\/appels$/);
  await officer.expectNoText(words.late);
  await officer.saveStep("appels");
  await officer.open(await addressOf(officer, /\?dit=phone#repondre$/, CALLED));
  assert.ok(await officer.page.locator('[name="dit"][value="phone"]').isChecked(), "the list of calls forgot that one rings");
  await officer.saveStep("appel");
  await send(officer, "/repondre", { reponse: "in-progress", "nouvelle-date": "2027-01-15", "dit-par": "accueil" });
  await officer.expectText(words.answered);
  await officer.expectText(words.newDate);
  await officer.page.locator("td", { hasText: words.byPhone }).first().waitFor();
  await officer.saveStep("reponse");
  await officer.open("/fil/appels");
  await officer.expectNoText(CALLED);
}

/** On the wall: what was promised, not by whom. */
async function project(officer) {
  await officer.open("/fil");
  await follow(officer, /^\/fil\/projection/);
  await officer.expectText(PROMISE);
  await officer.expectNoText(OWNER);
  await officer.saveStep("projection");
}

/** What was unknown is known, and the sum of the region says so. */
async function enterAValue(officer, words) {
  await officer.open("/plans/76");
  await officer.saveStep("plan");
  const indicator = await follow(officer, /^\/indicateurs\/[0-9a-f-]+$/);
  await officer.expectText(/^1.275$/);
  await officer.saveStep("indicateur");
  const value = await follow(officer, /\/valeurs\/09\/2026$/);
  await officer.saveStep("valeur");
  await send(officer, value, { nombre: "120", source: "Relevé de l’année (exemple)" });
  await officer.expectText(words.valued);
  await officer.saveStep("valeur-saisie");
  await officer.open(indicator);
  await officer.expectText(/^1.395$/);
}

async function takeAListAlong(officer, words) {
  await officer.open("/acteurs");
  await officer.saveStep("acteurs");
  const { name, bytes } = await officer.download(words.exportList);
  assert.match(name, /^organisations.*\.xlsx$/);
  const file = new Workbook(bytes);
  assert.ok(file.includes(OWNER), "an organisation of the list is missing from the file");
}

/** The next one is a copy: its sessions stand, and what was promised this year is at the head of its agenda. */
async function openNextSeminar(officer, seminar, words) {
  await officer.open(seminar);
  await follow(officer, /\/suivant$/);
  await officer.saveStep("suivant");
  await send(officer, "/suivant", { titre: "Séminaire d’automne (exemple)", "premier-jour": "2027-09-23", "dernier-jour": "2027-09-24" });
  assert.ok(!officer.path.startsWith(seminar), "one is still at the seminar that was copied");
  await officer.expectText(words.opened);
  await officer.expectText(WORKSHOP);
  await officer.page.locator("#promesses").getByText(PROMISE).first().waitFor();
  await officer.expectNoText(CALLER);
  await officer.saveStep("ordre-du-jour");
}
