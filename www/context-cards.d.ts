// Types of <context-cards>: its attributes, properties, methods and events, and of the decks it takes.

/** A deck of context cards, version 1. Unknown fields are ignored; `null` counts as missing in all that are optional. */
export interface Deck {
  version: 1;
  /** BCP 47 tag of the deck's language. */
  lang: string;
  /** The deck's name, for editors; not shown. */
  title: string;
  cards: Card[];
  sources: Source[];
  /** `false` turns the deck off: no marks at all. */
  enabled?: boolean | null;
  /** For editing programs. */
  $schema?: string | null;
}

export interface Card {
  /** Unique in the deck; without white space or square brackets. */
  id: string;
  kind: "place" | "person" | "organization" | "law" | "case" | "event" | "policy" | "concept" | "work" | "date";
  title: string;
  subtitle?: string | null;
  /** Empty for a card that is only placed by hand. */
  terms: (string | Term)[];
  /** What it is; cites a source. */
  summary: InlineText;
  /** The summary needs no citation. */
  sourced?: CommonKnowledge | null;
  status?: Status | null;
  facts?: Fact[] | null;
  /** Earliest first. */
  timeline?: Entry[] | null;
  views?: View[] | null;
  figure?: Figure | null;
  map?: LocatorMap | null;
  image?: Image | null;
  /** Ids of other cards. */
  related?: string[] | null;
  updated: DeckDate;
  /** Not before `updated`. */
  reviewBy?: DeckDate | null;
  author?: string | null;
  corrections?: { date: DeckDate; text: string }[] | null;
}

export interface Term {
  /** At least one letter or digit. */
  text: string;
  /** Other ways it is written (plural, inflected, possessive), each matched like `text`. */
  forms?: string[] | null;
  /** `smart` (default): with a capital letter only as written, else in any case. */
  case?: "sensitive" | "insensitive" | "smart" | null;
  /** Marked only where one of these words stands in the same block. */
  near?: string[] | null;
}

/** A statement names its sources by their ids, cites them in its text, or needs none. `check` asks for it, the page does not. */
export interface Sourced {
  sources?: string[] | null;
  sourced?: CommonKnowledge | null;
}

/** How things stand. */
export interface Status extends Sourced {
  text: InlineText;
  asOf: DeckDate;
}

export interface Fact extends Sourced {
  label: string;
  value: string;
  asOf?: DeckDate | null;
}

export interface Entry extends Sourced {
  date: DeckDate;
  text: InlineText;
}

/** Who claims what, or why there is nothing to tell; the latter needs no source. */
export type View = Sourced & { who: string; date?: DeckDate | null } & (
    | { says: InlineText; reason?: null }
    | { says?: null; reason: string }
  );

export interface Figure extends Sourced {
  kind: "line" | "bar";
  title: string;
  unit: string;
  /** Two or more. */
  points: { x: string | number; y: number }[];
  /** `x` is a date where every point's `x` is a year or a date, else the `x` of a point. */
  events?: { x: string | number; label: string }[] | null;
}

export interface LocatorMap extends Sourced {
  /** Rings of three or more positions, each a flat list of degrees: longitude, latitude, longitude, latitude… */
  outline: number[][];
  /** One to ten. */
  points: { lon: number; lat: number; label: string }[];
}

export interface Image {
  /** https, or relative to the page. */
  src: string;
  alt: string;
  credit: string;
  license: string;
  /** The point that must not be cut off, 0 to 1 from the top left corner; the middle where it is missing. */
  focus?: { x: number; y: number } | null;
}

export interface Source {
  /** Unique in the deck; without white space or square brackets. */
  id: string;
  title: string;
  publisher: string;
  /** https or http. */
  url: string;
  date?: DeckDate | null;
  /** A lasting copy, https or http. */
  archived?: string | null;
  /** The passage that says it. */
  quote?: string | null;
  /** When it was last read there. */
  accessed?: DeckDate | null;
  /** BCP 47 tag of the source's words. */
  lang?: string | null;
}

