// The promise kept: five people, one of whom has no account, from a workshop to the programme and to the next seminar.
// The same walk on a desk in French with JavaScript, and on a phone in English without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startBrowser } from "./support/browser.mjs";
import { addressOf, follow, send } from "./support/forms.mjs";
import { startHouse } from "./support/house.mjs";
import { startWalk } from "./support/walk.mjs";

const OWNER = "Mission locale des Corbières (exemple)";
const PROMISE = "Recenser les lycées qui accueillent";
const KEPT = "Envoyer la liste des salles";

const WAYS = [
  { name: "bureau", language: "fr", width: 1280, height: 800, javaScript: true },
  { name: "telephone", language: "en", width: 320, height: 640, javaScript: false },
];

const WORDS = {
  fr: { inProgress: "En cours", noNews: "Sans nouvelle", done: "Fait", newDate: "15 janvier 2027", late: /en retard/i },
  en: { inProgress: "Under way", noNews: "No news yet", done: "Done", newDate: "15 January 2027", late: /\blate\b|overdue/i },
};

let browser;

before(async () => {
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
});

for (const way of WAYS) {
  test(`a promise is kept: ${way.name}, ${way.language}, JavaScript ${way.javaScript ? "on" : "off"}`, async () => {
    const house = await startHouse();
    const walks = [];
    const walkAs = async (name, person) => {
      const walk = await startWalk(browser, house, { ...way, name: `${way.name}-${name}`, person });
      walks.push(walk);
      await walk.open(`/?langue=${way.language}`);
      return walk;
    };
    try {
      const officer = await walkAs("regionale", "regionale");
      const { seminar, session } = await holdSeminar(officer);
      const commitment = await recordPromise(officer, session);
      await askForNews(officer, commitment);
      await keepAnotherPromise(officer, session);

      const contact = await walkAs("contact");
      const answered = await answerFromTheMail(contact, WORDS[way.language]);
      await officer.open(commitment);
      await officer.expectText(WORDS[way.language].newDate);

      const coordinator = await walkAs("coordinatrice", "coordinatrice-11");
      const action = await makeAnAction(coordinator, commitment);

      const reader = await walkAs("lectrice", "lectrice");
      await followTheThread(reader, { seminar, session, commitment, action }, WORDS[way.language]);

      await openNextSeminar(officer, seminar, WORDS[way.language]);
      const keeper = await walkAs("administratrice", "administratrice");
      await readTheJournal(keeper);

      // The link of the mail still works: it is for sixty days, and the answer can be taken back.
      await contact.open(answered);
      await send(contact, "/annuler");
      await reader.open("/fil");
      await threadOf(reader, commitment).getByText(WORDS[way.language].noNews).first().waitFor();
      for (const walk of walks) await walk.auditSteps(browser);
    } finally {
      for (const walk of walks) await walk.end();
      await house.stop();
    }
  });
}

/** One day, two half-days, three parallel workshops. */
async function holdSeminar(officer) {
  await officer.open("/seminaires/nouveau");
  await send(officer, "/seminaires/nouveau", {
    titre: "Journée des collectifs (exemple)",
    "premier-jour": "2026-12-08",
    "dernier-jour": "2026-12-08",
    lieu: "Carcassonne",
  });
  const seminar = officer.path;
  await officer.saveStep("seminaire");
  const adding = await addressOf(officer, /\/demi-journees\/.+\/sessions$/);
  for (const [number, title] of ["Informer", "Accompagner", "Reconnaître"].entries()) {
    await officer.open(adding);
    await send(officer, "/sessions", {
      genre: "workshop",
      titre: `${title} (exemple)`,
      salle: `Salle ${number + 1}`,
      debut: "10:00",
      fin: "12:00",
    });
  }
  await officer.open(seminar);
  assert.equal(await officer.page.locator(".half-day").count(), 2, "a day has two half-days");
  const parallel = officer.page.locator(".side-by-side").first().locator(".session-card");
  assert.equal(await parallel.count(), 3, "three workshops stand side by side");
  await officer.saveStep("programme");
  const session = await follow(officer, /\/sessions\/[0-9a-f-]+$/);
  return { seminar, session };
}

