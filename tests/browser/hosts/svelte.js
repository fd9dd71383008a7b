import { flushSync, hydrate, mount, unmount } from "svelte";
import Article from "./Article.svelte";
import { STORIES } from "./stories.js";

let article, set;
// At once: WebKit's driver runs a script outside of the tasks in which Svelte expects to begin.
const start = (begin) => (target, element) =>
  flushSync(() => (article = begin(Article, { target, props: { stories: STORIES, element, bind: (given) => (set = given) } })));
window.site = {
  mount: start(mount),
  hydrate: start(hydrate),
  set: (stories) => flushSync(() => set(stories)),
  leave: () => unmount(article),
};
