// Bakes cards into HTML: what the entries of the module export.

import { Program, unbake as unbakeBytes } from "./glue.js";

/** Bytes of an article that a stream holds back before it lets the article go on as it came. */
const LIMIT = 8 << 20;

const encoder = new TextEncoder();
const bytesOf = (input) => (typeof input === "string" ? encoder.encode(input) : input);
const deckBytes = (deck) => (typeof deck === "string" || deck instanceof Uint8Array ? bytesOf(deck) : encoder.encode(JSON.stringify(deck)));
/** A text stays a text. */
const like = (input, bytes) => (typeof input === "string" ? new TextDecoder().decode(bytes) : bytes);

export class Baker {
  #program;

  constructor(decks, { mark = "", for: root = "", skip = "", charset = "", format = "", embed = "" } = {}) {
    this.#program = new Program([decks].flat().map(deckBytes), mark, root, skip, charset, format, embed);
  }

  get hash() {
    return this.#program.hash();
  }

  bake(html) {
    return like(html, this.#program.bake(bytesOf(html)));
  }

  stream({ limit = LIMIT, onError } = {}) {
    const article = this.#program.stream(limit);
    return new TransformStream(new Transformer(article, onError));
  }
}

export const unbake = (html) => like(html, unbakeBytes(bytesOf(html)));

/** Bakes one article that streams by. Should the program itself break, the article goes on as it came. */
class Transformer {
  /** What came and has not gone on. */
  #held = [];
  #failure;

  constructor(article, onError) {
    this.article = article;
    this.onError = onError;
  }

  transform(chunk, controller) {
    const bytes = bytesOf(chunk);
    if (this.#failure) return controller.enqueue(bytes);
    this.#held.push(bytes);
    this.#try(controller, () => {
      const output = this.article.write(bytes);
      if (!output.length) return;
      this.#letGo(output.length);
      controller.enqueue(output);
    });
  }

  flush(controller) {
    if (this.#failure) return;
    this.#try(controller, () => {
      try {
        this.article.end();
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        this.onError?.(error);
      }
      const rest = this.article.rest();
      this.#held = [];
      if (rest.length) controller.enqueue(rest);
      this.article.free();
    });
  }

  #try(controller, work) {
    try {
      work();
    } catch (error) {
      this.#failure = error;
      for (const bytes of this.#held) controller.enqueue(bytes);
      this.#held = [];
      this.onError?.(error);
    }
  }

  /** Forgets as many bytes as went on, which until the end are those that came first. */
  #letGo(count) {
    while (count > 0) {
      const [first] = this.#held;
      if (first.length <= count) this.#held.shift();
      else this.#held[0] = first.subarray(count);
      count -= Math.min(first.length, count);
    }
  }
}
