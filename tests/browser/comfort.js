// Can the card be read and used as it stands? Functions for the stories of sight and comfort; each gives what is wrong, in words.

/** Every shown text of the card: its words, a range around them, and the element they stand in. */
const shownTexts = () => {
  const walk = document.createTreeWalker(card(), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const words = squeeze(node.data);
    if (words === "" || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push({ words, range, element: node.parentElement });
  }
  return found;
};

const boxes = (range) => [...range.getClientRects()].filter((box) => box.width > 1);

/** The boxes of every shown text, with what they say. */
const lines = () =>
  shownTexts().flatMap(({ words, range, element }) => boxes(range).map((box) => ({ words, box, element })));

/** Scrolls the first line of a text into every scroller around it, between its start (0) and its end (1), and gives its box. */
const reveal = ({ range, element }, place) => {
  const line = () => boxes(range)[0];
  for (let at = element; at !== card(); at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflow)) continue;
    const frame = at.getBoundingClientRect();
    at.scrollLeft += line().left - frame.left - place * (frame.width - line().width);
    at.scrollTop += line().top - frame.top - place * (frame.height - line().height);
  }
  return line();
};

/** Texts that something covers, or that lie out of sight, wherever the card is scrolled to. */
const covered = () => {
  const root = card().getRootNode();
  const isFree = (text) => (place) => {
    const { left, top, width, height } = reveal(text, place);
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    // What contains a text is painted below it. What is only there to be hit lets all shine through.
    return hit !== null && (hit.contains(text.element) || text.element.contains(hit) || hit.matches(".cite, .strip, .link"));
  };
  const drawn = shownTexts().filter(({ range }) => boxes(range).length > 0);
  return drawn.filter((text) => ![0.5, 1, 0].some(isFree(text))).map(({ words }) => `covered: ${words}`);
};

/** The part that scrolls; in a low view all of the card does. */
const body = () => {
  const box = card().querySelector(".box");
  return getComputedStyle(box).overflowY === "auto" ? box : card().querySelector(".brief, .panel:not([inert])");
};

/** What the reader cannot get to see: beyond the view, cut off at a side, or to be scrolled in two dimensions. */
const lost = () => {
  const wrong = [];
  const box = card().getBoundingClientRect();
  const view = document.documentElement;
  if (box.left < -0.5 || box.right > view.clientWidth + 0.5 || box.top < -0.5 || box.bottom > innerHeight + 0.5)
    wrong.push(`the card lies beyond the view: ${JSON.stringify(box)}`);
  if (body().scrollWidth > body().clientWidth + 1) wrong.push("the card scrolls sideways");
  if (view.scrollWidth > view.clientWidth + 1) wrong.push("the page scrolls sideways");
  if (body().clientHeight < 40) wrong.push(`only ${body().clientHeight} px of the card's body are seen`);
  for (const { words, box: line, element } of lines()) {
    // Tabs scroll sideways.
    if (element.closest(".tabs")) continue;
    if (line.left < box.left || line.right > box.right) wrong.push(`cut off at a side: ${words}`);
    // What stands outside the part that scrolls must be seen as it is.
    if (!body().contains(element) && (line.top < box.top || line.bottom > box.bottom)) wrong.push(`cut off: ${words}`);
    for (let at = element; at && at !== body() && at !== card(); at = at.parentElement) {
      const style = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (style.display !== "inline" && style.overflow !== "visible" && !(at instanceof SVGElement))
        if (line.bottom > frame.bottom + 1 || line.right > frame.right + 1) wrong.push(`clipped: ${words}`);
    }
  }
  return [...new Set([...wrong, ...covered()])];
};

/** The sides of a box as it is seen beside another element: what its clipping ancestors cut away is gone, but for what can be
 * scrolled into sight together with the other. */