/** Text with the inline forms `*emphasis*`, `**strong**`, `[label](https://…)`, `[^source-id]`. */
export type InlineText = string;

export type CommonKnowledge = "common knowledge";

/** `2025`, `2025-03` or `2025-03-15`. */
export type DeckDate = string;

export interface CardInfo {
  id: string;
  kind: Card["kind"];
  title: string;
  /** How many mentions of it are marked in the article. */
  mentions: number;
}

/** What `ready` resolves with. */
export interface Ready {
  cards: number;
  terms: number;
}

/** `<context-cards>`: the whole interface. */
export interface ContextCardsElement extends HTMLElement {
  /** Parsed decks, beside those that the attribute `deck` names; earlier ones win. */
  decks?: Deck | Deck[];
  /** The article's elements, in place of the attribute `for`. */
  roots?: Element | Iterable<Element>;
  /** Resolves when all mentions are marked. Never rejects: after a fatal error both numbers are 0. */
  readonly ready: Promise<Ready>;
  /** The cards, in the decks' order; none before `ready`. */
  readonly cards: CardInfo[];
  /** Opens a card by its id, at its first mention if it has one. Returns whether that card is known yet: before `ready` none is,
   * and it opens once it is. */
  open(cardId: string): boolean;
  /** Closes the open card or the list, if any. */
  close(): void;
  /** Marks what was added to the article since. */
  refresh(): void;
  /** Opens the list of all context in the article. */
  openPanel(): void;
}

/** The attributes of `<context-cards>`, for frameworks that type markup. */
export interface ContextCardsAttributes {
  /** URLs of decks, separated by spaces, or `#id` of an inline script. */
  deck?: string;
  /** CSS selector of the article. */
  for?: string;
  mark?: "first" | "section" | "all";
  /** CSS selector of parts that are never marked. */
  skip?: string;
  theme?: "auto" | "light" | "dark";
  /** BCP 47 tag of the widget's own words. */
  lang?: string;
  /** The article's ISO date. */
  published?: string;
  /** Milliseconds; 300. */
  "open-delay"?: string | number;
  /** Milliseconds; 250. */
  "close-delay"?: string | number;
  load?: "idle" | "intent" | "eager";
  /** CSS selector of an element in which the list of all cards is rendered. */
  list?: string;
  print?: "glossary";
  /** `highlight` paints mentions and leaves the article's DOM as it is. */
  mode?: "marks" | "highlight";
  /** A deck that does not come, or is none, is shown as it last came to this device. */
  keep?: "last-good";
  /** Seconds after which an open page asks again for its decks; 10 or more. */
  refresh?: string | number;
}

export interface OpenDetail {
  card: string;
  /** The words in the article; empty for a card that was opened without a mention. */
  term: string;
  trigger: "pointer" | "touch" | "keyboard" | "api";
}

export interface CloseDetail {
  card: string;
  /** `gone`: the term left the view or the page, or the element or its deck went. */
  reason: "left" | "escape" | "outside" | "button" | "back" | "gone" | "replaced" | "api";
  /** Milliseconds. */
  openFor: number;
}

export interface ErrorDetail {
  code:
    | "deck-unreachable"
    | "deck-unreadable"
    | "deck-faulty"
    | "no-article"
    | "bad-option"
    | "wasm-blocked"
    | "wasm-unreachable"
    | "internal";
  message: string;
  problems?: { path: string; message: string }[];
  /** The deck with the problems, as the attribute `deck` names it, or as a place in the property: `decks[0]`. */
  deck?: string;
  /** With `keep`: when the copy came that is shown in the deck's place, as an HTTP date. */
  kept?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "context-cards": ContextCardsElement;
  }
  interface HTMLElementEventMap {
    "context-cards:ready": CustomEvent<Ready>;
    "context-cards:open": CustomEvent<OpenDetail>;
    "context-cards:close": CustomEvent<CloseDetail>;
    "context-cards:source": CustomEvent<{ card: string; url: string }>;
    "context-cards:error": CustomEvent<ErrorDetail>;
  }
}
