// Does long work in slices, between which the browser does what is more urgent.

/** Three quarters of a frame, in milliseconds: what is left is the page's, and enough to draw what was marked (3 ms for the demo's article). In
 * slices of 8 ms marking for the first time takes a fifth longer, mostly because more frames are drawn in between. On a machine four times slower
 * than the one that measures, what is done between two looks at the clock still ends before the 50 ms after which a task is called long, but
 * for a deck of 10,000 cards (51 ms). */
const LENGTH = 12;
/** How often the clock is looked at: asking costs as much as a step. */
const STEPS = 8;

/** What is to be done, in order: of two finders on one article the earlier one marks first. */
const queue = [];
let isWorking = false;

/** Runs a generator to its end, after what was to be done before; its `yield`s are where the page may come first. The first slice is
 * now, so that small work is done on return. `fail` is called with what it throws. */
export function inSlices(work, fail) {
  queue.push([work, fail]);
  if (!isWorking) slice();
}

function slice() {
  isWorking = true;
  const until = performance.now() + LENGTH;
  for (let step = 1; queue.length; step++) {
    const [work, fail] = queue[0];
    let isDone = true;
    try {
      isDone = work.next().done;
    } catch (error) {
      fail(error);
    }
    if (isDone) queue.shift();
    else if (step % STEPS === 0 && performance.now() >= until) return later(slice);
  }
  isWorking = false;
}

/** After the page's own tasks that wait already. Not by `scheduler.yield`, which goes before all of them: marking 20,000 words on a
 * slow processor kept the page's messages waiting for 1.6 seconds. */
const later = (call) => {
  try {
    scheduler.postTask(call);
  } catch {
    setTimeout(call);
  }
};
