// Reads decks card by card, as far as it takes to find their terms: ids and terms. What a card says is the widget's to read. In JavaScript,
// where the decks are: for WebAssembly each field is a call across the border.

/** So many texts of terms are taught at a time, or those of so many cards: one call across the border, which ends long before a slice does. */
const BATCH = 48;
/** `MOST_ID` in src/deck/limits.rs: bytes of UTF-8. */
const MOST_ID = 200;
/** Twice `MOST_TEXT` in src/deck/limits.rs: more UTF-16 units are more characters, whatever they are. The widget counts them. */
const MOST_UNITS = 20_000;
/** The names of `Case` in src/deck/term.rs, in its order. */
const CASES = ["sensitive", "insensitive", "smart"];

const UNFINDABLE = [".terms", "has a term without a letter or digit to be found by"];
const CLAIMED = [".terms", "has a term that already stands for another card"];

/** Decks as they are read, for the terms of the WebAssembly. */
export class DeckQueue {
  /** The cards of all decks, in order, as `{id, raw, number, deck, path, fault, isRefused}`: its object, for whoever asks what it is called;
   * its place here, that of its deck, and its path in that; what is wrong with it, as `{path, message}`; whether it is left out: it has a
   * fault, or an earlier deck has its id. */
  cards = [];
  #terms;
  /** Why each deck is refused: a list of one, or of nothing. */
  #refusals;
  #byId = new Map();
  #steps;
  #isReleased = false;

  /** Nothing is read yet; of `decks`, which are parsed, earlier ones win. */
  constructor(decks, terms) {
    this.#terms = terms;
    this.#refusals = decks.map(refuse);
    this.#steps = this.#learn(decks);
  }

  /** The terms are gone: the script whose object was asked last has taken the element away. */
  release() {
    this.#isReleased = true;
  }

  /** Reads and teaches the terms of some more cards, or makes some ready to be found. Returns whether there was anything left. */
  step() {
    return !this.#steps.next().done;
  }

  *#learn(decks) {
    for (let at = 0; at < decks.length; at++) {
      if (!this.#refusals[at].length) yield* this.#learnDeck(decks[at], at);
      yield;
    }
    while (this.#terms.build()) yield;
    // Of two cards that claim the same words, the later one is left out, as `check` says.
    for (const number of this.#terms.conflicts()) if (!this.cards[number].isRefused) this.#blame(this.cards[number], CLAIMED);
    this.#forgetRefused();
  }

  /** The terms of cards that are left out are no longer found. */
  #forgetRefused() {
    this.#terms.forget(this.cards.filter(({ isRefused }) => isRefused).map(({ number }) => number));
  }

  *#learnDeck(deck, at) {
    const isOn = isSwitchedOn(deck);
    const ids = new Set();
    let words = [];
    let shapes = [];
    this.#terms.beginDeck();
    // Since it was looked at, a script may have taken the list away.
    const cards = items(get(deck, "cards")) ?? [];
    for (let place = 0; place < cards.length; place++) {
      const raw = cards[place];
      const { id, terms, fault } = readCard(raw, ids);
      const card = { id, raw, number: this.cards.length, deck: at, path: `cards[${place}]`, isRefused: !isOn || this.#byId.has(id) };
      this.cards.push(card);
      if (!card.isRefused) this.#byId.set(id, card);
      if (fault) this.#blame(card, fault);
      // A card with a fault claims its terms all the same, as it does to `check`.
      for (const term of terms) {
        // One by one: a hundred thousand are too many arguments.
        for (const word of term.words) words.push(word);
        shapes.push(card.number, term.kind, term.forms, term.near);
      }
      // Cards without terms take time too.
      if (words.length < BATCH && (place + 1) % BATCH) continue;
      this.#teach(words, shapes);
      words = [];
      shapes = [];
      yield;
    }
    this.#teach(words, shapes);
  }

  #teach(words, shapes) {
    if (this.#isReleased) return;
    // NUL stands between them on their way. In HTML it is read as this character, too.
    const texts = words.some((word) => word.includes("\0")) ? words.map((word) => word.replaceAll("\0", "\uFFFD")) : words;
    for (const number of this.#terms.add(texts.join("\0"), shapes)) this.#blame(this.cards[number], UNFINDABLE);
  }

  /** Leaves a card out for what is wrong with it; the first is told. */
  #blame(card, [field, message]) {
    card.fault ??= { path: card.path + field, message };
    this.#leaveOut(card);
  }

  /** Leaves cards out in which somebody else has found a fault. */
  refuse(ids) {
    for (const id of ids) if (this.card(id)) this.#leaveOut(this.card(id));
    this.#forgetRefused();
  }

  #leaveOut(card) {
    card.isRefused = true;
    if (this.card(card.id) === card) this.#byId.delete(card.id);
  }

