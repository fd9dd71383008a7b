// Runs on the page that `context-cards serve` shows: changes it when a file changes, and lists the faults of the decks at its side.
(() => {
  const own = "/_context-cards";
  const { article, decks } = document.currentScript.dataset;
  const shown = { article: Number(article), decks: Number(decks) };

  const el = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter((child) => child !== ""));
    return element;
  };

  // A shadow tree, so that neither the article's styles reach the panel nor the panel's the article.
  const host = el("aside", { ariaLabel: "Faults in the decks" });
  host.dataset.contextCards = "off";
  const summary = el("summary");
  const status = el("span", { role: "status" });
  summary.append(status);
  const list = el("div", { className: "list", tabIndex: 0, role: "group", ariaLabel: "Faults" });
  const panel = el("details", {}, summary, list);
  host.attachShadow({ mode: "open" }).append(el("link", { rel: "stylesheet", href: `${own}/panel.css` }), panel);
  document.body.append(host);

  const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

  const finding = ({ line, column, is_warning, place, message, help, excerpt }) =>
    el("li", { className: is_warning ? "warning" : "fault" },
      line ? el("p", {}, el("b", {}, `${is_warning ? "Warning" : "Fault"} in line ${line}, column ${column}`)) : "",
      el("p", {}, place ? `${place}: ${message}` : message),
      help ? el("p", {}, help[0].toUpperCase() + help.slice(1)) : "",
      excerpt ? el("pre", {}, excerpt) : "");

  /** Scrolls each excerpt to the pointer under what is at fault: its lines may be long. */
  function showPointers() {
    for (const pre of list.querySelectorAll("pre")) {
      const lines = pre.textContent.split("\n");
      const longest = Math.max(...lines.map((line) => line.length));
      // A deck's own lines have carets too, in citations: a pointer has nothing before it but the margin.
      const pointer = lines.map((line) => /^[\s|]*(?=\^)/.exec(line)?.[0].length).find((length) => length) ?? 0;
      pre.scrollLeft = (pre.scrollWidth * pointer) / longest - pre.clientWidth / 2;
    }
  }
  panel.addEventListener("toggle", showPointers);

  // What is at fault: in each deck, and in the attributes of the element, which the element itself tells.
  let ofDecks = [];
  let ofAttributes = [];

  let before = 0;
  function showFaults() {
    const lists = [{ name: "Attributes of context-cards", findings: ofAttributes }, ...ofDecks];
    const all = lists.flatMap(({ findings }) => findings);
    const warnings = all.filter(({ is_warning }) => is_warning).length;
    const faults = all.length - warnings;
    const parts = [faults ? count(faults, "fault") : "No faults", ...(warnings ? [count(warnings, "warning")] : [])];
    status.textContent = parts.join(", ");
    panel.className = faults ? "faulty" : "";
    list.replaceChildren(...lists.filter(({ findings }) => findings.length).map(({ name, findings }) =>
      el("section", {}, el("h2", {}, name), el("ul", {}, ...findings.map(finding)))));
    list.hidden = !all.length;
    // New faults are shown; an editor who has closed the panel on those there are keeps it closed.
    if (faults > before) panel.open = true;
    else if (!faults) panel.open = false;
    before = faults;
    showPointers();
  }

  async function listFaults() {
    const answer = await fetch(`${own}/faults.json`);
    ofDecks = await answer.json();
    showFaults();
  }

  addEventListener("context-cards:error", ({ target, detail: { code, message, problems } }) => {
    if (code !== "bad-option" && code !== "no-article") return;
    const isOurs = target.matches("[data-served]");
    const help = isOurs ? "start serve with another selector, such as --for article" : "change that attribute in the article";
    const all = problems ?? [{ message }];
    ofAttributes = all.map(({ path, message }) => ({ message: path ? `${path}: ${message}` : message, help }));
    showFaults();
  });

  let openCard;
  addEventListener("context-cards:open", ({ detail }) => (openCard = detail.card));
  addEventListener("context-cards:close", () => (openCard = undefined));

  /** Puts a new element in the place of ours, which reads the decks anew: scroll position and open card stay. */
  async function renewCards() {
    const element = document.querySelector("context-cards[data-served]");
    if (!element) return location.reload();
    const card = openCard;
    const fresh = element.cloneNode();
    const urls = element.getAttribute("deck").split(" ");
    fresh.setAttribute("deck", urls.map((url) => `${url.split("?")[0]}?${shown.decks}`).join(" "));
    ofAttributes = [];
    element.replaceWith(fresh);
    await fresh.ready;
    if (card) fresh.open(card);
  }

  new EventSource(`${own}/events`).addEventListener("message", async ({ data }) => {
    const now = JSON.parse(data);
    if (now.article !== shown.article) return location.reload();
    if (now.decks === shown.decks) return;
    shown.decks = now.decks;
    renewCards();
    listFaults();
  });
  listFaults();
})();
