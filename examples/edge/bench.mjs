// What does baking at the edge cost? Latency and throughput of the worker on workerd, beside the same worker when it bakes nothing.
// `node examples/edge/bench.mjs`, after `make npm`. On 127.0.0.1, so that the network is no part of it.

import { readFileSync } from "node:fs";
import { origin, worker } from "./server.mjs";

const ROUNDS = 300;
/** Requests under way at once, for the throughput. */
const AT_ONCE = 8;

const deck = readFileSync(new URL("../../www/decks/el-salvador.json", import.meta.url));
const article = readFileSync(new URL("../../index.html", import.meta.url));

const site = await origin((request, response) => {
  if (request.url === "/deck.json") return response.writeHead(200, { "Content-Type": "application/json" }).end(deck);
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(article);
});
const env = { ORIGIN: site.url, DECK: `${site.url}/deck.json` };
const edges = { unbaked: await worker({ ...env, PATHS: "^/none/" }), baked: await worker(env) };

const ask = async ({ url }) => {
  const start = performance.now();
  const response = await fetch(`${url}/page`);
  const reader = response.body.getReader();
  await reader.read();
  const first = performance.now() - start;
  while (!(await reader.read()).done);
  return { first, whole: performance.now() - start };
};
const quantile = (values, at) => values.sort((one, other) => one - other)[Math.floor(values.length * at)];

for (const edge of Object.values(edges)) for (let round = 0; round < 50; round++) await ask(edge);
const times = { unbaked: [], baked: [] };
// In turn, so that whatever else the machine does meets both.
for (let round = 0; round < ROUNDS; round++) for (const name of Object.keys(edges)) times[name].push(await ask(edges[name]));

const rows = [];
for (const [name, edge] of Object.entries(edges)) {
  const start = performance.now();
  let left = ROUNDS;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (left-- > 0) await ask(edge); }));
  const [first, whole] = ["first", "whole"].map((part) => times[name].map((time) => time[part]));
  const ms = (value) => value.toFixed(1);
  rows.push([name, ms(quantile(first, 0.5)), ms(quantile(whole, 0.5)), ms(quantile(whole, 0.95)), Math.round((ROUNDS / (performance.now() - start)) * 1000)]);
}
console.log(`An article of ${article.length} bytes and a deck of ${deck.length}, ${ROUNDS} requests each\n`);
console.log("| | first byte, ms (median) | whole page, ms (median) | (95 %) | requests a second |\n|---|---|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
await Promise.all([...Object.values(edges), site].map((one) => one.close()));
