// Tells a site what is wrong with a deck: each fault once, however often and by whom it is found.

/** Where faults of each deck were told. */
const blamed = new WeakMap();

/** `problems`: what is wrong with the deck of this number, as `{path, message}`. What was told of it is not told again; in the console
 * only the first is. */
export function blame(page, problems, number) {
  const deck = Object(page.decks[number]);
  const known = blamed.get(deck) ?? new Set();
  const isWarned = known.size > 0;
  problems = problems.filter(({ path }) => known.size < known.add(path).size);
  if (!problems[0]) return;
  blamed.set(deck, known);
  page.isWarned = isWarned;
  const { path, message } = problems[0];
  page.fail({
    code: path.includes("[") ? "deck-faulty" : "deck-unreadable",
    message: (path && `${path}: `) + message,
    problems,
    deck: page.names.at(number - page.decks.length) ?? `decks[${number}]`,
  });
  page.isWarned = false;
}
