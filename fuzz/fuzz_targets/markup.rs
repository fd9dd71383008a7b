//! Searches for an input that breaks the property of `tests/properties/markup.rs`.
#![no_main]

#[path = "../../tests/properties/markup.rs"]
mod markup;

libfuzzer_sys::fuzz_target!(|input: &str| markup::property(input));
