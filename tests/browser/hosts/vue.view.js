import { Fragment, h } from "vue";
import { STORIES } from "./stories.js";

/** `element`: attributes of `<context-cards>`, which the article then brings once it is mounted. */
export const Article = {
  props: ["element"],
  data: () => ({ stories: STORIES, isHydrated: false }),
  mounted() {
    this.isHydrated = true;
  },
  render() {
    const paragraphs = this.stories.map(({ id, text }) => h("p", { key: id }, ["No. ", id, `: ${text}`]));
    return h(Fragment, [h("div", paragraphs), this.isHydrated && this.element ? h("context-cards", this.element) : null]);
  },
};
