//! Searches for an input that breaks the property of `tests/properties/matcher.rs`.
#![no_main]

#[path = "../../tests/properties/matcher.rs"]
mod matcher;
#[path = "../../tests/properties/naive.rs"]
mod naive;

libfuzzer_sys::fuzz_target!(|input: &str| matcher::property(input));
