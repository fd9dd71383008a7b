// What works in which engine? Writes the table of the README from target/browser/results.json, which the stories in
// tests/browser/ leave behind: a row for each of their files, a column for each engine.

import { readFileSync, writeFileSync } from "node:fs";

const RESULTS = "target/browser/results.json";
const PAGE = "README.md";
const [FROM, TO] = ["<!-- matrix: written by scripts/matrix.mjs -->", "<!-- /matrix -->"];
const ENGINES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };
/** What a file of stories is about; a new file stands under its own name until it is named here. */
const AREAS = {
  smoke: "The harness itself",
  open_close: "Opening and closing, by mouse and touch",
  keyboard: "Keyboard",
  stops: "Keyboard: tabs, traps, input methods",
  inside: "Inside a card",
  access: "Names, roles, announcements, languages",
  axe: "axe-core, in every state",
  comfort: "Zoom, spacing, contrast, forced colours, motion",
  languages: "Languages, directions, scripts without spaces",
  marking: "Marking terms",
  embedding: "Embedding",
  failures: "When something is missing",
  panics: "When the widget itself fails",
  panel: "The list, the menu, pins and links",
  touch: "Fingers and pens: sheets, back, handle",
  hostile: "Hostile pages",
  "gallery::flow": "Gallery: wrapped, vertical, clipped, zoomed",
  "gallery::layers": "Gallery: scrollers, headers, dialogs, popovers",
  "gallery::trees": "Gallery: frames, shadow trees, two articles, two widgets",
};

const results = JSON.parse(readFileSync(RESULTS, "utf8"));
const area = ({ story }) => story.slice(0, story.lastIndexOf("::"));
const told = (name) => name.slice(name.lastIndexOf("::") + 2).replaceAll("_", " ");
const found = [...new Set(results.map(area))];
const order = Object.keys(AREAS);
const rank = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
found.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

/** Why some stories are not told, once each; a cell points at them by number. */
const reasons = [];
const note = (why) => {
  if (!reasons.includes(why)) reasons.push(why);
  return `<sup>${reasons.indexOf(why) + 1}</sup>`;
};

/** What stands in one cell: how many hold, which failed, and how many are not told. */
const cell = (name, engine) => {
  const here = results.filter((result) => result.engine === engine && area(result) === name);
  const of = (result) => here.filter((one) => one.result === result);
  if (here.length === 0) return "not run";
  const whys = [...new Set(of("not told").map(({ why }) => why))];
  return [
    of("ok").length > 0 && `✓ ${of("ok").length}`,
    ...of("failed").map(({ story }) => `✗ ${told(story)}`),
    whys.length > 0 && `${of("not told").length} not told ${whys.map(note).join(" ")}`,
  ]
    .filter(Boolean)
    .join(", ");
};

const row = (cells) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
const table = [
  row(["", ...Object.values(ENGINES)]),
  row(["---", "---", "---", "---"]),
  ...found.map((name) => row([AREAS[name] ?? name, ...Object.keys(ENGINES).map((engine) => cell(name, engine))])),
];

const notes = reasons.map((why, at) => `${at + 1}. ${why[0].toUpperCase()}${why.slice(1)}.`);

const page = readFileSync(PAGE, "utf8");
const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
if (from < 0 || to < from) throw new Error(`${PAGE} lacks the markers ${FROM} and ${TO}`);
writeFileSync(PAGE, `${page.slice(0, from + FROM.length)}\n${[...table, "", ...notes].join("\n")}\n${page.slice(to)}`);
const failed = results.filter(({ result }) => result === "failed");
console.log(`${results.length} results in ${found.length} areas, ${failed.length} failed`);
