// What happened on this page? Loaded before anything else, it writes down what the widget says and what the user did.
// What a story breaks later is whole here.
const { parse, stringify } = JSON;
window.log = { events: [], faults: [], moves: [], articles: [], console: [] };

for (const name of ["ready", "open", "close", "source", "error"]) {
  addEventListener(`context-cards:${name}`, (event) =>
    log.events.push({
      name,
      detail: parse(stringify(event.detail ?? null)),
      at: event.timeStamp,
      from: event.target.localName,
      bubbles: event.bubbles,
      composed: event.composed,
    }),
  );
}
for (const level of ["log", "info", "debug", "warn", "error"]) {
  const own = console[level];
  console[level] = (...words) => {
    log.console.push(`${level}: ${words.join(" ")}`);
    own.apply(console, words);
  };
}
addEventListener("error", (event) => log.faults.push(String(event.message)));
addEventListener("unhandledrejection", (event) => log.faults.push(String(event.reason)));
addEventListener(
  "pointermove",
  (event) => {
    const mark = event.target.closest?.("context-term");
    log.moves.push({ at: event.timeStamp, card: mark?.getAttribute("card") ?? null, real: event.isTrusted });
  },
  true,
);
// The document is `interactive` once it is parsed and before the first module script runs: the articles as they were sent.
document.addEventListener("readystatechange", () => {
  if (document.readyState === "interactive") log.articles = [...document.querySelectorAll("article")].map((a) => a.innerHTML);
});
