// Is a baked page valid HTML? By the parser of the HTML standard, and by the standard's rules of what may stand where.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { Baker } from "../../target/npm/node.js";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const rules = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // Ours and the demo's are custom elements; a mark in pieces has its later ones hidden on purpose.
  rules: { "element-name": "off", "no-inline-style": "off", "long-title": "off", "require-sri": "off", "hidden-focusable": "error" },
});

/** What is wrong with a page, in sentences. */
async function faults(html) {
  const said = [];
  parse(html, { onParseError: ({ code, startLine, startCol }) => said.push(`${code} at ${startLine}:${startCol}`) });
  const { results } = await rules.validateString(html);
  return [...said, ...results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`))];
}

const PAGE = (lang, body) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>An article</title></head><body><main><article><h1>An article</h1>${body}</article></main></body></html>`;
const everything = file("tests/decks/valid/everything.json");
const words = (deck) => JSON.parse(deck).cards.map(({ terms: [term] }) => `<p>Of ${term?.text ?? term}, and of <em>${term?.text ?? term}</em>.</p>`).join("\n");

for (const [name, deck, page] of [
  ["the demo", file("www/decks/el-salvador.json"), file("index.html")],
  ["the demo in Spanish", file("www/decks/el-salvador.es.json"), PAGE("es", words(file("www/decks/el-salvador.es.json")))],
  ["a deck with every part", everything, PAGE("en", words(everything))],
]) {
  test(`${name} is as valid baked as it was`, async () => {
    const baked = new Baker(deck, { embed: "/context-cards.js", mark: "all" }).bake(page);
    assert.match(baked, /<context-term/);
    const before = await faults(page);
    const rest = (await faults(baked)).filter((fault) => !before.includes(fault) && !before.some((known) => known.split(" at ")[0] === fault.split(" at ")[0]));
    assert.deepEqual(rest, []);
  });
}
