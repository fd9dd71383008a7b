// The widget of one <context-cards>: what its page gives to the Yew program, and what that asks of its page.

import { mount } from "glue";
import { copyLink } from "./copy_link.js";
import { drag } from "./drag.js";
import { formatsOf } from "./formats.js";
import { pushEntry } from "./history.js";
import { published } from "./published.js";
import { adoptStyle, isDark } from "./site_style.js";

export * from "glue";

const load = (file) => import(new URL(file, import.meta.url));

/** Shows cards on the marks of a page. `page`: what runs the element; `words`: the widget's own, none for English. */
export function show(element, page, words) {
  const { options, run } = page;
  const setup = {
    theme: options.theme ?? "auto",
    lang: options.lang,
    published: options.published ?? published(),
    openDelay: Number(options["open-delay"] ?? 300),
    closeDelay: Number(options["close-delay"] ?? 250),
    list: options.list && document.querySelector(options.list),
    // A baked page has one.
    glossary: options.print === "glossary" && !run.baked,
  };
  let isUndrawn;
  const calls = {
    formats: formatsOf,
    owns: (term) => page.owns(term),
    hit: (event) => page.finder?.hit?.(event) ?? event.composedPath()[0],
    painted: () => page.finder?.painted,
    // Not before: between its mounting and its first listener the page may have a turn.
    heard: () => run.recorded?.end(),
    isLeftOut: (id) => page.finder?.isLeftOut(id) ?? false,
    refuse: (ids, faults) => (faults.forEach(page.blame), page.finder?.refuse(ids)),
    // Where it cannot be fetched, which is told once, a map leaves no trace and a figure shows its table; the next card asks again.
    draw: (holder, ...what) => load("drawing.js").then(({ draw }) => draw(holder, ...what), async ({ message }) => {
      if (!isUndrawn) page.fail({ code: "wasm-unreachable", message: `drawing.js could not be loaded: ${message}` });
      isUndrawn = true;
      if (holder.isConnected) holder.dispatchEvent(new Event("error"));
      (await load("warnings.js")).drawTable(holder, ...what);
    }).catch(() => {}),
    isDark,
    adoptStyle,
    pushEntry,
    drag,
    copyLink,
    setOff: (isOff) => page.switchOff(isOff),
  };
  mount(element, page.roots, page.decks, setup, words, calls, run.recorded?.events ?? []);
}
