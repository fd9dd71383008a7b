// How long from the mouse on a term to a card beside it? The same probe for every contender, each set up as documented.

const query = new URLSearchParams(location.search);
const who = query.get("who");
/** The delay until the card opens, in milliseconds. Looking for the card all the time would slow down what is measured: it is looked
 * for each frame, and in each task only towards the end of the delay. */
const DELAY = Number(query.get("delay"));
const EARLY = 10;
const articleTerms = () => [...document.querySelectorAll("article .term")];

/** What each contender needs: its terms once all is in place, and the card that is shown for a term, if any. */
const SETUPS = {
  ours: async () => {
    const element = document.querySelector("context-cards");
    await customElements.whenDefined("context-cards");
    await element.ready;
    // Where the widget is wanted at once, it is waited for: it has put its card, still empty, into the page.
    while (element.getAttribute("load") === "eager" && !element.shadowRoot.querySelector("[part~=card]")) await frame();
    return {
      // Those by which a card is reached: the further pieces of a mention are none.
      terms: [...document.querySelectorAll("context-term[tabindex]")],
      card: () => element.shadowRoot.querySelector("[part~=card]:popover-open"),
    };
  },
  "Tippy 6": () => {
    const terms = articleTerms();
    const content = (term) => term.dataset.content;
    const instances = tippy(terms, { content, allowHTML: true, delay: 0, duration: 0, placement: "bottom" });
    return { terms, card: (term) => instances[terms.indexOf(term)].popper.isConnected && instances[terms.indexOf(term)].popper };
  },
  "Floating UI": async () => {
    const { computePosition, flip, shift, offset } = await import("/peers/@floating-ui/dom/dist/floating-ui.dom.browser.min.mjs");
    const tooltip = document.querySelector("#tooltip");
    const terms = articleTerms();
    for (const term of terms) {
      const show = () => {
        tooltip.innerHTML = term.dataset.content;
        tooltip.style.display = "block";
        computePosition(term, tooltip, { placement: "bottom", middleware: [offset(6), flip(), shift({ padding: 5 })] }).then(({ x, y }) => {
          Object.assign(tooltip.style, { left: `${x}px`, top: `${y}px` });
        });
      };
      const hide = () => (tooltip.style.display = "");
      for (const [event, listener] of [["mouseenter", show], ["mouseleave", hide], ["focus", show], ["blur", hide]]) term.addEventListener(event, listener);
    }
    return { terms, card: () => tooltip };
  },
  "native interestfor": () => ({
    terms: articleTerms(),
    card: (term) => document.getElementById(term.getAttribute("interestfor")).matches(":popover-open") && document.getElementById(term.getAttribute("interestfor")),
  }),
};

/** A card counts as there when it has a box, is to be seen, and stands beside its term. */
const NEAR = 40;
function stands(card, term) {
  if (!card) return false;
  const [box, line] = [card.getBoundingClientRect(), term.getBoundingClientRect()];
  if (box.width < 20 || box.height < 10) return false;
  const gap = Math.max(box.top - line.bottom, line.top - box.bottom, box.left - line.right, line.left - box.right);
  const { visibility, opacity } = getComputedStyle(card);
  return gap < NEAR && visibility === "visible" && Number(opacity) === 1;
}

const frame = () => new Promise(requestAnimationFrame);
/** Resolves in a task of its own, as soon as there is one. */
const task = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });

let at;
let probe;
const ready = Promise.resolve(SETUPS[who]()).then((setup) => (at = setup));

/** Waits for the mouse to come to a term, and then for its card; says where the mouse must go. */
async function arm(index) {
  await ready;
  const term = at.terms[index];
  term.scrollIntoView({ block: "center", behavior: "instant" });
  await frame();
  await frame();
  probe = new Promise((done) => {
    const types = ["pointerover", "pointermove"];
    const come = ({ target }) => {
      if (!term.contains(target)) return;
      const start = performance.now();
      for (const type of types) removeEventListener(type, come, true);
      let over = false;
      const look = () => {
        if (over || !stands(at.card(term), term)) return;
        over = true;
        const placed = performance.now() - start;
        // The next frame that is drawn shows it; the task after it is the first moment at which it has been.
        requestAnimationFrame(async () => (await task(), done({ placed, drawn: performance.now() - start })));
      };
      // Events come just before a frame: what opens at once is in that frame.
      const lookEachFrame = () => over || (look(), requestAnimationFrame(lookEachFrame));
      requestAnimationFrame(lookEachFrame);
      (async () => {
        if (DELAY) await new Promise((done) => setTimeout(done, DELAY - EARLY));
        while (!over) {
          await task();
          look();
        }
      })();
    };
    for (const type of types) addEventListener(type, come, { capture: true, passive: true });
  });
  const { x, y, width, height } = term.getClientRects()[0];
  return { x: x + width / 2, y: y + height / 2 };
}

/** Resolves when the card of the term is gone. */
async function gone(index) {
  while (stands(at.card(at.terms[index]), at.terms[index])) await frame();
}

/** The files of the widget, which shows cards, that this page has fetched so far. */
const widgetFiles = () => performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.startsWith("/dist/widget")).length;

window.bench = { ready: () => ready.then(() => {}), widgetFiles, arm, seen: () => probe, gone, native: "interestForElement" in HTMLButtonElement.prototype };
