import { createApp, createSSRApp, nextTick } from "vue";
import { Article } from "./vue.view.js";

let app, article;
const start = (create) => (element, attributes) => {
  app = create(Article, { element: attributes });
  article = app.mount(element);
};
window.site = {
  mount: start(createApp),
  hydrate: start(createSSRApp),
  set(stories) {
    article.stories = stories;
    return nextTick();
  },
  leave: () => app.unmount(),
};
