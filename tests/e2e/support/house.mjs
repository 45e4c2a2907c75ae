// The program under test: started on a free port with its files in a temporary folder, stopped at the end.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The day the demo is about. */
export const DATE = "2026-11-24";

// A debug build loads the demo slowly, on a busy machine slower still.
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;
const ASK_EVERY_MS = 50;
const LOG_LINES_MAX = 200;

/**
 * Starts the binary named by ESCALE_BINARY and resolves when it is healthy.
 *
 * @returns {Promise<House>}
 */
export async function startHouse() {
  const binary = process.env.ESCALE_BINARY;
  if (!binary) throw new Error("ESCALE_BINARY must name the binary: run `cargo xtask test`, or see README.md");
  const folder = await mkdtemp(join(tmpdir(), "escale-e2e-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn(
    binary,
    ["demo", "--listen", `127.0.0.1:${port}`, "--public-url", address, "--data", folder, "--date", DATE],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const house = new House(child, address, folder);
  try {
    await house.becomesHealthy();
  } catch (error) {
    await house.stop();
    throw error;
  }
  return house;
}

export class House {
  #child;
  #log = [];
  #exited;

  constructor(child, address, folder) {
    this.#child = child;
    this.address = address;
    this.folder = folder;
    // Resolves whether it ends or never starts.
    this.#exited = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
    child.on("error", (error) => this.#log.push(String(error)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        this.#log.push(...text.split("\n").filter(Boolean));
        this.#log.splice(0, this.#log.length - LOG_LINES_MAX);
      });
    }
  }

  /** The last lines the program wrote: show them when something is wrong. */
  get log() {
    return this.#log.join("\n");
  }

  async becomesHealthy() {
    const deadline = Date.now() + START_LIMIT_MS;
    let ended = false;
    this.#exited.then(() => (ended = true));
    while (!(await this.#isHealthy())) {
      if (ended) throw new Error(`the house stopped before it was healthy:\n${this.log}`);
      if (Date.now() > deadline) throw new Error(`the house did not become healthy:\n${this.log}`);
      await delay(ASK_EVERY_MS);
    }
  }

  async #isHealthy() {
    try {
      const answer = await fetch(`${this.address}/health`);
      return answer.ok && (await answer.json()).status === "ok";
    } catch {
      return false;
    }
  }

  /**
   * Sample addresses of every page of every feature.
   *
   * @returns {Promise<{path: string, person: string | null, feature: string}[]>}
   */
  async samples() {
    const answer = await fetch(`${this.address}/manifeste.json`);
    if (!answer.ok) throw new Error(`/manifeste.json answered ${answer.status}`);
    return (await answer.json()).samples;
  }

  /** Asks it to stop, kills it if it does not, and removes its files. */
  async stop() {
    this.#child.kill("SIGTERM");
    const patience = new AbortController();
    const stopped = await Promise.race([
      this.#exited.then(() => true),
      delay(STOP_LIMIT_MS, false, { signal: patience.signal }).catch(() => true),
    ]);
    patience.abort();
    if (!stopped) {
      this.#child.kill("SIGKILL");
      await this.#exited;
    }
    await rm(this.folder, { recursive: true, force: true });
    if (!stopped) throw new Error(`the house did not stop within ${STOP_LIMIT_MS / 1000} s of being asked:\n${this.log}`);
  }
}

/**
 * Gives a browser context the session of one of the demo's people, without a page: also where there is no JavaScript.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @param {House} house
 * @param {string} person
 */
export async function signIn(context, house, person) {
  const door = `${house.address}/demo/entrer`;
  const page = await context.request.get(door);
  if (!page.ok()) throw new Error(`/demo/entrer answered ${page.status()}`);
  const jeton = hiddenField(await page.text(), "jeton");
  const answer = await context.request.post(door, {
    form: { personne: person, jeton },
    headers: { origin: house.address },
    maxRedirects: 0,
  });
  if (answer.status() < 300 || answer.status() > 399) {
    throw new Error(`signing in as ${person} answered ${answer.status()}:\n${await answer.text()}`);
  }
}

function hiddenField(html, name) {
  const fields = html.match(/<input\b[^>]*>/gi) ?? [];
  const field = fields.find((text) => new RegExp(`\\bname=["']?${name}["'\\s/>]`).test(text));
  const value = field?.match(/\bvalue=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/);
  if (!value) throw new Error(`the page has no field ${name}`);
  return value[1] ?? value[2] ?? value[3];
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
