// What can a story ask a page? These functions stand before every script that the harness runs in it.

const host = (nth = 0) => document.querySelectorAll("context-cards")[nth];
const card = (nth = 0) => host(nth)?.shadowRoot?.querySelector("[part~=card]") ?? null;
const part = (name) => card()?.querySelector(`[part~=${name}]:not([inert])`) ?? null;
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** A mark, by its card's id or by its own words. */
const term = (name) =>
  [...document.querySelectorAll("context-term")].find(
    (mark) => mark.getAttribute("card") === name || squeeze(mark.textContent) === name,
  );

/** A link, button or tab in the card, by what it is called. */
const control = (name) =>
  [...(card()?.querySelectorAll(":is(a[href], button, [role=tab]):not(.expand, .grab, [inert] *)") ?? [])].find((element) =>
    [element.getAttribute("aria-label"), element.title, element.innerText].some((text) =>
      squeeze(text).toLowerCase().includes(name.toLowerCase()),
    ),
  );

const plain = ({ x, y, width, height }) => ({ x, y, width, height });

const frames = async (count) => {
  for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
};

/** Where a pointer meets an element: its first line if it wraps; null while it has no box. */
const meet = async (element) => {
  const line = () => [...(element?.getClientRects() ?? [])].find((box) => box.width > 0 && box.height > 0);
  const found = line();
  if (!found) return null;
  const { left, right, top, bottom } = found;
  // Asked of its own root: seen from the page, all that stands in a card is the card's host, what is scrolled away in it too.
  const hit = element.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!hit || !element.contains(hit) || top < 0 || bottom > innerHeight) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    // Until the page has heard that it was scrolled: a hand moves after the eye has seen where to.
    await frames(2);
  }
  return plain(line() ?? found);
};

/** Is it in the top layer, laid out and not see-through? */
const isShown = (element) =>
  element.closest("[popover]")?.matches(":popover-open") === true &&
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

const seen = (nth = 0) => {
  const element = card(nth);
  if (element === null) return null;
  return {
    title: squeeze(element.querySelector("[part~=title]")?.innerText),
    text: squeeze(element.innerText),
    rect: plain(element.getBoundingClientRect()),
    visible: isShown(element),
  };
};

/** The element that has the focus, shadow roots looked into. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** Every element's rectangle on the page and the article's words, to be the same before and after. */
const layout = () => ({
  boxes: [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest("context-cards, context-term, script"))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: element.localName, sides: [x + scrollX, y + scrollY, width, height] };
    }),
  words: [...document.querySelectorAll("article, main")].map((root) => root.textContent),
});

/** What is different now: in words for whoever reads the failure, nothing if nothing is. Half a pixel is nothing: Firefox
 * rounds each box to a sixtieth of one, and the rounding adds up over a long page. */
const changes = (before) => {
  const now = layout();
  const differs = (then, box) => then?.name !== box.name || box.sides.some((side, i) => Math.abs(side - then.sides[i]) >= 0.5);
  const tell = (box) => box && `${box.name} ${box.sides.map((side) => side.toFixed(1))}`;
  const boxes = now.boxes.filter((box, i) => differs(before.boxes[i], box));
  const words = now.words.filter((text, i) => text !== before.words[i]);
  return [...boxes.map((box) => `${tell(before.boxes[now.boxes.indexOf(box)])} became ${tell(box)}`), ...words];
};

/** Any CSS colour as red, green, blue and alpha. */
const colour = (css) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d");
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};

const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
/** Texts that are hard to read: under 4.5:1 (WCAG 2.2, 1.4.3), or smaller than the labels of the design (11 px, 10 in a citation). */
const unreadable = () => texts().filter((text) => text.contrast < 4.5 || text.size < (text.note ? 10 : 11) || text.size > 30);

const parent = (element) => element.parentElement ?? element.getRootNode().host ?? null;

/** What lies behind an element's text, its own background included; what stands in the top layer hides the page. */
const behind = (element) => {
  if (element === null) return [255, 255, 255, 1];
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(parent(element)));
};

const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((n) => n / 255).map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of a CSS colour on a ground (WCAG 2). */
const contrast = (css, ground) => {
  const [light, dark] = [luminance(over(colour(css), ground)), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** Every shown text of the card: its words, its size in pixels, its contrast against what lies behind it (WCAG 2), and whether
 * it is a citation's number. */
const texts = () => {
  const walk = document.createTreeWalker(card(), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const words = squeeze(walk.currentNode.data);
    if (words === "" || !element.checkVisibility({ visibilityProperty: true }) || element.closest("style, script, [aria-hidden=true]")) continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    // What is drawn has its ink in another property.
    const ink = element.closest("svg") ? style.fill : style.color;
    const note = element.closest("sup") !== null;
    found.push({ words, note, size: parseFloat(style.fontSize), contrast: contrast(ink, ground) });
  }
  return found;
};