async function recordPromise(officer, session) {
  await send(officer, "/compte-rendu", { "compte-rendu": "Quatorze personnes autour de la table." });
  await send(officer, "/decisions", { "texte-decision": "Un recensement commun des lycées qui accueillent." });
  await send(officer, "/engagements", { organisation: OWNER, quoi: PROMISE, echeance: "2026-12-20", "pas-avant": "2026-12-10" });
  assert.equal(officer.path, session);
  await officer.saveStep("compte-rendu");
  return follow(officer, /^\/engagements\/[0-9a-f-]+$/);
}

async function askForNews(officer, commitment) {
  await send(officer, "/demander");
  assert.equal(officer.path, commitment);
  await officer.saveStep("engagement-demande");
}

/** A second promise, whose owner said on the phone that it is done. */
async function keepAnotherPromise(officer, session) {
  await officer.open(session);
  await send(officer, "/engagements", { organisation: OWNER, quoi: KEPT, echeance: "2026-12-21" });
  const href = await officer.page.getByRole("link", { name: KEPT }).first().getAttribute("href");
  await officer.open(href);
  await send(officer, "/repondre", { reponse: "done" });
}

/** The organisation has nobody with an account: its contact answers from the mail. */
async function answerFromTheMail(contact, words) {
  const link = await mailWithALink(contact);
  await contact.open(link);
  await contact.saveStep("question");
  await send(contact, new URL(link).pathname, { reponse: "in-progress", "nouvelle-date": "2027-01-15", phrase: "Trois lycées manquent encore." });
  await contact.expectText(words.newDate);
  await contact.saveStep("reponse");
  return new URL(link).pathname;
}

/** Looks into the demo's mails until the worker has let the question go. */
async function mailWithALink(contact) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    await contact.open("/demo/courriels");
    const mail = contact.page.locator("article", { hasText: PROMISE }).first();
    if (await mail.count()) {
      const links = await mail.locator("a").evaluateAll((all) => all.map((one) => one.href));
      return links.find((href) => href.includes("/r/"));
    }
  }
  throw new Error("no mail asked where the promise stands");
}

async function makeAnAction(coordinator, commitment) {
  await coordinator.open(commitment);
  await follow(coordinator, /\/actions\/nouvelle\?engagement=/);
  await coordinator.saveStep("action-nouvelle");
  const objectives = coordinator.page.locator('[name="objectif"] option[value]:not([value=""])');
  const objective = (await objectives.first().textContent()).trim();
  await send(coordinator, "/actions/nouvelle", { objectif: objective });
  await coordinator.expectText(PROMISE);
  await coordinator.saveStep("action");
  return coordinator.path;
}

function threadOf(reader, commitment) {
  return reader.page.locator("ol", { has: reader.page.locator(`a[href="${commitment}"]`) }).first();
}

/** `/fil` shows the way from the workshop to the action. */
async function followTheThread(reader, { seminar, session, commitment, action }, words) {
  await reader.open("/fil");
  await reader.expectText(PROMISE);
  const thread = threadOf(reader, commitment);
  const hrefs = await thread.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const order = [seminar, session, commitment, action].map((href) => hrefs.indexOf(href));
  assert.ok(order.every((place, index) => place >= 0 && (index === 0 || place > order[index - 1])), `${hrefs} misses a bead: ${order}`);
  await reader.expectNoText(words.late);
  await reader.saveStep("fil");
}

/** The next seminar's agenda starts with the open promises by owner and what became of the others. */
async function openNextSeminar(officer, seminar, words) {
  await officer.open(`${seminar}/suivant`);
  await send(officer, "/suivant", { titre: "Journée suivante (exemple)", "premier-jour": "2027-06-10", "dernier-jour": "2027-06-10" });
  const agenda = officer.page.locator("#promesses");
  await agenda.getByText(OWNER).first().waitFor();
  await agenda.getByText(PROMISE).first().waitFor();
  await agenda.getByText(words.inProgress).first().waitFor();
  const open = await agenda.locator("ul").first().innerText();
  assert.ok(!open.includes(KEPT), "what was kept is still said to be open");
  await agenda.getByText(KEPT).first().waitFor();
  await agenda.getByText(words.done).first().waitFor();
  const first = await officer.page.locator("main h2").first().getAttribute("id");
  assert.equal(first, "promesses-title", "the agenda does not start with the promises");
  await officer.saveStep("ordre-du-jour");
}

async function readTheJournal(keeper) {
  await keeper.open("/journal");
  for (const command of ["commitment.record", "commitment.answer", "action.create"]) await keeper.expectText(command);
  await keeper.saveStep("journal");
}
