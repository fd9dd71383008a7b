// The widget of one <context-cards>: what its page gives to the Yew program, and what that asks of its page.

import { mount } from "glue";
import { attempt } from "../start/attempt.js";
import { drag } from "./drag.js";
import { focused, giveFocus, moveFocus, passCard, tabTarget } from "./focus.js";
import { formatsOf } from "./formats.js";
import { pushEntry } from "./history.js";
import { listen } from "./listeners.js";
import { column, isSeen, isVertical, view } from "./measure.js";
import { mentionsIn, outermost } from "./mentions.js";
import { conceal, hide, isOpen, put, scrollInside, scrolled } from "./popover.js";
import { loadPreferences, savePreferences } from "./preferences.js";
import { published, today } from "./published.js";
import { adopt, cardHome, listHost } from "./shadow.js";
import { copyLink, linked } from "./share_link.js";

export * from "glue";

const load = (file) => import(new URL(file, import.meta.url));

/** Shows cards on the marks of a page. `page`: what runs the element; `words`: the widget's own, none for English. */
export function show(element, page, words) {
  const { options, run } = page;
  const roots = outermost(page.roots);
  const setup = {
    theme: options.theme ?? "auto",
    lang: options.lang,
    published: options.published ?? published(),
    today: today(),
    openDelay: Number(options["open-delay"] ?? 300),
    closeDelay: Number(options["close-delay"] ?? 250),
    list: options.list && document.querySelector(options.list),
    // A baked page has one.
    glossary: options.print === "glossary" && !run.baked,
    ...loadPreferences(),
  };
  let isUndrawn;
  const hit = (event) => page.finder?.hit?.(event) ?? event.composedPath()[0];
  let unadopt;
  let unlisten;
  const calls = {
    ...mentionsIn(roots, page),
    column, conceal, copyLink, drag, focused, giveFocus, hide, isOpen, isSeen, isVertical, linked, moveFocus, passCard, pushEntry, put,
    savePreferences, scrollInside, scrolled, tabTarget, view,
    settle: cardHome(element),
    adopt(css) {
      const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
      unadopt = adopt(root, css);
      return root;
    },
    unadopt: () => unadopt(),
    listHost: (list, css) => listHost(list, roots.at(-1), css),
    formats: formatsOf,
    now: () => performance.now(),
    hasFocus: () => document.hasFocus(),
    isFocusWithin: (card) => card.matches(":focus-within"),
    reveal: (element) => element.scrollIntoView({ block: "center", behavior: "instant" }),
    scrollPage: (top) => scrollBy({ top, behavior: "instant" }),
    listen: (hear) => (unlisten = listen(roots, hit, hear)),
    unlisten: () => unlisten(),
    // Not before: between its mounting and its first listener the page may have a turn.
    heard: () => run.recorded?.end(),
    // The finder may be gone before Yew lets go of the widget, or because of what the site does once it is told.
    isLeftOut: (id) => attempt(() => page.finder?.isLeftOut(id)) ?? false,
    refuse: (ids, faults) => (faults.forEach(page.blame), attempt(() => page.finder?.refuse(ids))),
    draw(element, card, lang, showTable, showChart, map) {
      const holders = [...element.querySelectorAll(".drawing")];
      if (!holders.length) return;
      const each = (draw) => holders.forEach((holder) => attempt(() => draw(holder, card, lang, { showTable, showChart, map })));
      // Where it cannot be fetched, which is told once, a map leaves no trace and a figure shows its table; the next card asks again.
      load("drawing.js").then(({ draw }) => each(draw), async ({ message }) => {
        if (!isUndrawn) page.fail({ code: "wasm-unreachable", message: `drawing.js could not be loaded: ${message}` });
        isUndrawn = true;
        for (const holder of holders) if (holder.isConnected) holder.dispatchEvent(new Event("error"));
        each((await load("warnings.js")).drawTable);
      }).catch(() => {});
    },
    setOff: (isOff) => attempt(() => page.switchOff(isOff)),
  };
  mount(element, page.decks, setup, words, calls, run.recorded?.events ?? []);
}
