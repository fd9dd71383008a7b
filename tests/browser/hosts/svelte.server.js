import { render } from "svelte/server";
import Article from "./Article.svelte";
import { STORIES } from "./stories.js";

export const html = () => render(Article, { props: { stories: STORIES } }).body;