  /** The card of this id that is not left out. */
  card(id) {
    return this.#byId.get(id);
  }

  /** Whether the card of this id was read and is left out. */
  isLeftOut(id) {
    return !this.card(id) && this.cards.some((card) => card.id === id);
  }

  /** The cards that are not left out, as `{id, kind, title, mentions}`. `mentions`: how many there are, by id. */
  summaries(mentions) {
    const text = (value) => (typeof value === "string" ? value : undefined);
    const cards = this.cards.filter(({ isRefused }) => !isRefused);
    return cards.map(({ id, raw }) => ({ id, kind: text(get(raw, "kind")), title: text(get(raw, "title")), mentions: mentions[id] ?? 0 }));
  }

  /** What is wrong with each deck, as `{path, message}` each: once, then nothing. */
  takeFaults() {
    const faults = this.#refusals;
    this.#refusals = [];
    for (const { deck, fault } of faults.length ? this.cards : []) if (fault) faults[deck].push(fault);
    return faults;
  }
}

/** Why a deck cannot be read: a list of one, or of nothing. */
function refuse(deck) {
  if (!isObject(deck)) return [{ path: "", message: "a deck must be an object" }];
  if (get(deck, "version") !== 1) return [{ path: "version", message: "must be the number 1, the only version that can be read here" }];
  const path = ["sources", "cards"].find((field) => !items(get(deck, field)));
  return path ? [{ path, message: "must be a list" }] : [];
}

/** Whoever reaches for the kill switch means it: anything but `true`, or nothing, is off. */
const isSwitchedOn = (deck) => [true, undefined, null].includes(get(deck, "enabled", false));

/** A card's id, empty where it has none; its terms; and its first fault. `ids`: those before it in its deck, which must differ. */
function readCard(raw, ids) {
  if (!isObject(raw)) return { id: "", terms: [], fault: ["", "must be an object"] };
  const id = get(raw, "id");
  let fault;
  if (!isId(id)) fault = [".id", "must be text without spaces or square brackets"];
  else if (ids.has(id)) fault = [".id", "is already the id of another card"];
  ids.add(id);
  if (!isText(get(raw, "title"))) fault ??= [".title", "must be text"];
  if (!isText(get(raw, "summary"))) fault ??= [".summary", "must be text"];
  const terms = items(get(raw, "terms"))?.map(readTerm);
  if (!terms) fault ??= [".terms", "must be a list"];
  if (terms?.includes(undefined)) fault ??= [".terms", 'must be texts, or objects with "text", "forms", "case" and "near"'];
  return { id: typeof id === "string" ? wellFormed(id) : "", terms: terms?.filter(Boolean) ?? [], fault };
}

/** A term as `{words, kind, forms, near}`: its text, forms and words nearby; the place of its `case` in `CASES`; how many of its words are
 * forms, and how many such that stand nearby. Nothing where it is none. */
function readTerm(value) {
  if (isShort(value)) return { words: [value], kind: 2, forms: 0, near: 0 };
  if (!isObject(value)) return;
  const text = get(value, "text");
  const kind = CASES.indexOf(get(value, "case", "") ?? "smart");
  const forms = texts(value, "forms");
  const near = texts(value, "near");
  if (isShort(text) && kind >= 0 && forms && near) return { words: [text, ...forms, ...near], kind, forms: forms.length, near: near.length };
}

/** The texts of a list that may be missing; nothing where it is no list, or one of something else. */
function texts(term, field) {
  const words = items(get(term, field, "") ?? []);
  return words?.every(isShort) ? words : undefined;
}

/** What stands in a field; `otherwise` where a script's object throws. */
function get(object, field, otherwise) {
  try {
    return object[field];
  } catch {
    return otherwise;
  }
}

/** What a list holds; nothing where it is none, or a script's object that throws. */
function items(value) {
  try {
    if (!Array.isArray(value)) return;
    // Not by its iterator: old libraries bring their own.
    const items = [];
    for (let at = 0; at < value.length; at++) items.push(value[at]);
    return items;
  } catch {}
}

const isObject = (value) => typeof value === "object" && value !== null && !items(value);
const isText = (value) => typeof value === "string" && value !== "";
const isShort = (value) => typeof value === "string" && value.length <= MOST_UNITS;

/** `is_id` in src/deck/id.rs. Most are told at once: ASCII. */
const isId = (id) => isText(id) && id.length <= MOST_ID && (isPlain(id) || isOddId(id));
const isPlain = (id) => /^[!-Z^-~]+$/.test(id);
const isOddId = (id) => new TextEncoder().encode(id).length <= MOST_ID && !/[\p{White_Space}\p{Cc}[\]]/u.test(id);

/** As the border writes it: half a surrogate pair is no character. */
const wellFormed = (text) => (isPlain(text) ? text : text.replace(/\p{Cs}/gu, "\uFFFD"));
