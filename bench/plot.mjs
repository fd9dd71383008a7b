// How do times grow, at a glance? Two plots with logarithmic axes, by terms in the deck and by words in the article, as one SVG.

const [WIDTH, HEIGHT] = [880, 400];
const PANEL = { width: 340, height: 280, top: 56 };
const PANELS = [
  { what: "terms", left: 64, title: "Deck of so many terms, article of 5,000 words", label: "terms in the deck", from: 10, to: 100_000 },
  { what: "words", left: 484, title: "Article of so many words, deck of 1,000 terms", label: "words in the article", from: 100, to: 100_000 },
];
const TIME = { from: 0.1, to: 10_000 };
const SERIES = [
  { name: "ours, in the browser", color: "#9a3412", dash: "" },
  { name: "regex, \\b, in the browser", color: "#44617b", dash: "6 4" },
  { name: "finding alone, native", color: "#3f7d4e", dash: "2 3" },
];

const share = (value, { from, to }) => Math.log10(value / from) / Math.log10(to / from);
const powers = ({ from, to }) => Array.from({ length: Math.round(Math.log10(to / from)) + 1 }, (_, at) => from * 10 ** at);
const named = (value) => (value < 1 ? String(Number(value.toPrecision(1))) : Math.round(value).toLocaleString("en"));
const text = (x, y, words, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;
const y = (ms) => PANEL.top + PANEL.height * (1 - share(ms, TIME));

function axes(panel) {
  const { left, title, label } = panel;
  const x = (value) => left + PANEL.width * share(value, panel);
  const [right, bottom] = [left + PANEL.width, PANEL.top + PANEL.height];
  return [
    text(left, PANEL.top - 14, title, 'font-weight="600"'),
    ...powers(TIME).flatMap((ms) => [
      `<path class="grid" d="M${left} ${y(ms).toFixed(1)}H${right}"/>`,
      text(left - 8, y(ms) + 4, named(ms), 'text-anchor="end"'),
    ]),
    ...powers(panel).flatMap((value) => [
      `<path class="grid" d="M${x(value).toFixed(1)} ${PANEL.top}V${bottom}"/>`,
      text(x(value), bottom + 18, named(value), 'text-anchor="middle"'),
    ]),
    text(left + PANEL.width / 2, bottom + 38, label, 'text-anchor="middle"'),
    `<text transform="translate(${left - 48} ${PANEL.top + PANEL.height / 2}) rotate(-90)" text-anchor="middle">milliseconds</text>`,
  ].join("\n");
}

function line(panel, points, { color, dash }) {
  const x = (value) => panel.left + PANEL.width * share(value, panel);
  const places = points.sort((a, b) => a.x - b.x).map((point) => `${x(point.x).toFixed(1)} ${y(Math.max(point.ms, TIME.from)).toFixed(1)}`);
  if (!places.length) return "";
  const dots = places.map((place) => `<circle cx="${place.replace(" ", '" cy="')}" r="3" fill="${color}"/>`);
  return `<path d="M${places.join("L")}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>${dots.join("")}`;
}

/** `rows`: what the part "growth" measured; `native`: points of {what, x, ms} from the native build. */
export function plot(rows, native) {
  const browser = (who) => rows.filter((row) => row[who].median).map((row) => ({ what: row.what, x: row.x, ms: row[who].median }));
  const points = [browser("ours"), browser("regex"), native];
  const lines = PANELS.map((panel) => SERIES.map((series, at) => line(panel, points[at].filter(({ what }) => what === panel.what), series)).join("\n"));
  const used = SERIES.filter((_, at) => points[at].length);
  const key = used.map(({ name, color, dash }, at) => {
    const left = 64 + at * 220;
    return `<path d="M${left} 18h28" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>${text(left + 36, 22, name)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="Time to mark an article, by terms in the deck and by words in the article">
<style>text { font: 12px system-ui, sans-serif; fill: #333; } .grid { stroke: #e2ded6; }</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...PANELS.map(axes), ...lines, ...key].join("\n")}
</svg>
`;
}
