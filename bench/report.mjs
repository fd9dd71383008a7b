// What did the benchmarks say? Writes the tables of docs/performance.md, between its markers, and the plot beside it. Rows in which
// we lose stand where the others stand.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { plot } from "./plot.mjs";

const PAGE = "docs/performance.md";
const PLOT = "docs/growth.svg";
/** Measured by `cargo bench --bench growth`: rows of {what, terms, words?, ms or bytes}. */
const NATIVE = "docs/growth-native.json";
const markers = (name) => [`<!-- ${name}: written by bench/report.mjs -->`, `<!-- /${name} -->`];

const row = (cells) => `| ${cells.map((text) => String(text).replaceAll("|", "\\|")).join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map((_, at) => (at ? "---:" : "---"))), ...rows.map(row)].join("\n");

/** Three digits are as much as such numbers are worth; more only before the point. */
const short = (value) => (value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(value < 10 ? 2 : 3))));
const between = ({ low, high }) => (low === undefined ? "" : ` (${short(low)}–${short(high)})`);
const shown = (stat, unit) => (!stat ? "–" : stat.fails ? `fails: ${stat.fails}` : `${short(stat.median)}${unit ? ` ${unit}` : ""}${between(stat)}`);

/** Which side of a ratio we are on, where its quartiles agree. */
function verdict({ low, high, median }, unit) {
  if ((low ?? median) > 1) return unit === "ms" ? "**slower**" : "**larger**";
  if ((high ?? median) < 1) return unit === "ms" ? "faster" : "smaller";
  return "even";
}

/** The parts that compare, in the order of the tables. */
const COMPARED = ["bytes", "start", "first", "mark", "open"];
const compared = (parts) => COMPARED.flatMap((name) => parts[name]?.rows ?? []);

/** Every comparison of every part: one table. */
function comparisons(parts) {
  const rows = compared(parts);
  const lines = rows.flatMap(({ what, unit, ours, rivals }) => {
    const own = shown(ours, unit);
    if (!rivals.length) return [[what, own, "–", "–", "–", ""]];
    return rivals.map((rival, at) => [
      at ? "" : what,
      at ? "" : own,
      rival.name,
      shown(rival, unit),
      rival.ratio ? `${short(rival.ratio.median)}${between(rival.ratio)}` : "–",
      rival.ratio ? verdict(rival.ratio, unit) : "",
    ]);
  });
  return table(["", "ours", "beside", "its", "ours ÷ its", ""], lines);
}

/** What was set as a target, and what came of it. A target is for a ratio to one of the others, or for a value of ours. */
function targets(parts) {
  const lines = compared(parts).filter(({ target }) => target).map(({ what, unit, ours, rivals, target: { beside, atMost, better } }) => {
    const stat = beside ? rivals.find(({ name }) => name === beside)?.ratio : ours;
    const [named, in_] = beside ? [` × ${beside}`, ""] : ["", unit];
    const value = (limit) => `${short(limit)}${in_ ? ` ${in_}` : ""}`;
    const wanted = `at most ${value(atMost)}${named}${better ? `, better ${value(better)}` : ""}`;
    const isMet = stat?.median === undefined ? undefined : stat.median <= atMost;
    const isBetter = isMet && better && stat.median <= better;
    const fastest = stat?.fastest === undefined ? "" : value(stat.fastest);
    return [what, wanted, shown(stat, in_), fastest, isMet === undefined ? "not measured" : isMet ? (better && !isBetter ? "met, not the better one" : "met") : "**missed**"];
  });
  return table(["target", "wanted", "measured", "fastest rounds", ""], lines);
}

/** The files that a page fetches. */
function files({ bytes }) {
  if (!bytes?.files) return "";
  const count = (value) => value.toLocaleString("en");
  return table(["bytes", "raw", "brotli"], bytes.files.map(({ file, raw, brotli }) => [`\`${file}\``, count(raw), count(brotli)]));
}

function halves({ mark }) {
  const lines = (mark?.rows ?? []).filter(({ halves }) => halves).map(({ what, halves: { read, scan } }) => [what, shown(read, "ms"), shown(scan, "ms")]);
  return table(["of ours", "learning the deck's terms", "reading the article, marking it"], lines);
}

function memory({ memory }) {
  if (!memory?.rows) return "";
  const count = (value) => value.toLocaleString("en");
  const lines = memory.rows.map(({ what, few, many, more, ratio, later }) => [what, count(few), count(many), ratio.toFixed(2), count(more), later.toFixed(2)]);
  const after = (opens) => `after ${count(opens)} cards`;
  return table(["in the page", after(memory.few), after(memory.many), "ratio", after(memory.more), "ratio"], lines);
}