const clipped = ({ box: { left, top, right, bottom }, element }, other) => {
  // What is positioned absolutely is cut only from its containing block on.
  let escaped = false;
  for (let at = element; at !== card().parentNode; at = at.parentNode) {
    const { display, overflow, position } = getComputedStyle(at);
    escaped &&= position === "static";
    const clips = display !== "inline" && overflow !== "visible" && !(at instanceof SVGElement);
    const scrollsBoth = /auto|scroll/.test(overflow) && at.contains(other);
    if (clips && !escaped && !scrollsBoth) {
      const frame = at.getBoundingClientRect();
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    escaped ||= position === "absolute";
  }
  return { left, top, right, bottom };
};

/** What two boxes have in common. */
const shared = (one, other) => {
  const [left, right] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
  const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
};

/** Does something that lets nothing shine through lie over this element at a point of the view? */
const isCoveredAt = (element, x, y) => {
  const stack = card().getRootNode().elementsFromPoint(x, y);
  const above = stack.slice(0, Math.max(0, stack.indexOf(element)));
  return above.some((other) => !element.contains(other) && colour(getComputedStyle(other).backgroundColor)[3] === 1);
};

/** Texts and buttons that are seen to lie over one another. A source's number is raised beside a word on purpose. */
const overlaps = () => {
  // What sticks stands in its own place where nothing has been scrolled.
  body().scrollTop = 0;
  const all = lines().filter((line) => !line.element.closest("sup"));
  const close = card().querySelector(".close");
  all.push({ words: "(the close button)", box: close.querySelector("svg").getBoundingClientRect(), element: close });
  const overlap = (one, other) => {
    // A line's box is higher than its letters: neighbours may touch by a quarter.
    const matters = ({ width, height }) => width > 2 && height > 0.25 * Math.min(one.box.height, other.box.height);
    if (!matters(shared(one.box, other.box))) return false;
    const seen = shared(clipped(one, other.element), clipped(other, one.element));
    return matters(seen) && ![one, other].some(({ element }) => isCoveredAt(element, seen.x, seen.y));
  };
  return all.flatMap((one, i) =>
    all.slice(i + 1).filter((other) => overlap(one, other)).map((other) => `${one.words} / ${other.words}`),
  );
};

/** Controls under 24 × 24 pixels (WCAG 2.2, 2.5.8), but for those that stand in a line of text. */
const small = () =>
  [...card().querySelectorAll("button, input, [role=tab]")]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .map((control) => [squeeze(control.innerText) || control.getAttribute("aria-label"), control.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([name, { width, height }]) => `${name}: ${width} × ${height}`);

/** What is wrong with how the focus shows on what has it. */
const unfocused = () => {
  const element = focused();
  const style = getComputedStyle(element);
  const wrong = [];
  const name = squeeze(element.innerText) || element.getAttribute("aria-label");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push(`no ring: ${name}`);
  const ratio = contrast(style.outlineColor, behind(parent(element)));
  if (ratio < 3) wrong.push(`a ring of ${ratio.toFixed(2)}:1: ${name}`);
  const { left, top, width, height } = [...element.getClientRects()].find((box) => box.width > 0);
  const hit = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
  // A ring inside a control's edge must not run through its letters.
  const inset = Math.max(0, -parseFloat(style.outlineOffset));
  const words = document.createRange();
  words.selectNodeContents(element);
  if (element.matches("[role=tab]") && boxes(words).some((box) => box.left < left + inset + 1 || box.right > left + width - inset - 1))
    wrong.push(`a ring through the letters: ${name}`);
  if (!element.contains(hit)) wrong.push(`hidden by ${hit?.className || hit?.localName}: ${name}`);
  return wrong;
};

/** Whatever moves by itself. */
const moving = () =>
  [card(), ...card().querySelectorAll("*"), term("cecot")]
    .map((element) => [element, getComputedStyle(element)])
    .filter(([, style]) => style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0))
    .map(([element, style]) => `${element.className || element.localName}: ${style.animationName} ${style.transitionDuration}`);

/** The reader's own text spacing (WCAG 2.2, 1.4.12), in the page and in the card. */
const space = () => {
  const rules = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`;
  for (const root of [document.head, host().shadowRoot]) {
    root.append(Object.assign(document.createElement("style"), { textContent: rules }));
  }
};
