// Is there a way from text to code or markup? Fails where a file names one of the platform's injection sinks, which parse a string as
// HTML or run it. Text of a deck can then become neither, whatever it says. `node scripts/sinks.mjs FILE-OR-FOLDER…`

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** By the lists of Trusted Types (W3C) and of the HTML Sanitizer API, with what the Rust crates call them. */
const SINKS = [
  /\b(inner|outer)HTML\b/,
  /\b(setHTML(Unsafe)?|parseHTML(Unsafe)?)\b/,
  /\b(insertAdjacentHTML|createContextualFragment|DOMParser|XSLTProcessor|srcdoc|execCommand)\b/,
  /\bdocument\s*\.\s*write(ln)?\b/,
  /(^|[^\w.-])eval\s*\(/,
  /\bnew\s+Function\b|(^|[^\w.])Function\s*\(/,
  /\bset(Timeout|Interval)\s*\(\s*["'`]/,
  /\bimportScripts\b/,
  /\bset_?attribute\s*\(\s*["'`]on/i,
  /\b(set_)?(inner|outer)_html\b|\binsert_adjacent_html\b|\bset_srcdoc\b|\bdom_parser\b/i,
  /\b(from_html_unchecked|VRaw|DomParser)\b|\bFunction::new_|\bjs_sys::eval\b|\bset_(timeout|interval)_with_str\b/,
];
/** What a browser runs, or what becomes that. Names stand in WebAssembly as they do in source. */
const KINDS = /\.(rs|js|mjs|ts|wasm|html)$/;

const listed = (path) => (statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [path]);
// The gallery of hard cases makes pages of its own, with everything that pages do.
const files = process.argv.slice(2).flatMap(listed).filter((file) => KINDS.test(file) && !file.endsWith("gallery.html"));
if (!files.length) throw new Error("name the files or folders to look through");

let found = 0;
for (const file of files) {
  const lines = readFileSync(file, file.endsWith(".wasm") ? "latin1" : "utf8").split("\n");
  lines.forEach((line, index) => {
    for (const sink of SINKS) {
      const [words] = line.match(sink) ?? [];
      if (!words) continue;
      found += 1;
      console.error(`${file}:${index + 1}: "${words.trim()}" makes code or markup of text. Build nodes instead (document.createElement, textContent).`);
    }
  });
}
if (!found) console.log(`${files.length} files: none makes code or markup of text`);
process.exit(found ? 1 : 0);
