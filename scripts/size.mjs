// What are the bytes of each program spent on? Raw bytes per crate and per function, before compression, from twiggy's view of
// a build that keeps its names; and the sizes of dist/, recorded for scripts/budget.mjs.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { sizes, table } from "./bytes.mjs";

const plain = (name) => name.replace(/\[[0-9a-f]{16}\]/g, "");

/** A function belongs to the crate whose code made it needed: a generic of Yew for our component is ours. */
function crate({ name }) {
  if (name.startsWith("data segment")) return "data (texts, styles, tables)";
  if (name.includes("context_cards[") || /^(main|(terms|mount|update|open|close|open_panel|unmount|poison_program)\b|(terms|handle)_)/.test(name)) return "context_cards";
  return /([a-z_0-9]+)\[[0-9a-f]{16}\]/.exec(name)?.[1] ?? "imports, exports and the rest";
}

const print = (title, rows) => console.log(`\n${title}\n${rows.map(([bytes, name]) => `${String(bytes).padStart(8)}  ${name}`).join("\n")}`);

for (const named of process.argv.slice(2)) {
  const items = JSON.parse(execFileSync("twiggy", ["top", "-n", "100000", "-f", "json", named], { maxBuffer: 1 << 28, encoding: "utf8" }));
  const code = items.filter(({ name }) => !name.includes("subsection"));
  const crates = new Map();
  for (const item of code) crates.set(crate(item), (crates.get(crate(item)) ?? 0) + item.shallow_size);
  const rows = [...crates].map(([name, bytes]) => [bytes, name]);
  print(`${named}: raw bytes by crate`, rows.sort((a, b) => b[0] - a[0]));
  print(`${named}: the largest functions`, code.slice(0, 40).map(({ name, shallow_size }) => [shallow_size, plain(name).slice(0, 130)]));
}
console.log(`\n${table("dist")}`);
writeFileSync("docs/sizes.json", `${JSON.stringify(Object.fromEntries(sizes("dist").map(([file, , , bytes]) => [file, bytes])), null, 2)}\n`);
