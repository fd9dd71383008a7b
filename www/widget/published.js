// When the article was published, and the day it is read.

/** The article's date, where the page says it. */
export function published() {
  const said = document.querySelector('meta[property="article:published_time"]')?.content;
  if (said) return said;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent);
    if (date) return date[1];
  }
  return document.querySelector("article time[datetime], main time[datetime]")?.dateTime;
}

/** The reader's calendar day. */
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString();
}
