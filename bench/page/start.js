// How long from nothing to a page with its terms ready, and what does that take of the main thread? The scripts are fetched by the
// measurement, after the page has loaded.

/** So long a page is left alone before and after what is measured, in milliseconds. */
const REST = 700;

/** Adds the embedding to the page, as its own HTML would, and waits for its marks: when the first one stands, and when all do. */
async function ours() {
  const start = performance.now();
  let first;
  const observer = new MutationObserver(() => {
    if (document.querySelector("context-term")) (first = performance.now() - start), observer.disconnect();
  });
  observer.observe(document.querySelector("article"), { childList: true, subtree: true });
  const element = document.createElement("context-cards");
  for (const [name, value] of [["deck", "/dist/decks/el-salvador.json"], ["for", "article"]]) element.setAttribute(name, value);
  document.body.append(element);
  await import("/dist/context-cards.js");
  await element.ready;
  const all = performance.now() - start;
  const marks = document.querySelectorAll("context-term").length;
  if (!marks) throw new Error("nothing was marked");
  return { first, all, marks };
}

/** wikipedia-preview: its module and `init`, which finds the spans that the writer has marked. */
async function peer() {
  const start = performance.now();
  const { default: wikipediaPreview } = await import("/peers/wikipedia-preview/dist/wikipedia-preview.js");
  wikipediaPreview.init({ root: "article" });
  const time = performance.now() - start;
  return { first: time, all: time, marks: document.querySelectorAll("[data-wikipedia-preview]").length };
}

/** Long enough for whatever was begun to end. */
const rest = () => new Promise((done) => setTimeout(done, REST));

window.bench = { ours, peer, nobody: async () => {}, rest, article: () => document.querySelector("article").outerHTML };