function longest({ longest }) {
  if (!longest?.rows) return "";
  const lines = longest.rows.map(({ name, longest: task, gap, ready }) => [name, task?.median ? shown(task, "ms") : "none over 50 ms", shown(gap, "ms"), ready ? shown(ready, "ms") : "–"]);
  const words = longest.words.toLocaleString("en");
  return table([`${words} words, ${longest.rate}× slower processor`, "longest task", "longest silence of the page", "all marks stand after"], lines);
}

function growth({ growth }) {
  if (!growth?.rows) return "";
  const size = ({ what, x }) =>
    what === "terms"
      ? `${x.toLocaleString("en")} terms, ${growth.words.toLocaleString("en")} words`
      : `${growth.terms.toLocaleString("en")} terms, ${x.toLocaleString("en")} words`;
  const lines = growth.rows.map((row) => [size(row), shown(row.ours, "ms"), shown(row.regex, "ms"), `${(row.memory / 2 ** 20).toFixed(1)} MB`]);
  return table(["", "ours", "regex, \\b", "the finder's memory"], lines);
}

/** The article and the deck by which one of them is followed while the other grows. */
const [WORDS, TERMS] = [5_000, 1_000];

/** Finding alone, as points of the plot. */
const finding = (rows) => [
  ...rows.filter(({ what, words }) => what === "find" && words === WORDS).map(({ terms, ms }) => ({ what: "terms", x: terms, ms })),
  ...rows.filter(({ what, terms }) => what === "find" && terms === TERMS).map(({ words, ms }) => ({ what: "words", x: words, ms })),
];

/** Steps without a browser, by terms and by words. */
function native(rows) {
  if (!rows.length) return "Not measured here yet.";
  const value = (row) => (!row ? "–" : row.ms === undefined ? `${short(row.bytes / 1000)} KB` : `${short(row.ms)} ms`);
  const counts = [...new Set(rows.map(({ terms }) => terms))];
  const steps = { deck: "the deck's file", parse: "parsing it", read: "reading cards from it", build: "building the matcher", matcher: "the matcher in memory" };
  const byTerms = Object.entries(steps).map(([step, name]) => [name, ...counts.map((count) => value(rows.find(({ what, terms }) => what === step && terms === count)))]);
  const found = (count, length) => value(rows.find(({ what, terms, words }) => what === "find" && terms === count && words === length));
  const lengths = [...new Set(rows.flatMap(({ words }) => words ?? []))];
  const byWords = lengths.map((length) => [`finding in ${length.toLocaleString("en")} words`, ...counts.map((count) => found(count, length))]);
  return table(["", ...counts.map((count) => `${count.toLocaleString("en")} terms`)], [...byTerms, ...byWords]);
}

/** Where and when: once if all parts agree. */
function environment(parts) {
  const lines = Object.entries(parts).map(([name, { environment: { date, browser, cores, processor, load } }]) => {
    return { name, where: `${browser}, ${cores} cores (${processor}), ${date}`, load };
  });
  const places = [...new Set(lines.map(({ where }) => where))];
  const told = places.map((where) => `${where}; the machine's load when each part began: ${lines.filter((line) => line.where === where).map(({ name, load }) => `${name} ${load}`).join(", ")}.`);
  const failed = Object.entries(parts).flatMap(([name, { fails }]) => (fails ? [`The part "${name}" could not be measured: ${fails}.`] : []));
  return [...told, ...failed].join("\n");
}

function replace(page, name, text) {
  const [from, to] = markers(name).map((marker) => page.indexOf(marker));
  if (from < 0 || to < from) throw new Error(`${PAGE} lacks the markers ${markers(name).join(" and ")}`);
  return `${page.slice(0, from + markers(name)[0].length)}\n${text}\n${page.slice(to)}`;
}

/** Writes page and plot, and gives the first table for the terminal. */
export function report({ parts }) {
  const rows = existsSync(NATIVE) ? JSON.parse(readFileSync(NATIVE, "utf8")) : [];
  let page = readFileSync(PAGE, "utf8");
  page = replace(page, "targets", targets(parts));
  page = replace(page, "comparisons", comparisons(parts));
  page = replace(page, "files", files(parts));
  page = replace(page, "ours", [halves(parts), memory(parts), longest(parts)].filter(Boolean).join("\n\n"));
  page = replace(page, "growth", growth(parts));
  page = replace(page, "native", native(rows));
  page = replace(page, "environment", environment(parts));
  writeFileSync(PAGE, page);
  writeFileSync(PLOT, plot(parts.growth?.rows ?? [], finding(rows)));
  return `${targets(parts)}\n\n${comparisons(parts)}\n\n${halves(parts)}\n\n${memory(parts)}\n\n${longest(parts)}\n\n${growth(parts)}\n\n${environment(parts)}`;
}
