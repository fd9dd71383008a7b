// Has the widget grown? Fails where a file of the release in dist/ is more than 1 % larger than docs/sizes.json says, in bytes
// of brotli. `make size` writes that file anew, and the change is seen in review.

import { readFileSync } from "node:fs";
import { sizes } from "./bytes.mjs";

const RECORD = "docs/sizes.json";
/** Above the noise of a compiler's whim, below anything that was meant. */
const GROWTH = 1.01;

const recorded = JSON.parse(readFileSync(RECORD, "utf8"));
const grown = sizes("dist")
  .map(([file, , , bytes]) => ({ file, bytes, before: recorded[file] }))
  .filter(({ bytes, before }) => !(bytes <= before * GROWTH));
for (const { file, bytes, before } of grown) {
  console.error(`${file}: ${bytes} bytes of brotli, where ${RECORD} has ${before}. Make it smaller, or record it with \`make size\` and say why.`);
}
process.exit(grown.length ? 1 : 0);
