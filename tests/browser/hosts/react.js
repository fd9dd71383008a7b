import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { STORIES } from "./stories.js";
import { view } from "./react.view.js";

let root, attributes;
window.site = {
  mount(element) {
    root = createRoot(element);
    this.set(STORIES);
  },
  hydrate: (element, given) => flushSync(() => (root = hydrateRoot(element, view(STORIES, (attributes = given))))),
  set: (stories) => flushSync(() => root.render(view(stories, attributes))),
  leave: () => root.unmount(),
};
