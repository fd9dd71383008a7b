// Which terms and which articles is everything measured on? Both come from a seeded generator: every run has the same.

/** How many different cards an article of full length mentions. */
export const MENTIONED = 60;
/** One mention in so many words of an article, at most. */
const SPREAD = 60;

/** Numbers in [0, 1) that look random and are the same each time (mulberry32). */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (text) => text.trim().split(/\s+/);
const STARTS = list("Al Bar Cor Dal El Fer Gar Hal Is Jor Kar Lar Mar Nor Or Pal Quin Ros Sal Tar Ul Val Wes Yar Zel Bren Cast Dor Est Mont");
const MIDDLES = list("a e i o u an en in on ar er or al el il and est ist ov av em im ad id");
const ENDS = list("ales ano brook den dova ega ero field gard ham ilia ino kova land mere mont nova ora ova quez ridge rosa stad ton ura vale ville wick");
const NAMES = list("Ana Bruno Carla Diego Elena Felix Gloria Hugo Irene Jonas Karla Lucia Mateo Nadia Oscar Paula Rafael Sonia Tomas Vera");
const FORMS = [
  (name, pick) => `${pick(NAMES)} ${name}`,
  (name) => `${name} Accord`,
  (name) => `Bank of ${name}`,
  (name) => `${name} District Court`,
  (name) => `Ministry of ${name}`,
  (name, pick) => `${pick(NAMES)} ${name} Foundation`,
  (name) => `Port ${name}`,
  (name) => `${name} Emergency Decree`,
  (name) => `United ${name} Party`,
  (name) => `${name} v. State`,
];
const KINDS = ["person", "law", "organization", "organization", "organization", "organization", "place", "policy", "organization", "case"];
const WORDS = list(`the of and to in a that was for on with as said by at from it were had its has who after than about which when
  government officials court week report people country year police ministers lawyers state public decision statement prison members
  parliament city national officers president group security plan families million according former during against between under while
  measures agreement policy talks leaders vote evidence workers region border capital economy trade budget school hospital journalists
  protest election campaign opposition crisis response months earlier already still because before would could should many several`);
const EMPHASISED = 0.01;

/** The first `count` terms, each of them another; a longer list starts with the shorter ones. */
export function terms(count) {
  const random = chance(7);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const names = new Set();
  const found = [];
  while (found.length < count) {
    const name = pick(STARTS) + pick(MIDDLES) + (random() < 0.6 ? pick(MIDDLES) : "") + pick(ENDS);
    const form = Math.floor(random() * FORMS.length);
    const text = FORMS[form](name, pick);
    if (names.has(text)) continue;
    names.add(text);
    found.push({ text, kind: KINDS[form] });
  }
  return found;
}

/** A deck of so many terms, with so many of them on each card. */
export function deck(count, each = 1) {
  const all = terms(count);
  const first = all.filter((_, at) => at % each === 0);
  const cards = first.map(({ text, kind }, at) => ({
    id: `card-${at}`,
    kind,
    title: text,
    terms: all.slice(at * each, (at + 1) * each).map(({ text }) => text),
    summary: `${text} has been in the news since the spring, when *two reports* named it for the first time.[^wire]`,
    facts: [{ label: "First named", value: "In March, by two newspapers", sources: ["wire"] }],
    updated: "2026-02-14",
  }));
  const sources = [{ id: "wire", title: "A report from the spring", publisher: "The Wire", url: "https://example.org/report" }];
  return { version: 1, lang: "en", title: `${count} terms`, cards, sources };
}

/** How many cards of a deck an article of so many words mentions. */
export const mentioned = (words, cards) => Math.min(MENTIONED, Math.floor(words / 25), cards);

/** An article's inner HTML: paragraphs under headings, with every one of these names in it once or more. */
export function article(words, names) {
  const random = chance(words);
  const pick = (from) => from[Math.floor(random() * from.length)];
  // Where a name stands: first each once, then again and again as the article goes on.
  const mentions = Math.max(names.length, Math.floor(words / SPREAD));
  const apart = words / mentions;
  const places = new Map(Array.from({ length: mentions }, (_, at) => [Math.floor((at + random()) * apart), names[at % names.length]]));
  const blocks = [];
  for (let at = 0, sentence = 0, left = 0, text = ""; at < words; at += 1) {
    if (left === 0) [left, text] = [50 + Math.floor(random() * 60), ""];
    if (sentence === 0) sentence = 8 + Math.floor(random() * 14);
    let word = pick(WORDS);
    if (text === "" || text.endsWith(". ")) word = word[0].toUpperCase() + word.slice(1);
    if (random() < EMPHASISED) word = `<em>${word}</em>`;
    sentence -= 1;
    left -= 1;
    text += `${places.has(at) ? `${places.get(at)} ` : ""}${word}${sentence === 0 || left === 0 ? ". " : " "}`;
    if (left === 0 || at === words - 1) {
      if (blocks.length % 8 === 7) blocks.push(`<h2>${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)}</h2>`);
      blocks.push(`<p>${text.trim()}</p>`);
    }
  }
  return blocks.join("\n");
}

/** The article that mentions the first cards of the generated decks. */
export const generated = (words, cards = MENTIONED) => article(words, terms(mentioned(words, cards)).map(({ text }) => text));
