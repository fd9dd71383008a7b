import { createElement } from "react";

/** Each paragraph is three texts side by side, as templates with values in them are. */
export const view = (stories) => createElement("div", null, stories.map(({ id, text }) => createElement("p", { key: id }, "No. ", id, `: ${text}`)));
