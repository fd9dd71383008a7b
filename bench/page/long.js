// How long does the widget keep a reader's page from answering? The element is added to a page that has long loaded.

/** Resolves when the page has had nothing to do for a while: its own loading is over. */
const quiet = () => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done, { timeout: 2000 }), { timeout: 2000 }));

/** Adds the embedding and measures until it is ready and two frames more are drawn: the longest task that the browser reports (it
 * reports none below 50 ms), and the longest time in which a message to ourselves was not answered. */
async function embed(deck) {
  await quiet();
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  let gap = 0;
  let last = performance.now();
  let over = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (!over) port2.postMessage(0);
  };
  port2.postMessage(0);
  const start = performance.now();
  let marks;
  let time;
  if (deck) {
    const element = Object.assign(document.createElement("context-cards"), { id: "ours" });
    element.setAttribute("deck", deck);
    element.setAttribute("load", "eager");
    document.body.append(element);
    await import("/dist/context-cards.js");
    await element.ready;
    time = performance.now() - start;
    marks = document.querySelectorAll("context-term").length;
    if (!marks) throw new Error("nothing was marked");
  } else {
    // The same page without us, for as long as frames take: what the machine itself does in that time.
    while (performance.now() - start < 500) await new Promise(requestAnimationFrame);
  }
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  over = true;
  await quiet();
  for (const { duration } of observer.takeRecords()) tasks.push(duration);
  return { longest: tasks.length ? Math.max(...tasks) : null, gap, time, marks };
}

window.bench = { embed };
