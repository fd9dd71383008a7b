// A line whose points are read one by one, by pointer, finger or keys, with the same data as a table; or bars with names and values.

import { AXIS, LINE, layOut } from "./chart.js";
import { WIDTH, html, label, line, svg } from "./svg.js";
import { eventList, eventWords, table, writeAll } from "./table.js";

export function drawFigure(holder, figure, lang, words) {
  const values = writeAll(figure.points.map(({ y }) => y), lang);
  if (figure.kind === "bar") {
    holder.replaceChildren(bars(figure, values), eventList(figure, lang));
    return;
  }
  const swap = html("button", { type: "button", class: "link" }, words.showTable);
  const forms = [plot(figure, values, lang), table(figure, values)];
  swap.addEventListener("click", () => {
    // The button stays where it is, and keeps the focus.
    holder.firstChild.replaceWith(forms[1]);
    forms.reverse();
    swap.textContent = forms[0].localName === "table" ? words.showChart : words.showTable;
  });
  holder.replaceChildren(forms[0], swap);
}

const said = ({ points }, values, index) => `${points[index].x}: ${values[index]}`;

/** Bars are words of the page: names and values are read as they stand, and need no table. */
function bars({ points }, values) {
  const low = Math.min(0, ...points.map(({ y }) => y));
  const span = Math.max(0, ...points.map(({ y }) => y)) - low || 1;
  // Upright only where no label is squeezed.
  const isShort = ({ x }, index) => String(x).length <= 5 && values[index].length <= 5;
  const kind = points.length <= 8 && points.every(isShort) ? "bars upright" : "bars";
  const bar = ({ y }) => {
    const bar = html("i", { class: "bar" });
    bar.style.setProperty("--from", (Math.min(y, 0) - low) / span);
    bar.style.setProperty("--size", Math.abs(y) / span);
    return bar;
  };
  const entries = points.map((point, index) => [html("dt", {}, String(point.x)), html("dd", {}, bar(point), values[index])]);
  return html("dl", { class: kind }, ...entries.flat());
}

function plot(figure, values, lang) {
  const number = new Intl.NumberFormat(lang);
  const write = (value) => number.format(value);
  const chart = layOut(figure, write);
  const { base, left, points } = chart;
  const last = points.length - 1;
  const extreme = (best) => figure.points.findIndex(({ y }) => y === best(...figure.points.map(({ y }) => y)));
  const [high, low] = [extreme(Math.max), extreme(Math.min)];

  /** A label above or below a point that stays inside the drawing. */
  const near = (index, y, kind, text) => {
    const [x] = points[index];
    const half = text.length * 3.4;
    if (x - half < left) return label(Math.min(left, x), y, "start", kind, text);
    return x + half > WIDTH ? label(WIDTH, y, "end", kind, text) : label(x, y, "middle", kind, text);
  };
  const dot = ([x, y]) => svg("circle", { class: "dot", cx: x, cy: y, r: 3.5 });
  const value = (index) => near(index, points[index][1] - 7, "value", values[index]);
  const axis = (index) => near(index, base + 17, "axis", String(figure.points[index].x));
  const grid = chart.grid.flatMap(([value, y]) => [line("grid", [left, y], [WIDTH, y]), label(left - 6, y + 4, "end", "axis", write(value))]);
  const events = chart.events.flatMap((x, row) => {
    const y = LINE * (row + 1);
    const [anchor, shift] = x > WIDTH / 2 ? ["end", -4] : ["start", 4];
    return [line("event", [x, y - 12], [x, base]), label(x + shift, y - 4, anchor, "axis", figure.events[row].label)];
  });
  const ends = [...new Set([0, high, low, last])].sort((a, b) => a - b).map((index) => said(figure, values, index));
  const name = `${figure.title}, ${figure.unit}. ${[...ends, ...eventWords(figure, lang)].join(", ")}`;

  const marks = svg("g");
  const resting = () => [dot(points[0]), dot(points[last]), value(high), ...(high === low ? [] : [value(low)])];
  const reader = html("div", { class: "reader", role: "slider", tabindex: 0, "aria-label": figure.title, "aria-valuemin": 0, "aria-valuemax": last });
  let read;
  const tell = (index) => {
    reader.setAttribute("aria-valuenow", index);
    reader.setAttribute("aria-valuetext", said(figure, values, index));
  };
  const choose = (index) => {
    read = index;
    tell(index);
    const [x, y] = points[index];
    marks.replaceChildren(line("reading", [x, y], [x, base]), dot([x, y]), near(index, y - 9, "value", said(figure, values, index)));
  };
  marks.replaceChildren(...resting());
  tell(last);
  reader.addEventListener("keydown", (event) => {
    const at = read ?? last;
    const keys = { Home: 0, End: last, ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 };
    if (!(event.key in keys)) return;
    event.preventDefault();
    choose(Math.min(Math.max(keys[event.key], 0), last));
  });

  // A strip around each point: what a pointer or a finger comes upon is read.
  const strips = points.map(([x], index) => {
    const from = index ? (points[index - 1][0] + x) / 2 : 0;
    const to = index < last ? (points[index + 1][0] + x) / 2 : WIDTH;
    const strip = svg("rect", { class: "strip", x: from, y: 0, width: Math.max(to - from, 0), height: base });
    strip.addEventListener("pointerover", () => choose(index));
    return strip;
  });
  const course = svg("polyline", { class: "line", points: points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") });
  const names = [axis(0), ...(last > 3 ? [axis(Math.floor(last / 2))] : []), axis(last)];
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${base + AXIS}`, role: "img", "aria-label": name }, ...grid, ...events, course, ...names, marks, ...strips);
  return html("div", { class: "plot" }, reader, drawing);
}
