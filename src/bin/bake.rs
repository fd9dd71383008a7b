//! Starts baking in JavaScript: nothing by itself. Naming the library keeps its exports in the build.
use context_cards as _;

fn main() {}
