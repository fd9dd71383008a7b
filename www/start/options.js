// Reads the element's attributes: what each may say, and the article they lead to.

import { Fault } from "./fetch.js";

/** The longest delay that is no slip (seconds taken for milliseconds, a digit too many), in milliseconds. */
const LONGEST_DELAY = 10000;

/** What each attribute may say. */
const oneOf = (...words) => [(value) => words.includes(value), words.join(", ").replace(/, (?=[^,]*$)/, " or ")];
const delay = [(value) => /^\d+$/.test(value) && value <= LONGEST_DELAY, "whole milliseconds from 0 to 10000"];
const RULES = {
  mark: oneOf("first", "section", "all"),
  theme: oneOf("auto", "light", "dark"),
  load: oneOf("idle", "intent", "eager"),
  print: oneOf("glossary"),
  mode: oneOf("marks", "highlight"),
  published: [(value) => /^\d{4}(-\d\d){0,2}(?!\d)/.test(value) && !isNaN(Date.parse(value)), "an ISO date such as 2025-12-23"],
  "open-delay": delay,
  "close-delay": delay,
  skip: [isSelector, "a CSS selector"],
  list: [(value) => isSelector(value) && document.querySelector(value), "a CSS selector"],
};

function isSelector(value) {
  try {
    return document.createDocumentFragment().querySelector(value) === null;
  } catch {}
}

/** The element's choices; a wrong one is told, and its default is used. */
export function optionsOf(element, attributes, fail) {
  const options = {};
  const problems = [];
  for (const name of attributes) {
    const value = element.getAttribute(name)?.trim();
    const [isRight, wanted] = RULES[name] ?? [];
    if (!value) continue;
    if (!isRight || isRight(value)) options[name] = value;
    else if (name === "list" && isSelector(value)) problems.push({ path: name, message: `"${value}" matches nothing on this page` });
    else problems.push({ path: name, message: `"${value}" is not understood and the default is used (use ${wanted})` });
  }
  if (problems[0]) fail({ code: "bad-option", message: `${problems[0].path}: ${problems[0].message}`, problems });
  options.lang ??= (element.closest("[lang]") ?? document.documentElement).lang;
  return options;
}

/** Characters of paragraphs in an element. */
const prose = (element) => [...element.querySelectorAll("p")].map(({ textContent }) => textContent).join("").length;

/** The element with most paragraph text of the page's articles: many a page has one for each teaser as well. Where they hold less
 * than a quarter of what `main` has, they are nothing but teasers, and the article is that. */
function defaultRoot() {
  const longest = (selector) => [...document.querySelectorAll(selector)].sort((one, other) => prose(other) - prose(one))[0];
  const [article, main] = [longest("article"), longest("main")];
  return (main && (!article || prose(article) * 4 < prose(main)) ? main : article) ?? document.body;
}

/** The article's elements. */
export function rootsOf(element, selector) {
  if (element.roots) {
    const given = element.roots;
    const roots = given.nodeType || !given[Symbol.iterator] ? [given] : [...given];
    if (!roots.length) throw new Fault("no-article", "roots: is an empty list");
    if (roots.every((root) => root?.nodeType === 1)) return roots;
    throw new Fault("bad-option", "roots: must be an element, or several");
  }
  if (!selector) return [defaultRoot()];
  if (!isSelector(selector)) throw new Fault("bad-option", `for: "${selector}" is not a CSS selector`);
  const roots = [...document.querySelectorAll(selector)];
  if (!roots.length) throw new Fault("no-article", `for: "${selector}" matches nothing on this page`);
  return roots;
}
