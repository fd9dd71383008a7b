// Walks an article and reads its text in blocks, with the text nodes they are made of, and nothing a reader would not want marked.
// Beside the page rather than in WebAssembly: a node costs several questions, and each would be a call across the border.

/** Stands between text that may be marked and text that may not; see `BARRIER` of the matcher. */
const BARRIER = "\uFFFC";

/** Parts whose text a reader never reads as running text: they are stepped over. */
const ABSENT = "script,style,template,noscript,svg,math,canvas,iframe,object,video,audio,textarea,select,[hidden],[aria-hidden=true]," +
  "[data-context-cards=off],[contenteditable]:not([contenteditable=false]),context-cards";

/** Parts whose words count as the block's (for `near`) but are never marked: they do something else when pressed, or are quoted
 * letter by letter. */
const UNMARKABLE = "a,button,label,summary,input,option,code,pre,kbd,samp,[role=button],[role=link],[role=tab],[role=menuitem]," +
  "[role=checkbox],[role=radio],[role=switch],[role=option],[role=textbox]";

/** The element around another one whose text is never marked. `skip`: a CSS selector of further parts. */
export const excluder = (element, skip) => element?.closest(`${ABSENT},${UNMARKABLE}${skip && `,${skip}`}`);

/** Elements that end a line of thought. By name, not by computed style: asking for styles would make the page lay out. */
const BLOCKS = new Set(("p div li td th dd dt figcaption blockquote section article aside header footer main nav figure ul ol dl table " +
  "tr tbody thead tfoot caption hr address details fieldset form legend hgroup center").split(" "));

/** Blocks beside the prose of an article. */
const ASIDE = new Set("figcaption caption aside nav footer".split(" "));

/** Text that is read as one: a paragraph, a list item, a table cell. Offsets are UTF-16. */
class Block {
  text = "";
  /** The text nodes that may be marked, in order: `{node, start, length}`. */
  runs = [];
  /** How much of the text stands in links. */
  linked = 0;
  /** Whether it is no prose: a caption, an aside, a list of links. */
  isAside = false;

  constructor(section) {
    this.section = section;
  }

  /** The runs that text from `start` to `end` touches; none where it may not be marked. Barriers stop most of that; this the rest. */
  runsIn(start, end) {
    // Bisected: a block may have thousands of runs, and as many matches.
    let [first, after] = [0, this.runs.length];
    while (first < after) {
      const middle = (first + after) >> 1;
      const run = this.runs[middle];
      if (run.start + run.length <= start) first = middle + 1;
      else after = middle;
    }
    while (this.runs[after]?.start < end) after++;
    return this.runs.slice(first, after);
  }

  /** Whether the page still says what was read; what a site has changed since is read anew. */
  isUnchanged(root) {
    return this.runs.every(({ node, start, length }, index) =>
      root.contains(node) && node.data === this.text.slice(start, start + length) &&
      (!index || this.runs[index - 1].node.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING));
  }
}

/** A walk through one article, node by node, and what it has found. */
export class TextWalker {
  /** Blocks with text that may be marked, in order. */
  blocks = [];
  /** `<context-term>` elements already there, as `{term, section}`. */
  terms = [];
  #section = 0;
  #isAside = false;
  #block = new Block(0);
  #absent;

  /** `skip`: a CSS selector of further parts never marked; empty for none. */
  constructor(root, skip) {
    this.root = root;
    this.#absent = skip ? `${ABSENT},${skip}` : ABSENT;
  }

  /** Reads the article; pauses after each node. */
  *walk() {
    yield* this.#children(this.root, true);
    this.#endBlock();
  }

  *#children(parent, isMarkable) {
    let next;
    for (let node = parent.firstChild; node; node = next) {
      yield;
      next = node.nextSibling;
      if (node.nodeType === Node.TEXT_NODE) this.#text(node, isMarkable);
      else if (node.nodeType === Node.ELEMENT_NODE) yield* this.#element(node, isMarkable);
    }
  }

  #text(node, isMarkable) {
    if (isMarkable) this.#block.runs.push({ node, start: this.#block.text.length, length: node.length });
    this.#block.text += node.data;
  }

  *#element(element, isMarkable) {
    const name = element.localName;
    if (name === "br") this.#block.text += " ";
    else if (/^h[1-6]$/.test(name)) {
      this.#endBlock();
      this.#section++;
    } else if (name === "context-term") {
      this.terms.push({ term: element, section: this.#section });
      yield* this.#unmarkable(element);
    } else if (element.matches(this.#absent)) this.#block.text += BARRIER;
    else if (element.matches(UNMARKABLE)) yield* this.#unmarkable(element);
    else if (name === "img" || name === "picture") this.#block.text += BARRIER;
    else if (BLOCKS.has(name)) {
      this.#endBlock();
      if (name === "section") this.#section++;
      const wasAside = this.#isAside;
      this.#isAside ||= ASIDE.has(name);
      yield* this.#children(element, isMarkable);
      this.#endBlock();
      this.#isAside = wasAside;
    } else yield* this.#children(element, isMarkable);
  }

  *#unmarkable(element) {
    const block = this.#block;
    block.text += BARRIER;
    const start = block.text.length;
    yield* this.#children(element, false);
    if (element.localName === "a" && block === this.#block) block.linked += block.text.length - start;
    this.#block.text += BARRIER;
  }

  #endBlock() {
    if (this.#block.runs.length) {
      this.#block.section = this.#section;
      this.#block.isAside = this.#isAside || this.#block.linked > this.#block.text.length / 2;
      this.blocks.push(this.#block);
    }
    this.#block = new Block(this.#section);
  }
}
