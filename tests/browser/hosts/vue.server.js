import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import { Article } from "./vue.view.js";

export const html = () => renderToString(createSSRApp(Article));
