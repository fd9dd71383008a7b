import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { STORIES } from "./stories.js";
import { view } from "./react.view.js";

let root;
window.site = {
  mount(element) {
    root = createRoot(element);
    this.set(STORIES);
  },
  hydrate: (element) => flushSync(() => (root = hydrateRoot(element, view(STORIES)))),
  set: (stories) => flushSync(() => root.render(view(stories))),
  leave: () => root.unmount(),
};
