//! Searches for an input that breaks the property of `tests/properties/bake.rs`.
#![no_main]

#[path = "../../tests/properties/bake.rs"]
mod bake;

libfuzzer_sys::fuzz_target!(|input: &str| bake::property(input));
