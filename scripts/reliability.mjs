// What has been tried on the widget, and how often did it fail? Writes docs/reliability.md from target/reliability/, where each suite
// notes what it has shown. With `--check` it writes nothing, and says which suites the page does not name, or which have failed.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { ENGINES } from "./engines.mjs";

const NOTES = "target/reliability";
const PAGE = "docs/reliability.md";
/** Parts of the page by the first word of their suites' names, in the order of the page; others follow under their own. */
const PARTS = {
  attacks: "Hostile content",
  policy: "Policies and kinds of pages",
  document: "Policies and kinds of pages",
  hosts: "Frameworks and pages around it",
  painted: "Frameworks and pages around it",
  scripts: "Frameworks and pages around it",
  faults: "Faults of the browser",
  soak: "Long lives",
  intent: "The state machine of the card",
  placement: "The placement of the card",
  fuzz: "Fuzzing",
};

const number = new Intl.NumberFormat("en");
const files = existsSync(NOTES) ? readdirSync(NOTES).filter((file) => file.endsWith(".json")).sort() : [];
if (!files.length) {
  console.error(`${NOTES} is empty: the tests leave it behind (\`make test\`, \`make soak\`, \`make soak-native\`).`);
  process.exit(1);
}
const suites = files.map((file) => ({ name: file.slice(0, -5), ...JSON.parse(readFileSync(`${NOTES}/${file}`, "utf8")) }));
const failed = suites.filter(({ failures }) => failures !== 0);

if (process.argv.includes("--check")) {
  const page = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const unnamed = suites.filter(({ name }) => !page.includes(`| \`${name}\` |`));
  if (unnamed.length) console.error(`${PAGE} does not name ${unnamed.map(({ name }) => name).join(", ")}: run \`make reliability\`.`);
  for (const { name, what, failures } of failed) console.error(`${name} (${what}): ${failures} failed.`);
  process.exit(unnamed.length || failed.length ? 1 : 0);
}

const part = ({ name }) => PARTS[name.split("-")[0]] ?? name.split("-")[0];
const parts = [...new Set([...Object.values(PARTS), ...suites.map(part)])].filter((title) => suites.some((suite) => part(suite) === title));
const row = ({ name, what, cases, failures, engines = [] }) => {
  const where = engines.map((engine) => ENGINES[engine] ?? engine).join(", ") || "natively";
  return `| \`${name}\` | ${what} | ${where} | ${number.format(cases)} | ${failures} |`;
};
const table = (title) => `## ${title}

| suite | what is counted | where | number | failures |
|---|---|---|--:|--:|
${suites.filter((suite) => part(suite) === title).map(row).join("\n")}
`;

writeFileSync(PAGE, `# Reliability

What was tried on the widget, how often, and how often it failed. The tests write down what they have shown, and \`make reliability\` writes
this page from it: numbers are those of the last run on the machine that wrote it, each in every engine that is named. \`make test\` has
the short runs; \`make soak\`, \`make soak-native\` and \`make fuzz\` the long ones. What was found on the way, with its seed and the fix, is in
the [changelog](../CHANGELOG.md).

${parts.map(table).join("\n")}`);
if (failed.length) console.error(`With failures: ${failed.map(({ name }) => name).join(", ")}.`);
