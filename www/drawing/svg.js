// Builds elements of a drawing. Text from a deck is never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Width of a drawing in its own units; the card scales it. */
export const WIDTH = 324;

const build = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? round(value) : value);
  element.append(...children);
  return element;
};

/** A tenth of a unit: finer is invisible. */
export const round = (value) => Math.round(value * 10) / 10;

/** An element of SVG. */
export const svg = (name, attributes = {}, ...children) => build(document.createElementNS(SVG, name), attributes, children);

/** An element of HTML. */
export const html = (name, attributes = {}, ...children) => build(document.createElement(name), attributes, children);

/** A label, anchored at its `start`, `middle` or `end`. */
export const label = (x, y, anchor, kind, text) => svg("text", { x, y, "text-anchor": anchor, class: kind }, text);

/** A line from point to point. */
export const line = (kind, ...points) => svg("path", { class: kind, d: `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}` });

/** The largest of 1, 2, 5, 10, 20, 50… that is at most as much. */
export const roundStep = (most) => {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].find((step) => step * power <= most) * power;
};
