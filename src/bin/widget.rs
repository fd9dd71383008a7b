//! What does the browser start? Nothing by itself: naming the library keeps its exports (`mount`) in the build.
use context_cards as _;

fn main() {}
