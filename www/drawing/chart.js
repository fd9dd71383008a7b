// Lays out a line: values in, coordinates of a drawing of fixed width out.

import { WIDTH } from "./svg.js";

/** Height from the highest line of the grid to the lowest, and of the labels of the axis below it. The card leaves as much room. */
const PLOT = 120;
export const AXIS = 22;
/** Height of a line of labels: one for the highest value, and one for each event. */
export const LINE = 14;
/** Room at the sides, so that the dots at the ends are whole. */
const INSET = 6;
/** Width of a digit of a label. */
const DIGIT = 6.6;

/** Coordinates of points, events and grid. The scale starts at zero: a cut axis makes small changes look large. Points that are dates
 * stand as far apart as those; a year or a month stands at its middle. `write`: how a value of the grid is written. */
export function layOut({ points, events = [] }, write) {
  const values = points.map(({ y }) => y);
  const grid = ticks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [grid[0], grid.at(-1)];
  const top = LINE * (events.length + 1);
  const y = (value) => top + ((high - value) / (high - low)) * PLOT;
  const left = Math.max(...grid.map((value) => write(value).length)) * DIGIT + 8;
  const times = points.map((point) => time(point.x));
  const areTimes = times.every((at) => at !== undefined);
  const at = areTimes ? times : points.map((_, index) => index);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const x = (at) => left + INSET + ((at - first) / (last - first || 1)) * (WIDTH - left - 2 * INSET);
  const place = (event) => (areTimes ? time(event.x) : points.findIndex((point) => String(point.x) === String(event.x)));
  return {
    left,
    base: top + PLOT,
    points: values.map((value, index) => [x(at[index]), y(value)]),
    grid: grid.map((value) => [value, y(value)]),
    events: events.map((event) => Math.min(Math.max(x(place(event)), left), WIDTH)),
  };
}

/** Round values from at most `low` to at least `high`: four at most between them, so that their labels stand clear of each other. */
function ticks(low, high) {
  const least = (high - low || 3) / 3.5;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 4, 5, 10].find((step) => step * power >= least) * power;
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), 1)];
  return [...Array(last - first + 1).keys()].map((index) => (first + index) * step);
}

/** A date as years, of a year or month its middle; `undefined` of anything else. */
function time(date) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year) return Number(year) + (month ? (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12 : 0.5);
}
