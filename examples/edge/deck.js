// The deck of a worker: from its memory, then from the cache of its place, then from the site; renewed beside the answers it serves.

/** Milliseconds a page waits for a deck that no cache has. */
const PATIENCE = 400;
/** Bytes of a deck at most. */
const LARGEST = 16 << 20;
/** Seconds for which a cache keeps a deck, however stale: an old one is better than none. */
const KEPT = 7 * 24 * 3600;

/** Text and time of the deck at hand. */
let deck;
let isRenewing = false;

/** The text of the deck, which is the same string for as long as the deck is. Rejects where there is none. */
export async function freshDeck(env, context) {
  const seconds = Number(env.DECK_SECONDS ?? 300);
  deck ??= await cached(env.DECK);
  if (deck && (isRenewing || Date.now() - deck.at < seconds * 1000)) return deck.text;
  // Not shared between requests: one may not wait for what another has begun.
  isRenewing = true;
  const renewed = renew(env.DECK).finally(() => (isRenewing = false));
  context.waitUntil(renewed.catch((error) => console.error(`context-cards: the deck is not renewed: ${error.message}`)));
  if (deck) return deck.text;
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("the deck has not come in time")));
  return Promise.race([renewed, late]);
}

async function renew(address) {
  const { text, at } = await fetchDeck(address);
  deck = { text: text === deck?.text ? deck.text : text, at };
  return deck.text;
}

async function cached(address) {
  const found = await caches.default.match(address).catch(() => undefined);
  if (found) return { text: await found.text(), at: Number(found.headers.get("X-Fetched")) };
}

async function fetchDeck(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  if (Number(response.headers.get("Content-Length") ?? 0) > LARGEST) throw new Error(`${address} is larger than ${LARGEST} bytes`);
  const text = await response.text();
  if (text.length > LARGEST) throw new Error(`${address} is larger than ${LARGEST} bytes`);
  JSON.parse(text);
  const at = Date.now();
  const kept = new Response(text, { headers: { "Content-Type": "application/json", "Cache-Control": `max-age=${KEPT}`, "X-Fetched": String(at) } });
  await caches.default.put(address, kept).catch(() => {});
  return { text, at };
}
