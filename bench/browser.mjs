// How is the browser started, told what to do, and ended? Chromium through its driver, plain WebDriver over HTTP, one command
// at a time; only what was started here is ended.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

/** No single script of a measurement takes longer, in milliseconds. */
const PATIENCE = 180_000;
// Without `--no-sandbox` Chromium does not start as root. The window is a laptop's: in Chromium's default one few cards have room beside their
// term. The other flags keep it from calling home and measuring that.
const FLAGS = ["--headless", "--no-sandbox", "--window-size=1280,900", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
/** Where the pointer waits when it is on nothing. */
const AWAY = { x: 4, y: 4 };

/** The program that the variable names, or the first of these names on the path. */
function program(variable, names) {
  if (process.env[variable]) return process.env[variable];
  const places = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`no ${names[0]}: run \`make browsers\`, or name it in ${variable}`);
  return found;
}

export class Browser {
  #driver;
  #folder;
  #base;
  #path = "";
  #process;
  version = "";

  static async start() {
    const browser = new Browser();
    browser.#folder = mkdtempSync(join(tmpdir(), "bench-"));
    const environment = { ...process.env, TMPDIR: browser.#folder };
    browser.#driver = spawn(program("CHROMEDRIVER", ["chromedriver"]), ["--port=0"], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
    const said = createInterface({ input: browser.#driver.stdout });
    const port = await new Promise((done, fail) => {
      said.on("line", (line) => /successfully on port (\d+)/.exec(line)?.[1] && done(/on port (\d+)/.exec(line)[1]));
      browser.#driver.on("error", fail);
      browser.#driver.on("exit", () => fail(new Error("the driver ended before it listened")));
    });
    browser.#base = `http://127.0.0.1:${port}`;
    const options = { binary: program("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]), args: FLAGS };
    const wanted = { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": options } };
    const { sessionId, capabilities } = await browser.#send("POST", "/session", { capabilities: wanted });
    browser.#path = `/session/${sessionId}`;
    browser.#process = capabilities["goog:processID"];
    browser.version = `Chromium ${capabilities.browserVersion}`;
    await browser.#post("/timeouts", { script: PATIENCE, pageLoad: PATIENCE });
    return browser;
  }

  async #send(method, path, body) {
    const answer = await fetch(`${this.#base}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message.split("\n")[0]}`);
    return value;
  }

  #post(path, body = {}) {
    return this.#send("POST", this.#path + path, body);
  }

  /** Goes to an address and waits until the page has loaded. */
  go(url) {
    return this.#post("/url", { url });
  }

  /** Runs a function in the page; what it returns, or promises, is the answer. */
  run(call, ...args) {
    return this.#post("/execute/sync", { script: `return (${call})(...arguments)`, args });
  }

  /** A command of the browser's own debugging protocol. */
  cdp(cmd, params = {}) {
    return this.#post("/goog/cdp/execute", { cmd, params });
  }

  /** The main thread of the page runs so many times slower. */
  throttle(rate) {
    return this.cdp("Emulation.setCPUThrottlingRate", { rate });
  }

  /** The mouse is at this point with its next movement. */
  point({ x, y } = AWAY) {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0, origin: "viewport" };
    return this.#post("/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move] }] });
  }

  /** What the browser counts of the page, after all garbage is gone. */
  async metrics() {
    await this.cdp("Performance.enable");
    for (let round = 0; round < 2; round += 1) await this.cdp("HeapProfiler.collectGarbage");
    const { metrics } = await this.cdp("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** Does something in a tab of its own, which is closed afterwards. */
  async inNewTab(act) {
    const home = await this.#send("GET", `${this.#path}/window`);
    const { handle } = await this.#post("/window/new", { type: "tab" });
    await this.#post("/window", { handle });
    try {
      return await act();
    } finally {
      await this.#send("DELETE", `${this.#path}/window`);
      await this.#post("/window", { handle: home });
    }
  }

  async end() {
    const ended = new Promise((done) => (this.#driver.exitCode === null ? this.#driver.once("exit", done) : done()));
    try {
      await this.#send("DELETE", this.#path);
    } catch {
      // A driver that no longer answers cannot end its browser: then that process is ended by its id.
      if (this.#process) process.kill(this.#process);
    }
    this.#driver.kill();
    await ended;
    // The browser's last processes may still be writing to it.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
