// Types of @context-cards/bake.

/** How articles are baked; see the attributes of `<context-cards>` for the first three. */
export interface BakeOptions {
  /** Which mentions are marked: the first of each card (default), the first in each section, or all. */
  mark?: "first" | "section" | "all";
  /** CSS selector of the article's elements. */
  for?: string;
  /** CSS selector of parts never marked. */
  skip?: string;
  /** The encoding, as the header `Content-Type` says. */
  charset?: string;
  /** What the input is, where it does not say so itself. */
  format?: "html" | "amp" | "rss";
  /** Address of `context-cards.js`, where the article is to load the cards by itself: http, https, or a path. */
  embed?: string;
}

export interface StreamOptions {
  /** Bytes held back at most; a longer article goes on as it came. Default: 8 MiB. */
  limit?: number;
  /** Called once where nothing is baked; the article goes on as it came. */
  onError?: (error: Error) => void;
}

/** A deck: its JSON, as text or UTF-8, or parsed. */
export type DeckInput = string | Uint8Array | object;

/** The cards of decks, ready for any number of articles. Making one reads the decks; keep it. */
export class Baker {
  /** Earlier decks win. Throws where a deck is refused whole, and where an option cannot be understood. */
  constructor(decks: DeckInput | DeckInput[], options?: BakeOptions);
  /** A name for version, decks and options: what was baked under it need not be baked again. */
  readonly hash: string;
  /** The article with its marks and cards. Throws where it cannot be read. */
  bake(html: string): string;
  bake(html: Uint8Array): Uint8Array;
  /** Bakes one article that streams by, as UTF-8 or whichever encoding it declares. What stands before the article goes on at once. */
  stream(options?: StreamOptions): TransformStream<Uint8Array | string, Uint8Array>;
}

/** The article as it was before anything was baked into it, to the byte. */
export function unbake(html: string): string;
export function unbake(html: Uint8Array): Uint8Array;
