import { h } from "vue";
import { STORIES } from "./stories.js";

export const Article = {
  data: () => ({ stories: STORIES }),
  render() {
    return h("div", this.stories.map(({ id, text }) => h("p", { key: id }, ["No. ", id, `: ${text}`])));
  },
};
