// What can a story ask the gallery? Its terms and cards, in whatever frame or shadow tree they stand; all places as the
// outermost page has them.

const trees = (root) => [root, ...[...root.querySelectorAll("*")].flatMap((element) => (element.shadowRoot ? trees(element.shadowRoot) : []))];
const everywhere = (root) =>
  trees(root).flatMap((tree) => [tree, ...[...tree.querySelectorAll("iframe")].flatMap((frame) => trees(frame.contentDocument))]);
const all = (root, selector) => everywhere(root).flatMap((tree) => [...tree.querySelectorAll(selector)]);

/** Where an element's frame begins in the page. */
const origin = (element) => {
  const frame = element.ownerDocument.defaultView.frameElement;
  if (!frame) return { x: 0, y: 0 };
  const { x, y } = frame.getBoundingClientRect();
  return { x: x + frame.clientLeft, y: y + frame.clientTop };
};
const moved = (element, box) => {
  const { x, y } = origin(element);
  return { x: box.x + x, y: box.y + y, width: box.width, height: box.height };
};

/** The nth term of a section. */
const termOf = (section, nth = 0) => all(document.getElementById(section), "context-term:not([aria-hidden])")[nth];
const linesOf = (mark) => [...mark.getClientRects()].filter((box) => box.width > 0 && box.height > 0).map((box) => moved(mark, box));

/** Brings a line of a term to the middle of the view, or to one of its edges, and says where it is. */
const bring = async (section, nth, line, block = "center") => {
  const mark = termOf(section, nth);
  if (!mark || linesOf(mark).length === 0) return null;
  mark.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
  await frames(3);
  return linesOf(mark).at(line) ?? null;
};

/** The one card on the screen, and all that there is to know of where it stands. */
const standing = () => {
  const shown = all(document, "[part~=card]").filter(isShown);
  if (shown.length !== 1) return { count: shown.length };
  const [element] = shown;
  const page = element.ownerDocument;
  const [box, tip] = [element, element.querySelector(".arrow")].map((part) => moved(element, part.getBoundingClientRect()));
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  const hits = [[0.5, 0.5], [0.04, 0.5], [0.96, 0.5], [0.5, 0.06], [0.5, 0.94]].filter(
    ([across, down]) =>
      page.elementFromPoint(x + width * across, y + height * down) === root.host &&
      element.contains(root.elementFromPoint(x + width * across, y + height * down)),
  );
  return {
    count: 1,
    title: squeeze(element.querySelector("[part~=title]").innerText),
    rect: box,
    tip: { x: tip.x + tip.width / 2, y: tip.y + tip.height / 2 },
    side: element.dataset.side,
    view: moved(element, { x: 0, y: 0, width: page.documentElement.clientWidth, height: page.defaultView.innerHeight }),
    uncovered: hits.length,
  };
};

/** A link or button of the open card, by a piece of its name. */
const within = (name) =>
  all(document, "[part~=card]").filter(isShown).flatMap((element) => [...element.querySelectorAll("a, button")])
    .find((element) => `${element.getAttribute("aria-label")} ${element.innerText}`.includes(name));
