// When the article was published, and the day it is read.

/** What `bake` has written into the page: linked data of the cards (src/bake/appendix.rs), and the glossary. Their dates are none of the
 * article's. */
const BAKED = '{"@context":"https://schema.org","@type":"DefinedTermSet"';
const TIME = "time[datetime]:not([data-context-cards=off] *)";

/** The article's date, where the page says it. */
export function published() {
  const said = document.querySelector('meta[property="article:published_time"]')?.content;
  if (said) return said;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent);
    if (date && !script.textContent.startsWith(BAKED)) return date[1];
  }
  return document.querySelector(`article ${TIME}, main ${TIME}`)?.dateTime;
}

/** The reader's calendar day. */
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString();
}
