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

export interface Options {
  /** The element whose shadow root takes the card and on which events are told; one is made where there is none. */
  host?: HTMLElement;
  mark?: "first" | "section" | "all";
  /** CSS selector of parts that are never marked. */
  skip?: string;
  theme?: "auto" | "light" | "dark";
  /** BCP 47 tag of the widget's own words and of its dates. */
  lang?: string;
  /** The article's ISO date. */
  published?: string;
  /** Milliseconds; 300. */
  openDelay?: number | string;
  /** Milliseconds; 250. */
  closeDelay?: number | string;
  /** CSS selector of an element in which the list of all cards is rendered. */
  list?: string;
  /** `glossary` prints that list after the article. */
  print?: "glossary";
  /** The widget's own words in `lang`, by key: `words/es.json` and its like, parsed. Without them it speaks English. */
  words?: Record<string, string | Record<string, string>>;
}

export interface CardInfo {
  id: string;
  kind: Card["kind"];
  title: string;
  /** How many mentions of it are marked in the article. */
  mentions: number;
}
