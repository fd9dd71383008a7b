//! Minifies the style sheets that travel inside the WebAssembly into `OUT_DIR`, under their own names.

use std::path::Path;
use std::{env, fs};

/// Style sheets, from the root of the crate.
const SHEETS: [&str; 4] = ["src/card/card.css", "src/card/content.css", "src/card/variants.css", "src/card/list.css"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = env::var("OUT_DIR")?;
    for sheet in SHEETS {
        println!("cargo::rerun-if-changed={sheet}");
        let css = fs::read_to_string(sheet)?;
        let mut small = minifier::css::minify(&css).map_err(|error| format!("{sheet}: {error}"))?.to_string();
        // What the minifier leaves: quotes around names, and zeros before a point.
        for (from, to) in [
            (";}", "}"),
            ("=\"", "="),
            ("\"]", "]"),
            (" 0.", " ."),
            (":0.", ":."),
            ("(0.", "(."),
            (",0.", ",."),
            ("-0.", "-."),
        ] {
            small = small.replace(from, to);
        }
        fs::write(Path::new(&out).join(Path::new(sheet).file_name().ok_or("a sheet has a name")?), small)?;
    }
    Ok(())
}
