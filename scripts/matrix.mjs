// What works in which engine? Writes the table of the README from target/browser/results.json, which the stories in
// tests/browser/ leave behind: a row for each of their files, a column for each engine. With `--check chromium,firefox` it writes
// nothing and says whether the columns of these engines are as the stories have it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ENGINES } from "./engines.mjs";

const RESULTS = "target/browser/results.json";
const PAGE = "README.md";
const [FROM, TO] = ["<!-- matrix: written by scripts/matrix.mjs -->", "<!-- /matrix -->"];
/** What a file of stories is about; a new file stands under its own name until it is named here. */
const AREAS = {
  smoke: "The harness itself",
  open_close: "Opening and closing, by mouse and touch",
  keyboard: "Keyboard",
  stops: "Keyboard: tabs, traps, input methods",
  pictures: "Pictures, maps and charts",
  inside: "Inside a card",
  access: "Names, roles, announcements, languages",
  axe: "axe-core, in every state",
  zoom: "Zoom, spacing, size of targets",
  comfort: "Contrast, focus, forced colours, motion",
  languages: "Languages: words and dates",
  writing_systems: "Directions, scripts without spaces",
  marking: "Marking terms",
  intact: "The article while it is marked, and after",
  embedding: "Embedding",
  scripting: "Events, methods, properties",
  loading: "What is fetched, and when",
  failures: "When something is missing",
  faulty_decks: "Decks with faults",
  failing_programs: "When a program is missing, or late",
  panics: "When the widget itself fails",
  baked: "Pages published with their marks",
  baked_links: "The same: their links and their glossary",
  baked_faults: "The same, when something is missing",
  faults: "When the browser fails, call by call",
  "faults::dom": "The same, in calls to the page itself",
  keeping: "Kept decks, newer decks, decks switched off",
  soak: "A long random reading",
  panel: "The list of all context, also on paper",
  menu: "The menu, pins, links, what a reader has chosen",
  touch: "Fingers and pens: sheets, back, handle",
  hostile: "Hostile pages",
  content: "Hostile words in decks, marks and addresses",
  "content::fields": "Hostile words in every field of a deck",
  page_scripts: "Scripts that patch, freeze, write and change without end",
  policies: "Strict policies",
  documents: "XHTML, another base, quirks mode",
  hosts: "React, Vue and Svelte, on the client and hydrated",
  libraries: "htmx, Turbo, translation",
  highlight: "Painted mentions (`mode=\"highlight\"`)",
  same_cards: "Decks as `check` reads them",
  same_marks: "Articles marked as `bake` marks them",
  serve: "The page that `serve` shows an editor",
  rewriting: "Frameworks and scripts that rewrite the article",
  hydration: "Published marks under a framework that hydrates",
  mutations: "Scripts that work on the article's nodes",
  random_articles: "Articles and scripts at random",
  "gallery::flow": "Gallery: wrapped, vertical, clipped, zoomed",
  "gallery::layers": "Gallery: scrollers, headers, dialogs, popovers",
  "gallery::trees": "Gallery: frames, shadow trees, two articles, two widgets",
};

if (!existsSync(RESULTS)) {
  console.error(`${RESULTS} is missing: \`make test\` leaves it behind.`);
  process.exit(1);
}
const results = JSON.parse(readFileSync(RESULTS, "utf8"));
const page = readFileSync(PAGE, "utf8");
const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
if (from < 0 || to < from) throw new Error(`${PAGE} lacks the markers ${FROM} and ${TO}`);

const area = ({ story }) => story.slice(0, story.lastIndexOf("::"));
const told = (name) => name.slice(name.lastIndexOf("::") + 2).replaceAll("_", " ");
const found = [...new Set(results.map(area))];
const order = Object.keys(AREAS);
const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
found.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
const title = (name) => AREAS[name] ?? name;
const sentence = (why) => `${why[0].toUpperCase()}${why.slice(1)}.`;
const note = (text) => `<sup>${text}</sup>`;

