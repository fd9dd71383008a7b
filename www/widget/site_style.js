// What a card takes from the article around it: dark or light, the font of its term, and the colour of its links where that can be read.

import { styleOf } from "./measure.js";

/** The least contrast of an accent with the card's background. By WCAG 2.2, 1.4.3, small text needs 4.5; the accent also stands on
 * the card's tint, which takes up to a fourteenth of it. */
const LEAST_CONTRAST = 4.83;

const numbersOf = (color) => color.split(/[(, )/]/).map(parseFloat).filter((number) => !isNaN(number));

/** By the sRGB weights of WCAG 2.2. */
const weigh = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Whether text in an element is light, and so its background dark: how a page is themed, by whatever means it does it. */
export function isDark(element) {
  const { color } = styleOf(element);
  const numbers = numbersOf(color);
  if (color.startsWith("rgb")) return weigh(numbers) / 255 > 0.5;
  if (color.startsWith("ok")) return numbers[0] > 0.7;
  if (/^l[ac]/.test(color)) return numbers[0] > 60;
  return weigh(numbers) > 0.5;
}

/** Relative luminance (WCAG 2) of an opaque colour as computed styles write it; not a number for any other. */
const luminance = (color) => (color.startsWith("rgb(") ? weigh(numbersOf(color).map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4)) : NaN);

/** Gives the card the font of an element of the article: as a custom property that the card's style sheet falls back to where the site has
 * set none. The element around the card has it: where the card's own `style` holds nothing but where it stands, a browser can put it
 * there without working out the rest of its style (Chromium: a tenth of a millisecond). */
export const adoptFont = (card, element) => card.parentElement.style.setProperty("--site-font", styleOf(element).fontFamily);

/** The first link in `root` that is nothing but text. By a list that the browser keeps while the article stays as it is: to search an article
 * that has none takes as long each time. */
function firstLink(root) {
  for (const link of root.getElementsByTagName("a")) if (link.matches("[href]:not(:has(*),context-term *)")) return link;
}

/** Gives the open card the colour of the links in `root` in the same way, if `isWanted`. */
export function adoptAccent(card, root, isWanted) {
  const link = isWanted && firstLink(root);
  const color = link ? styleOf(link).color : "";
  // Where links have the text's colour they have none of their own.
  const isOwn = color !== styleOf(root).color;
  const [ink, ground] = [luminance(color), luminance(styleOf(card).backgroundColor)];
  const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  card.parentElement.style.setProperty("--site-accent", isOwn && contrast >= LEAST_CONTRAST ? color : "");
}
