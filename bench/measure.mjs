// What do many samples come to? Median and quartiles, and the ratio of two contenders who took turns.

/** The value below which this share of the sorted values lies. */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** Median, quartiles and number of samples. */
export function spread(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const round = (value) => Number(value.toPrecision(4));
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => round(quantile(sorted, share)));
  return { median, low, high, samples: sorted.length };
}

/** Lets contenders take turns (A B C, A B C, …); the first rounds are warm-up and forgotten. A contender who throws once has
 * failed and has no further turns. Gives each one's samples in order, or why it failed. */
export async function turns(contenders, { warmUp, rounds }, once) {
  const results = Object.fromEntries(contenders.map((name) => [name, { samples: [] }]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of contenders) {
      const result = results[name];
      if (result.fails) continue;
      try {
        const sample = await once(name, round);
        if (round >= warmUp) result.samples.push(...[sample].flat());
      } catch (fault) {
        // What the page said last, without the way it came.
        result.fails = fault.message.split(": ").at(-1);
      }
    }
  }
  return results;
}

/** A row for the report: ours against each rival. The ratio is taken round by round, so that what slows the machine for a while
 * slows both sides of it. */
export function compare(what, unit, results, ours = "ours") {
  const own = results[ours];
  if (!own.samples.length) return { what, unit, ours: { fails: own.fails }, rivals: [] };
  const rivals = Object.entries(results)
    .filter(([name]) => name !== ours)
    .map(([name, { samples, fails }]) => {
      if (!samples.length) return { name, fails: fails ?? "nothing was measured" };
      const pairs = Math.min(samples.length, own.samples.length);
      const ratios = Array.from({ length: pairs }, (_, at) => own.samples[at] / samples[at]);
      // What else the machine does can only add to a time: of the fastest rounds of both it has added least.
      const fastest = Math.min(...own.samples) / Math.min(...samples);
      return { name, ...spread(samples), ratio: { ...spread(ratios), fastest } };
    });
  return { what, unit, ours: { ...spread(own.samples), fastest: Math.min(...own.samples) }, rivals };
}
