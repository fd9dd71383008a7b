// The page of a long reading: what it counts, and what must hold on it after each step.
window.soak = (() => {
  const TERMS = { cecot: "CECOT", "court-order": "federal court order", "bitcoin-policy": "Bitcoin policy", valley: "valley" };
  let timers = 0;
  const own = window.setTimeout;
  const running = new Set();
  window.setTimeout = (call, ...rest) => {
    const id = own(() => (running.delete(id), call()), ...rest);
    running.add(id);
    return id;
  };
  const clear = window.clearTimeout;
  window.clearTimeout = (id) => (running.delete(id), clear(id));
  let returned = null;
  addEventListener("pageshow", ({ persisted }) => (returned = persisted));

  const article = () => document.querySelector("article");
  const host = () => document.querySelector("context-cards");
  const marks = () => [...article().querySelectorAll("context-term")];
  const isOff = () => localStorage.getItem("context-cards:off") !== null;
  /** The layers that a reader sees: a card is drawn and measured before it is shown. */
  const open = () =>
    [...(host()?.shadowRoot.querySelectorAll(":popover-open") ?? [])].filter((layer) => layer.checkVisibility({ visibilityProperty: true }));

  /** The article without its marks. */
  const bare = () => {
    const copy = article().cloneNode(true);
    for (const mark of copy.querySelectorAll("context-term")) mark.replaceWith(...mark.childNodes);
    copy.normalize();
    return copy.innerHTML;
  };
  /** The words of the article's prose that must be marked: each card's first mention. */
  const due = () => {
    if (!host() || isOff()) return [];
    const cards = JSON.parse(document.getElementById(host().getAttribute("deck").slice(1)).textContent).cards.map(({ id }) => id);
    const prose = [...article().querySelectorAll("p")].map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      for (const link of copy.querySelectorAll("a")) link.replaceWith("\uFFFC");
      return copy.textContent;
    });
    return cards.filter((id) => prose.some((text) => text.includes(TERMS[id])));
  };
  const wait = (milliseconds) => new Promise((done) => own(done, milliseconds));
  const same = (one, other) => [...one].sort().join() === [...other].sort().join();
  /** Until the marks are those that are due; a scan waits for the article to rest. */
  const settled = async () => {
    for (let i = 0; i < 200; i++) {
      if (same(marks().map((mark) => mark.getAttribute("card")), due())) return true;
      await wait(20);
    }
  };

  /** An item of the open card's menu. */
  const choose = async (words) => {
    const root = host()?.shadowRoot;
    const more = root?.querySelector("[part~=card]:popover-open .more");
    if (more?.getAttribute("aria-expanded") === "false") more.click();
    await wait(50);
    [...(root?.querySelectorAll("[part~=card]:popover-open .menu button") ?? [])].find((item) => words.test(item.textContent))?.click();
  };
  // A reading does not leave by a link of the card or the article.
  addEventListener("click", (event) => event.composedPath().some((node) => node.localName === "a") && event.preventDefault());

  let text;
  const focusIn = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  return {
    /** Called before a step. */
    begin() {
      this.focus = focusIn();
      // Where a layer gives it back to.
      if (this.focus?.getRootNode() === document) this.outside = this.focus;
      returned = null;
    },
    write: () => (text = bare()),
    /** What is wrong after a step. `mayLose`: whether the reader or the site took the focus away. */
    async check(mayLose) {
      const wrong = [];
      const expect = (is, words) => is || wrong.push(words);
      text ??= bare();
      // What a step has led to is drawn.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      expect(await settled(), `the marks are ${marks().map((mark) => mark.getAttribute("card"))}, due are ${due()}`);
      expect(bare() === text, `the text has changed: ${bare().slice(0, 300)}`);
      for (const mark of marks()) {
        expect(mark.textContent === TERMS[mark.getAttribute("card")], `a mark says something else: ${mark.outerHTML}`);
      }
      const cards = open().filter((element) => element.matches("[part~=card]"));
      expect(cards.length <= 1 && open().length <= 1, `${cards.length} cards are open, of ${open().length} layers`);
      const expanded = document.querySelectorAll("context-term[aria-expanded=true],context-term[data-open]").length;
      expect(expanded <= 1 && (!expanded || open().length), `${expanded} marks say that their card is open, and ${open().length} are`);
      const from = this.focus?.getRootNode() === document ? this.focus : this.outside;
      const lost = from && from !== document.body && document.activeElement === document.body && from.isConnected && this.focus.isConnected;
      expect(mayLose || !lost, `the focus was on ${this.focus?.outerHTML?.slice(0, 120)} and is lost`);
      expect(!log.console.length, `the console: ${log.console}`);
      expect(!log.faults.length, `thrown: ${log.faults}`);
      expect(!log.events.some(({ name }) => name === "error"), `told: ${JSON.stringify(log.events.filter(({ name }) => name === "error"))}`);
      log.events.length = log.moves.length = 0;
      return wrong.join("; ");
    },
    /** Where a spot is, in CSS pixels of the view. */
    spot(kind, nth, x, y) {
      const within = ({ left, top, width, height }) => [left + width * x, top + height * y];
      if (kind === "page") return [innerWidth * x, innerHeight * y];
      const element = kind === "term" ? marks()[nth % Math.max(marks().length, 1)] : open()[0];
      if (!element) return [4, 4];
      const seen = () => element.getClientRects()[0];
      if (kind === "term" && !(seen()?.top > 0 && seen().bottom < innerHeight)) element.scrollIntoView({ block: "center", behavior: "instant" });
      const [left, top] = seen() ? within(seen()) : [4, 4];
      return [Math.min(Math.max(left, 1), innerWidth - 2), Math.min(Math.max(top, 1), innerHeight - 2)];
    },
    site(act, number) {
      const element = host();
      if (act === "open") element?.open(Object.keys(TERMS)[number]);
      if (act === "close") element?.close();
      if (act === "list") element?.openPanel();
      if (act === "refresh") element?.refresh();
      if (act === "remove") element?.remove();
      if (act === "add" && !element) {
        const added = document.createElement("context-cards");
        for (const [name, value] of [["deck", "#deck"], ["for", "article"]]) added.setAttribute(name, value);
        document.body.append(added);
      }
      if (act === "deck") element?.setAttribute("deck", element.getAttribute("deck") === "#deck" ? "#other" : "#deck");
      if (act === "theme") element?.setAttribute("theme", number ? "dark" : "light");
      if (act === "replace") {
        const anew = document.createElement("article");
        anew.innerHTML = text;
        article().replaceWith(anew);
      }
      if (act === "rewrite") {
        const paragraphs = article().querySelectorAll("p");
        const paragraph = paragraphs[number % paragraphs.length];
        const copy = document.createElement("div");
        copy.innerHTML = text;
        paragraph.innerHTML = copy.querySelectorAll("p")[number % paragraphs.length].innerHTML;
      }
    },
    /** The switch of the card's menu, or of the list. */
    async switch(isOn) {
      const root = host()?.shadowRoot;
      if (!root || isOff() !== isOn) return;
      if (isOn) {
        host().openPanel();
        for (let i = 0; i < 100 && !root.querySelector("[part~=list] .on"); i++) await wait(20);
        root.querySelector("[part~=list] .on")?.click();
        host().close();
      } else {
        await choose(/^Turn context off/);
      }
    },
    pin: () => choose(/^Keep/),
    /** Puts the page back as it was, but for what is left behind; what is counted then. */
    async rest() {
      localStorage.clear();
      host()?.remove();
      this.focus = this.outside = null;
      document.activeElement?.blur();
      getSelection().removeAllRanges();
      this.site("replace");
      await wait(400);
      return { timers: running.size, returned };
    },
    returned: () => returned,
  };
})();