/** What stands in one cell: how many hold, which failed, and how many are not told, with the reasons in words. */
const cell = (name, engine) => {
  const here = results.filter((result) => result.engine === engine && area(result) === name);
  const of = (result) => here.filter((one) => one.result === result);
  if (here.length === 0) return "not run";
  const whys = [...new Set(of("not told").map(({ why }) => why))];
  return [
    of("ok").length > 0 && `✓ ${of("ok").length}`,
    ...of("failed").map(({ story }) => `✗ ${told(story)}`),
    whys.length > 0 && `${of("not told").length} not told ${whys.map((why) => note(sentence(why))).join(" ")}`,
  ]
    .filter(Boolean)
    .join(", ")
    .replaceAll("|", "\\|");
};

/** The cells of an engine by the titles of their rows, as the stories have them. */
const column = (engine) => new Map(found.map((name) => [title(name), cell(name, engine)]));

/** The same as the page has them: a number that points at a reason is that reason again. */
const lines = page.slice(from + FROM.length, to).trim().split("\n");
const sentences = new Map(lines.map((line) => /^(\d+)\. (.*)$/.exec(line)).filter(Boolean).map(([, number, text]) => [number, text]));
const written = (engine) => {
  const rows = lines.filter((line) => line.startsWith("|")).slice(2);
  const cells = rows.map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()));
  const at = 2 + Object.keys(ENGINES).indexOf(engine);
  const plain = (text) => text?.replace(/<sup>(\d+)<\/sup>/g, (_, number) => note(sentences.get(number)));
  return new Map(cells.map((row) => [row[1], plain(row[at])]));
};

function check(engines) {
  const stale = engines.flatMap((engine) => {
    const [before, now] = [written(engine), column(engine)];
    const rows = [...new Set([...before.keys(), ...now.keys()])].filter((row) => before.get(row) !== now.get(row));
    const moved = rows.length === 0 && [...before.keys()].join() !== [...now.keys()].join() ? ["the rows stand in another order"] : [];
    return [...rows.map((row) => `${ENGINES[engine]}, ${row}: written "${before.get(row) ?? ""}", found "${now.get(row) ?? ""}"`), ...moved];
  });
  if (stale.length === 0) return;
  console.error(`${stale.join("\n")}\nThe table in ${PAGE} is out of date: run \`make matrix\`, and commit what it writes.`);
  process.exitCode = 1;
}

function write() {
  // An engine that was not asked for all stories here keeps what is written of it.
  const stories = new Set(results.map(({ story }) => story));
  const columns = Object.keys(ENGINES).map((engine) => {
    const missing = stories.size - results.filter((result) => result.engine === engine).length;
    if (missing > 0) console.error(`${ENGINES[engine]} keeps its column: ${missing} of ${stories.size} stories have no result in it.`);
    return missing > 0 ? written(engine) : column(engine);
  });
  const reasons = [];
  const numbered = (text) =>
    text.replace(/<sup>(.*?)<\/sup>/g, (_, why) => {
      if (!reasons.includes(why)) reasons.push(why);
      return note(reasons.indexOf(why) + 1);
    });
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const rows = found.map(title).map((name) => row([name, ...columns.map((cells) => numbered(cells.get(name) ?? "not run"))]));
  const table = [row(["", ...Object.values(ENGINES)]), row(["---", "---", "---", "---"]), ...rows];
  const notes = reasons.map((why, at) => `${at + 1}. ${why}`);
  writeFileSync(PAGE, `${page.slice(0, from + FROM.length)}\n${[...table, "", ...notes].join("\n")}\n${page.slice(to)}`);
}

const [mode, engines] = process.argv.slice(2);
if (mode === "--check") check(engines.split(/[, ]+/));
else write();
const failed = results.filter(({ result }) => result === "failed");
console.log(`${results.length} results in ${found.length} areas, ${failed.length} failed`);
