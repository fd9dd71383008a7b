// Does a page that is read for a long time keep growing? What it holds after 1,000 opened cards against after 100; and after
// 2,000, because what the browser learns about code in the first thousand is no leak.

const [FEW, MANY, MORE] = [100, 1000, 2000];

/** Opens and closes cards in turn, each waited for. */
async function openSome(count) {
  const element = document.querySelector("context-cards");
  await element.ready;
  const heard = (name) => new Promise((done) => element.addEventListener(`context-cards:${name}`, done, { once: true }));
  const { cards } = element;
  for (let at = 0; at < count; at += 1) {
    const opened = heard("open");
    element.open(cards[at % cards.length].id);
    await opened;
    const closed = heard("close");
    element.close();
    await closed;
  }
  // Programs that run already answer with what they are.
  const memory = async (name) => {
    const { initSync } = await import(`/dist/${name}.js`);
    return Object.values(initSync()).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength;
  };
  return { finder: await memory("finder"), widget: await memory("widget") };
}

export async function run({ browser, origin, log }) {
  const read = async (opens) => {
    const wasm = await browser.run(openSome, opens);
    const { JSHeapUsedSize, Nodes, JSEventListeners } = await browser.metrics();
    return { "JavaScript heap, bytes": JSHeapUsedSize, "memory of the finder, bytes": wasm.finder, "memory of the widget, bytes": wasm.widget, "DOM nodes": Nodes, "event listeners": JSEventListeners };
  };
  // What earlier pages have left in a process is counted with it: here are none.
  const after = await browser.inNewTab(async () => {
    await browser.go(`${origin}/page/open?who=ours`);
    return { [FEW]: await read(FEW), [MANY]: await read(MANY - FEW), [MORE]: await read(MORE - MANY) };
  });
  log("memory");
  const rows = Object.keys(after[FEW]).map((what) => {
    const [few, many, more] = [FEW, MANY, MORE].map((opens) => after[opens][what]);
    return { what, few, many, more, ratio: many / few, later: more / many };
  });
  return { few: FEW, many: MANY, more: MORE, rows };
}
