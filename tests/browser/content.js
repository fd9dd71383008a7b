// Opens cards of a hostile deck one after another, and says what each shows and whether anything in it is not a card's own.

/** All that a card is made of. */
const ELEMENTS = new Set(
  "a b button circle dd div dl dt em footer g h2 h3 header i img input li line ol p path polyline rect section slot small span strong sup svg table tbody td text th time tr ul".split(" "),
);
/** What of it may carry words of a deck, or lead anywhere. */
const STYLES = /^((object-position: ?[\d.]+% [\d.]+%|aspect-ratio: ?324 ?\/ ?\d+|min-height: ?\d+em);?|(--[\w-]+: ?[^;()]*;? ?)*)$/;

/** What is wrong with an element, if anything. */
const wrong = (element) => {
  if (!ELEMENTS.has(element.localName)) return `is a <${element.localName}>`;
  for (const { name, value } of element.attributes) {
    if (/^(on|formaction|srcdoc|srcset|action|xlink)/i.test(name)) return `has ${name}`;
    if (name === "style" && element.closest("header, .figure, .map, .drawing") && !STYLES.test(value)) return `has the style ${value}`;
    if (name === "href") {
      const { protocol, username, password } = new URL(value, document.baseURI);
      if (!/^https?:$/.test(protocol) || username || password) return `leads to ${value}`;
      if (element.target !== "_blank" || !element.relList.contains("noopener")) return "is not opened apart";
    }
    if (name === "src") {
      const { protocol, origin, username, password } = new URL(value, document.baseURI);
      if ((protocol !== "https:" && origin !== location.origin) || username || password) return `is fetched from ${value}`;
      if (element.referrerPolicy !== "no-referrer") return "tells where it is shown";
    }
  }
};

const turn = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
});

const inspect = (faults) => {
  for (const element of host().shadowRoot.querySelectorAll("[part~=card] *")) {
    const why = wrong(element);
    if (why) faults.push(`${element.localName} ${why}`);
  }
};

/** Opens the cards of these ids; returns those that were shown, with their titles and faults. `walked`: their tabs are opened too. */
const openAll = async (ids, walked) => {
  const shown = [];
  for (const id of ids) {
    const opened = new Promise((done) => {
      const end = (isShown) => {
        for (const name of ["open", "error"]) host().removeEventListener(`context-cards:${name}`, hear);
        done(isShown);
      };
      const hear = async ({ type, detail }) => {
        if (type === "context-cards:open") return detail.card === id && end(true);
        // It may be another card's.
        await turn();
        if (host().cards.every((card) => card.id !== id)) end(false);
      };
      for (const name of ["open", "error"]) host().addEventListener(`context-cards:${name}`, hear);
      if (!host().open(id)) end(false);
    });
    if (!(await opened)) continue;
    const faults = [];
    inspect(faults);
    if (walked) {
      card().querySelector(".expand")?.click();
      await turn();
      for (let nth = 0; nth < card().querySelectorAll("[role=tab]").length; nth++) {
        card().querySelectorAll("[role=tab]")[nth].click();
        await turn();
        inspect(faults);
      }
    }
    shown.push({ id, title: card().querySelector("[part~=title]").textContent, faults });
  }
  host().close();
  return shown;
};
