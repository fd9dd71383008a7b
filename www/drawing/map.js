// A locator map: the outline of a country or region, the places in it, a scale. Its name says what it shows.

import { WIDTH, label, round, roundStep, svg } from "./svg.js";

/** Height of the drawing, for which the card leaves room: that of the outline, and of the scale below it. */
const HEIGHT = 190;
const OUTLINE = 166;
/** Room around the outline, so that its line and the ring around a place are whole. */
const INSET = 4;
/** Kilometres of a degree of latitude. */
const DEGREE = 111.2;
/** The most that the bar of the scale is long. */
const SCALE = 90;

export function drawMap(holder, { outline, points }, lang, words) {
  const positions = [
    ...outline.flatMap((ring) => ring.flatMap((lon, index) => (index % 2 ? [] : [[lon, ring[index + 1]]]))),
    ...points.map(({ lon, lat }) => [lon, lat]),
  ];
  const ends = (axis) => {
    const all = positions.map((position) => position[axis]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return high > low ? [low, high] : [low - 0.5, low + 0.5];
  };
  const [[west, east], [south, north]] = [ends(0), ends(1)];
  // Equirectangular: a degree of longitude is as long as it is in the middle of the map.
  const squeeze = Math.max(Math.cos((((south + north) / 2) * Math.PI) / 180), 0.02);
  const units = Math.min((WIDTH - 2 * INSET) / ((east - west) * squeeze), (OUTLINE - 2 * INSET) / (north - south));
  const [left, top] = [(WIDTH - (east - west) * squeeze * units) / 2, (OUTLINE - (north - south) * units) / 2];
  const at = (lon, lat) => [left + (lon - west) * squeeze * units, top + (north - lat) * units];
  const ring = (ring) => {
    const corners = ring.flatMap((lon, index) => (index % 2 ? [] : [at(lon, ring[index + 1]).map(round).join(" ")]));
    return `M${corners.join("L")}Z`;
  };

  const [main] = at(points[0].lon, points[0].lat);
  const circle = ([cx, cy], r, kind) => svg("circle", { class: kind, cx, cy, r });
  const place = ({ lon, lat, label: name }, index) => {
    const [x, y] = at(lon, lat);
    // The card's own place is named beside it; others above, on the side that is away from it.
    if (index === 0) {
      const [anchor, away] = x > WIDTH * 0.65 ? ["end", -13] : ["start", 13];
      return [circle([x, y], 9, "halo"), circle([x, y], 4, "dot"), label(x + away, y + 4, anchor, "value", name)];
    }
    const [anchor, away] = x <= main && x > WIDTH * 0.3 ? ["end", -5] : ["start", 5];
    return [circle([x, y], 2.6, "town"), label(x + away, y - 7, anchor, "axis", name)];
  };

  const kilometres = roundStep((SCALE / units) * DEGREE);
  const bar = (kilometres / DEGREE) * units;
  const scale = new Intl.NumberFormat(lang, { style: "unit", unit: "kilometer" }).format(kilometres);
  const name = words.map.replace("{}", () => points.map(({ label }) => label).join(", "));
  holder.replaceChildren(
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": name },
      svg("path", { class: "land", d: outline.map(ring).join("") }),
      ...points.map(place).reverse().flat(),
      svg("path", { class: "scale", d: `M${INSET} ${HEIGHT - 12}v4h${round(bar)}v-4` }),
      label(INSET + bar + 6, HEIGHT - 6, "start", "axis", scale),
    ),
  );
}
