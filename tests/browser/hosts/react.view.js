import { createElement, Fragment, useEffect, useState } from "react";

/** Each paragraph is three texts side by side, as templates with values in them are. */
const paragraph = ({ id, text }) => createElement("p", { key: id }, "No. ", id, `: ${text}`);

function Article({ stories, element }) {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return createElement(Fragment, null, createElement("div", null, stories.map(paragraph)), isHydrated && element && createElement("context-cards", element));
}

/** `element`: attributes of `<context-cards>`, which the article then brings once it is mounted, as the README says. */
export const view = (stories, element) => createElement(Article, { stories, element });
