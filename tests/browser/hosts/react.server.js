import { renderToString } from "react-dom/server";
import { STORIES } from "./stories.js";
import { view } from "./react.view.js";

export const html = () => renderToString(view(STORIES));
