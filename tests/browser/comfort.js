// Can the card be read and used as it stands? Functions for the stories of sight and comfort; each gives what is wrong, in words.

/** The boxes of every shown text, with what they say. */
const lines = () => {
  const walk = document.createTreeWalker(card(), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const words = squeeze(node.data);
    if (words === "" || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ words, box, element: node.parentElement });
  }
  return found;
};

const body = () => card().querySelector(".body");

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
  return [...new Set(wrong)];
};

/** Texts and buttons that lie over one another. A source's number is raised beside a word on purpose. */
const overlaps = () => {
  body().scrollTop = 0;
  const frame = body().getBoundingClientRect();
  // What is scrolled out of sight lies over nothing.
  const seen = ({ box, element }) => !body().contains(element) || (box.top < frame.bottom - 4 && box.bottom > frame.top);
  const all = lines().filter((line) => !line.element.closest("sup") && seen(line));
  const close = card().querySelector(".close");
  all.push({ words: "(the close button)", box: close.querySelector("svg").getBoundingClientRect(), element: close });
  const wrong = [];
  all.forEach((one, i) =>
    all.slice(i + 1).forEach((other) => {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // A line's box is higher than its letters: neighbours may touch by a quarter.
      if (wide > 2 && high > 0.25 * Math.min(one.box.height, other.box.height)) wrong.push(`${one.words} / ${other.words}`);
    }),
  );
  return wrong;
};

/** Controls under 24 × 24 pixels (WCAG 2.2, 2.5.8), but for those that stand in a line of text. */
const small = () =>
  [...card().querySelectorAll("button, input, [role=tab]")]
    .filter((control) => control.checkVisibility())
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
