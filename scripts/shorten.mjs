// How do the glue and the WebAssembly name to each other what the page lends? wasm-bindgen writes a name and a hash of sixteen
// digits for every function of the browser, in both files, and the name of the module before each. No compression gets rid
// of digits: short names save 7 KB of brotli (measured with 277 functions).

const IMPORT = 2;
const CUSTOM = 0;

/** Reads numbers and names from a WebAssembly file. */
class Reader {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
  text() {
    const length = this.number();
    return Buffer.from(this.bytes.subarray(this.at, (this.at += length))).toString();
  }
  limits() {
    const flags = this.number();
    this.number();
    if (flags & 1) this.number();
  }
}

const number = (value) => {
  const bytes = [];
  do bytes.push((value & 127) | (value > 127 ? 128 : 0));
  while ((value >>>= 7));
  return bytes;
};
const text = (value) => [...number(value.length), ...Buffer.from(value)];

/** a, b, … z, A, … Z, aa, ab, … */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const name = (index) => (index < 52 ? "" : name(Math.floor(index / 52) - 1)) + LETTERS[index % 52];

/** The glue and the WebAssembly with short names for what one takes from the other, and without sections for tools. */
export function shorten(glue, wasm) {
  const names = new Map();
  const modules = new Set();
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const section = new Reader(wasm, at + 1);
    const size = section.number();
    const [start, end] = [section.at, section.at + size];
    if (wasm[at] === IMPORT) {
      const count = section.number();
      const imports = [...number(count)];
      for (let index = 0; index < count; index++) {
        const [module, long] = [section.text(), section.text()];
        modules.add(module);
        if (!names.has(long)) names.set(long, name(names.size));
        const from = section.at;
        const kind = section.number();
        if (kind === 0) section.number();
        else if (kind === 1) section.number(), section.limits();
        else if (kind === 2) section.limits();
        else section.at += 2;
        imports.push(...text("b"), ...text(names.get(long)), ...wasm.subarray(from, section.at));
      }
      parts.push(Buffer.from([IMPORT, ...number(imports.length), ...imports]));
    } else if (wasm[at] !== CUSTOM) {
      parts.push(wasm.subarray(at, end));
    }
    at = end;
  }
  if (modules.size !== 1) throw new Error(`one module of imports is expected, not: ${[...modules].join(", ")}`);
  let short = glue.replace(`"${[...modules][0]}":`, "b:");
  if (short === glue) throw new Error("the glue does not name the module of its imports");
  for (const [long, brief] of names) {
    const renamed = short.replace(new RegExp(`\\b${long}:`), `${brief}:`);
    if (renamed === short) throw new Error(`the glue does not lend ${long}`);
    short = renamed;
  }
  return [short, Buffer.concat(parts)];
}
