// Types of <context-cards>: its attributes, properties, methods and events, and of the decks it takes.

/** A deck of context cards, version 1. Unknown fields are ignored. */
export interface Deck {
  version: 1;
  /** BCP 47 tag of the deck's language. */
  lang: string;
  title: string;
  cards: Card[];
  sources: Source[];
  /** `false` turns the deck off: no marks at all. */
  enabled?: boolean;
}

export interface Card {
  id: string;
  kind: "place" | "person" | "organization" | "law" | "case" | "event" | "policy" | "concept";
  title: string;
  subtitle?: string;
  terms: (string | Term)[];
  /** Inline forms: `*emphasis*`, `**strong**`, `[label](https://…)`, `[^source-id]`. */
  summary: string;
  facts?: { label: string; value: string; asOf?: DeckDate; sources?: string[] }[];
  /** `text` takes the inline forms. */
  timeline?: { date: DeckDate; text: string; sources?: string[] }[];
  /** `says` takes the inline forms. */
  views?: { who: string; says: string; sources?: string[] }[];
  figure?: {
    kind: "line" | "bar";
    title: string;
    unit: string;
    points: { x: string | number; y: number }[];
    sources?: string[];
  };
  image?: { src: string; alt: string; credit: string; license: string };
  /** Ids of other cards. */
  related?: string[];
  updated: DeckDate;
  reviewBy?: DeckDate;
  author?: string;
  corrections?: { date: DeckDate; text: string }[];
}

export interface Term {
  text: string;
  /** `smart` (default): with a capital letter only as written, else in any case. */
  case?: "sensitive" | "insensitive" | "smart";
  /** Marked only where one of these words stands in the same block. */
  near?: string[];
}

export interface Source {
  id: string;
  title: string;
  publisher: string;
  /** https or http. */
  url: string;
  date?: DeckDate;
  archived?: string;
}

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
  roots?: Element | Element[];
  /** Resolves when all mentions are marked. Never rejects: after a fatal error both numbers are 0. */
  readonly ready: Promise<Ready>;
  /** The cards, in the decks' order; none before `ready`. */
  readonly cards: CardInfo[];
  /** Opens a card by its id, at its first mention if it has one. Returns whether there is such a card. */
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
}

export interface OpenDetail {
  card: string;
  /** The words in the article; empty for a card that was opened without a mention. */
  term: string;
  trigger: "pointer" | "touch" | "keyboard" | "api";
}

export interface CloseDetail {
  card: string;
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
