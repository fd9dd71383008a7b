// The data of a figure in words: what stands in its table, and what happened meanwhile.

import { html } from "./svg.js";

/** Numbers that stand under one another, all with as many decimals as one of them needs. */
export function writeAll(numbers, lang) {
  const decimals = Math.max(...numbers.map((number) => (String(number).split(".")[1] ?? "").length));
  const format = new Intl.NumberFormat(lang, { minimumFractionDigits: Math.min(decimals, 9), maximumFractionDigits: 9 });
  return numbers.map((number) => format.format(number));
}

/** What happened, each with its date in words. */
export const eventWords = ({ events = [] }, lang) => events.map(({ x, label }) => `${eventDate(String(x), lang)}: ${label}`);

function eventDate(x, lang) {
  const parts = x.split("-");
  const month = parts.length > 1 ? "long" : undefined;
  const day = parts.length > 2 ? "numeric" : undefined;
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(x);
  return isDate ? new Intl.DateTimeFormat(lang, { timeZone: "UTC", year: "numeric", month, day }).format(new Date(x)) : x;
}

export const eventList = (figure, lang) => html("ul", { class: "events" }, ...eventWords(figure, lang).map((words) => html("li", {}, words)));

export function table(figure, values) {
  const row = ({ x }, index) => html("tr", {}, html("th", { scope: "row" }, String(x)), html("td", {}, values[index]));
  return html("table", { "aria-label": `${figure.title}, ${figure.unit}` }, html("tbody", {}, ...figure.points.map(row)));
}
