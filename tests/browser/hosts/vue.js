import { createApp, createSSRApp, nextTick } from "vue";
import { Article } from "./vue.view.js";

let app, article;
const start = (create) => (element) => {
  app = create(Article);
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
