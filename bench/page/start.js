// How long from nothing to a page with its terms ready? The scripts are fetched by the measurement, after the page has loaded.

/** Ours: the loader, the WebAssembly, the deck, the scan, the marks. */
async function ours() {
  const element = document.querySelector("context-cards");
  const start = performance.now();
  await import("/dist/context-cards.js");
  await element.ready;
  const time = performance.now() - start;
  const marks = document.querySelectorAll("context-term").length;
  if (!marks) throw new Error("nothing was marked");
  return { time, marks };
}

/** wikipedia-preview: its module and `init`, which finds the spans that the writer has marked. */
async function peer() {
  const start = performance.now();
  const { default: wikipediaPreview } = await import("/peers/wikipedia-preview/dist/wikipedia-preview.js");
  wikipediaPreview.init({ root: "article" });
  const time = performance.now() - start;
  return { time, marks: document.querySelectorAll("[data-wikipedia-preview]").length };
}

window.bench = { ours, peer, article: () => document.querySelector("article").outerHTML };
