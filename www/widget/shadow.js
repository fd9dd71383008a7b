// Shadow roots of ours, which the site's styles do not reach, and the style sheets in them.

import { attempt } from "../start/attempt.js";
import { layerOf } from "./measure.js";

/** Adopts a constructed style sheet: it is not markup, so that `style-src` does not block it, and who reads the page's markup does not see it.
 * Returns what takes it away. */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet));
}

/** An element in the page's own markup with a shadow root, where the list of all cards stands: in `list`, or with nothing there after the
 * article `root`, on paper. */
export function listHost(list, root, css) {
  const host = document.createElement("div");
  host.className = list ? "context-list" : "context-glossary";
  host.setAttribute("data-context-cards", "off");
  adopt(host.attachShadow({ mode: "open" }), css);
  if (list) list.append(host);
  // After the article, or at its end where it is the whole page.
  else if (root.localName === "body") root.append(host);
  else root.after(host);
  return host;
}

/** Moves the card, which must be closed, into the layer its mention stands in, or home into the shadow root of `host`. Outside an open modal
 * dialog all is inert, a card in the top layer too; and a click outside an open popover closes it: over such a layer the card lives inside
 * it. */
export function cardHome(host) {
  /** The layer it is in, and the element there that holds it. */
  let layer;
  let portal;
  return function settle(card, lead) {
    const frame = card.parentElement;
    let next = lead && layerOf(lead);
    if (next?.contains(host)) next = undefined;
    if (!frame || next === layer) return;
    const left = portal;
    portal = next && attempt(() => portalIn(next));
    layer = portal && next;
    (portal ?? host).shadowRoot.append(frame);
    left?.remove();
  };

  function portalIn(layer) {
    const portal = document.createElement("context-cards-portal");
    portal.attachShadow({ mode: "open" }).adoptedStyleSheets = host.shadowRoot.adoptedStyleSheets;
    layer.append(portal);
    return portal;
  }
}
