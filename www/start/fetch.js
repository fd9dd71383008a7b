// Fetches files, and says in one word of the public contract why one did not come.

/** Milliseconds after which a deck or a program counts as unreachable. */
export const TIMEOUT = 20000;

/** The address of a file beside this one. */
export const here = (file) => new URL(file, import.meta.url).href;

/** A failure with the code the site is told. */
export class Fault extends Error {
  constructor(code, message, cause) {
    super(cause ? `${message}: ${cause.message ?? cause}` : message);
    this.code = code;
  }
}

/** The module of a file beside this one. */
export const load = (file) => import(here(file)).catch((cause) => {
  throw new Fault("wasm-unreachable", `${file} could not be loaded`, cause);
});

/** Fetches a file, unless that is `fetching` already, and returns the answer, or its text; anything but a good one in time is a
 * fault of that code. */
export async function get(url, code, fetching, isText) {
  try {
    const response = await (fetching ?? fetch(url, { signal: AbortSignal.timeout(TIMEOUT) }));
    if (!response.ok) throw `the answer was ${response.status}`;
    return isText ? await response.text() : response;
  } catch (cause) {
    throw new Fault(code, `${url} could not be fetched`, cause);
  }
}
