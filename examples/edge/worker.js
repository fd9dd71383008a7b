// A worker in front of a site: bakes context cards into the articles it sends. Whatever goes wrong, the reader gets the page as the
// origin has sent it.
//
// Settings (`env`): ORIGIN, address of the site; DECK, address of the deck; LOADER, address of context-cards.js; PATHS, a regular
// expression of the paths of articles; DECK_SECONDS, after which a deck is asked for anew.

import { Baker } from "@context-cards/bake";
import { freshDeck } from "./deck.js";

/** Bytes of a page that are held back at most; a longer one goes on as it came. */
const LIMIT = 4 << 20;

export default {
  async fetch(request, env, context) {
    const url = new URL(request.url);
    const isArticle = request.method === "GET" && new RegExp(env.PATHS ?? "").test(url.pathname);
    const address = new URL(url.pathname + url.search, env.ORIGIN);
    if (!isArticle) return fetch(new Request(address, request));
    // The deck comes while the origin answers.
    const [response, baker] = await Promise.all([fetch(forOrigin(address, request)), bakerOf(env, context)]);
    if (!baker || !isBakeable(response)) return response;
    return bake(response, baker, request);
  },
};

/** The request without what asks for a part of the page, or whether the unbaked page has changed: the deck may have. */
function forOrigin(address, request) {
  const headers = new Headers(request.headers);
  for (const name of ["Range", "If-Range", "If-None-Match", "If-Modified-Since"]) headers.delete(name);
  return new Request(address, { method: "GET", headers, redirect: "manual" });
}

/** Whole HTML pages that may be changed on their way, and are not too long. */
function isBakeable({ status, headers, body }) {
  return (
    status === 200 &&
    body !== null &&
    /^(text\/html|application\/xhtml\+xml)\b/i.test(headers.get("Content-Type") ?? "") &&
    !/\bno-transform\b/i.test(headers.get("Cache-Control") ?? "") &&
    Number(headers.get("Content-Length") ?? 0) <= LIMIT
  );
}

function bake(response, { baker, charsets }, request) {
  const headers = new Headers(response.headers);
  // They tell of other bytes than the reader gets.
  for (const name of ["Content-Length", "Accept-Ranges", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest", "Last-Modified"]) headers.delete(name);
  const tag = headers.get("ETag");
  if (tag) {
    // Of this page with this deck.
    const mine = `W/"${tag.replace(/^W\//, "").replaceAll('"', "")}-${baker.hash}"`;
    headers.set("ETag", mine);
    if (request.headers.get("If-None-Match")?.split(/,\s*/).includes(mine)) {
      response.body.cancel();
      return new Response(null, { status: 304, headers });
    }
  }
  const charset = /charset="?([^\s";]+)/i.exec(headers.get("Content-Type"))?.[1] ?? "";
  const onError = (error) => console.error(`context-cards: ${request.url} went on as it came: ${error.message}`);
  const baked = response.body.pipeThrough(charsets(charset).stream({ limit: LIMIT, onError }));
  return new Response(baked, { status: response.status, headers });
}

/** The baker of the deck at hand, made once for each deck; nothing without one. */
let made;
async function bakerOf(env, context) {
  try {
    const deck = await freshDeck(env, context);
    // One that is refused is not read again.
    if (made?.deck !== deck) Object.assign((made = { deck }), bakersOf(deck, env));
    return made.baker && made;
  } catch (error) {
    console.error(`context-cards: pages go on as they come: ${error.message}`);
  }
}

/** A baker for each encoding that pages are sent in; most sites have one. */
function bakersOf(deck, { LOADER, FOR, MARK }) {
  const bakers = new Map();
  const charsets = (charset) => {
    if (!bakers.has(charset)) bakers.set(charset, new Baker(deck, { charset, embed: LOADER, for: FOR, mark: MARK }));
    return bakers.get(charset);
  };
  return { charsets, baker: charsets("") };
}
