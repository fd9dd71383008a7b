// Watches a page in which something breaks until it rests, mends the fault, and tries a new element. `outcome` then says what was wrong
// with all that, in words. It is told by the page itself: a driver's own scripts stumble over what is broken.
{
  const { setTimeout, Date } = window;
  const TERMS = { cecot: "CECOT", "court-order": "federal court order", "bitcoin-policy": "Bitcoin policy" };
  /** For so many milliseconds nothing has changed once a page rests. */
  const QUIET = 500;
  const wait = (milliseconds) => new Promise((done) => setTimeout.call(window, done, milliseconds));

  /** Looks at the page with whole eyes. */
  const look = (what) => {
    const was = window.isBroken;
    window.isBroken = false;
    try {
      return what();
    } finally {
      window.isBroken = was;
    }
  };
  const article = () => document.querySelector("article");
  const host = () => document.querySelector("context-cards");
  const marks = () => [...article().querySelectorAll("context-term")];
  const errors = () => log.events.filter(({ name }) => name === "error");
  const card = () => host()?.shadowRoot?.querySelector("[part~=card]:popover-open [part~=title]")?.textContent;

  const until = async (is, milliseconds) => {
    for (const end = Date.now() + milliseconds; Date.now() < end; await wait(10)) if (look(is)) return true;
    return look(is);
  };
  /** Until nothing has changed for a while. */
  const rest = async () => {
    const state = () => `${errors().length} ${marks().length} ${card()} ${host()?.hasAttribute("ready")}`;
    let [last, since] = ["", Date.now()];
    const end = Date.now() + 6000;
    while (Date.now() - since < QUIET && Date.now() < end) {
      await wait(20);
      const now = look(state);
      if (now !== last) [last, since] = [now, Date.now()];
    }
  };

  // What is told to the page, unless the widget has told it in its own way by then.
  let thrown = [];
  const hear = (event) => setTimeout.call(window, () => event.defaultPrevented || thrown.push(`${event.reason ?? event.message}`));
  addEventListener("error", hear);
  addEventListener("unhandledrejection", hear);

  const wrong = [];
  const expect = (is, words) => is || wrong.push(words);
  const inspect = () => {
    const told = errors();
    const [sent] = log.articles;
    const isAsSent = article().innerHTML === sent;
    const text = article().textContent;
    const plain = document.createElement("div");
    plain.innerHTML = sent;
    expect(text === plain.textContent, `the text is garbled: ${JSON.stringify(text.slice(0, 200))}`);
    for (const mark of marks()) expect(mark.textContent === TERMS[mark.getAttribute("card")], `a mark is wrong: ${mark.outerHTML}`);
    expect(told.length <= 1, `told ${told.length} times: ${JSON.stringify(told.map(({ detail }) => detail))}`);
    if (told.length && told[0].detail.code !== "bad-option") expect(isAsSent || window.cannotPutBack, `told ${told[0].detail.code}, and the article is not put back`);
    expect(!thrown.length, `thrown at the page: ${thrown}`);
    // What Yew says where an element cannot be inserted is not kept from the console.
    const said = log.console.filter((line) => !line.startsWith("error: failed to append child Error: broken by the page"));
    expect(said.length <= 1 && said.every((line) => /^warn: context-cards: .{40}/.test(line)), `the console: ${said.join(" | ")}`);
    return `${told[0]?.detail.code ?? "no error"}, ${marks().length} marks, ${card() ? "a card" : "no card"}: ${told[0]?.detail.message ?? ""}`;
  };

  const watch = () => see().catch((fault) => (window.outcome = { wrong: `the watch failed: ${fault.stack}` }));
  const see = async () => {
    await rest();
    window.came = look(inspect);
    window.isBroken = false;
    thrown = [];
    host()?.remove();
    expect(article().innerHTML === log.articles[0], `mended and removed, the article is not as it was sent: ${article().innerHTML.slice(0, 300)}`);
    // Where not even the element could be defined, the loader is fetched anew.
    if (!customElements.get("context-cards")) await import("/context-cards.js?anew");
    const element = document.createElement("context-cards");
    element.setAttribute("deck", "#deck");
    element.setAttribute("for", "article");
    document.body.append(element);
    await until(() => marks().length === 3, 5000);
    expect(marks().length === 3, `mended, a new element marks ${marks().length} terms; errors: ${JSON.stringify(errors().map(({ detail }) => detail))}`);
    element.open("cecot");
    await until(() => card() === "CECOT", 5000);
    expect(card() === "CECOT", `mended, no card comes; errors: ${JSON.stringify(errors().map(({ detail }) => detail))}`);
    element.remove();
    expect(article().innerHTML === log.articles[0], "after all, the article is not as it was sent");
    expect(!thrown.length, `mended, thrown at the page: ${thrown}`);
    window.outcome = { wrong: wrong.join("; "), came: window.came };
  };

  /** Breaks with the pointer's next move upon a term, and is watched from then on. */
  window.breakOnNextMove = () =>
    addEventListener("pointermove", () => {
      window.isBroken = true;
      watch();
    }, { capture: true, once: true });
  // From the start: once the page is parsed and its articles are written down, and before the loader runs.
  window.breakNow = () =>
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      window.isBroken = true;
      watch();
    });
}
